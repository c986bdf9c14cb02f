namespace CustomerValue.Tests.Runtimes;

public sealed class SameNumbersTests
{
    [Fact]
    public void This_runtime_gives_the_numbers_of_all_runtimes()
    {
        string[] failures = [.. SameNumbers.Check().Where(check => check.Failure is not null).Select(check => $"{check.Name}: {check.Failure}")];
        Assert.True(failures.Length == 0, string.Join(Environment.NewLine, failures));
    }
}
