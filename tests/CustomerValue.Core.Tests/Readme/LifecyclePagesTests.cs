using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Diagrams;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Tests.Readme.ValuePages;

namespace CustomerValue.Tests.Readme;

/// <summary>The pages on lifecycles, in both languages: their code compiles and prints what stands below it, and their pictures and JSON are those of the definitions.</summary>
public sealed class LifecyclePagesTests
{
    private const string English = "docs/lifecycle.md", Chinese = "docs/zh-CN/lifecycle.md";

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void The_page_shows_its_samples_and_what_they_print(string page)
    {
        string[] samples = [.. new[] { nameof(AccountSample), nameof(OwnLifecycleSample), nameof(LifecycleSample) }.Select(name => Pages.Sample($"tests/CustomerValue.Core.Tests/Readme/ValuePages/{name}.cs"))];
        Assert.Equal(samples, Pages.Blocks(page, "csharp"));
        string[] printed = Pages.Blocks(page, "text");
        Assert.Equal(3, printed.Length);
        PagesTests.AssertPrinted(AccountSample.Run, printed[0]);
        PagesTests.AssertPrinted(console => OwnLifecycleSample.Run(console), printed[1]);
        PagesTests.AssertPrinted(LifecycleSample.Run, printed[2]);
    }

    [Theory]
    [InlineData(English, DisplayLanguage.English)]
    [InlineData(Chinese, DisplayLanguage.Chinese)]
    public void The_pictures_are_those_of_the_definitions(string page, DisplayLanguage language)
    {
        string[] diagrams = [.. new[] { RetailLifecycle.Create(), ContractLifecycle.Create(), AccountLifecycle.Ownership() }.Select(definition => LifecycleDiagram.Mermaid(definition, language).TrimEnd())];
        Assert.Equal(diagrams, Pages.Blocks(page, "mermaid").Select(block => block.TrimEnd()));
    }

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void The_JSON_and_the_builder_make_the_same_definition(string page)
    {
        using MemoryStream json = new(System.Text.Encoding.UTF8.GetBytes(Assert.Single(Pages.Blocks(page, "json"))));
        using MemoryStream read = new(), built = new();
        LifecycleJson.Write(read, LifecycleJson.Read(json));
        LifecycleJson.Write(built, OwnLifecycleSample.Run(TextWriter.Null));
        Assert.Equal(System.Text.Encoding.UTF8.GetString(built.ToArray()), System.Text.Encoding.UTF8.GetString(read.ToArray()));
    }
}
