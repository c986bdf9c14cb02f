using System.Reflection;
using System.Text.RegularExpressions;
using CustomerValue.Storage.Testing;

namespace CustomerValue.Tests.Readme;

/// <summary>What docs/storage.md shows is compiled and prints what it says, and the tests that docs/storage/guarantees.md names are there.</summary>
public sealed partial class StoragePageTests
{
    [Fact]
    public void The_sample_is_on_the_page_and_prints_what_the_page_says() => Shows("StorageSample", 0, StorageSample.Run);

    [Fact]
    public void The_sample_of_stages_is_on_the_page_and_prints_what_the_page_says() => Shows("StageSample", 1, StageSample.Run);

    [Fact]
    public void The_tests_that_the_page_on_guarantees_names_are_there()
    {
        HashSet<string> types = [.. Assembly.GetExecutingAssembly().GetTypes().Append(typeof(LoyaltyStoreTests)).Select(type => type.Name)];
        string[] named = [.. Tests().Matches(Pages.Read("docs/storage/guarantees.md")).Select(match => match.Groups[1].Value).Distinct()];
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, types));
    }

    [Fact]
    public void The_store_on_the_page_of_own_stores_is_the_one_that_is_tested()
    {
        string[] blocks = Pages.Blocks("docs/storage/own-store.md", "csharp");
        Assert.Equal(Pages.Sample("tests/CustomerValue.Storage.Tests/Kit/MemoryStoreTests.cs"), blocks[0]);
        Assert.Equal(Pages.Sample("tests/CustomerValue.Storage.Tests/Kit/MemoryStore.cs"), blocks[1]);
    }

    [Fact]
    public void The_mistakes_that_pages_count_are_there()
    {
        int count = Enum.GetValues<Kit.Mistake>().Length - 1;
        Assert.Contains($"{count} mistakes", Pages.Read("docs/storage/guarantees.md"), StringComparison.Ordinal);
        Assert.Contains($"{count} mistakes", Pages.Read("docs/storage/own-store.md"), StringComparison.Ordinal);
    }

    private static void Shows(string sample, int place, Action<string> run)
    {
        Assert.Equal(Pages.Sample($"tests/CustomerValue.Storage.Tests/Readme/{sample}.cs"), Pages.Blocks("docs/storage.md", "csharp")[place]);
        string file = Path.Combine(Directory.CreateTempSubdirectory("customer-value-page-").FullName, "club.db");
        TextWriter console = Console.Out;
        using StringWriter printed = new();
        Console.SetOut(printed);
        try
        {
            run(file);
        }
        finally
        {
            Console.SetOut(console);
            Directory.Delete(Path.GetDirectoryName(file)!, true);
        }

        Assert.Contains(printed.ToString().ReplaceLineEndings("\n").TrimEnd(), Pages.Blocks("docs/storage.md", "text"));
    }

    [GeneratedRegex("`([A-Za-z]+(?:Tests|Scenarios))`")]
    private static partial Regex Tests();
}
