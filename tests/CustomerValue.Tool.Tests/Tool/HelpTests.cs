namespace CustomerValue.Tool.Tests;

public class HelpTests
{
    [Theory]
    [InlineData("")]
    [InlineData("report")]
    [InlineData("summarize")]
    [InlineData("fit")]
    [InlineData("score")]
    [InlineData("evaluate")]
    [InlineData("potential")]
    [InlineData("influence")]
    [InlineData("lifecycle")]
    public async Task Help_on_every_level_shows_an_example(string command)
    {
        ToolRun run = await ToolRun.Of($"{command} --help");

        Assert.Equal(0, run.Code);
        Assert.Empty(run.Error);
        Assert.Contains("Example", run.Output, StringComparison.Ordinal);
        Assert.Contains($"customer-value {command}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_told() => Assert.Equal(0, (await ToolRun.Of("--version")).Code);
}
