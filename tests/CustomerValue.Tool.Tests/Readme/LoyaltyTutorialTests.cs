namespace CustomerValue.Tool.Tests.Readme;

/// <summary>docs/loyalty/tutorial.md: its files load, its commands run, and print what stands below them.</summary>
public sealed class LoyaltyTutorialTests
{
    [Fact]
    public async Task Every_command_of_the_tutorial_prints_what_the_page_says()
    {
        using WalkedPage page = new();
        // The richer programme is told of, not shown.
        await page.Walk("docs/loyalty/tutorial.md", walked =>
        {
            if (File.Exists(walked.Path("cafe.json")))
                walked.Write("richer.json", walked.Text("cafe.json").Replace("\"factor\": \"2\"", "\"factor\": \"3\"", StringComparison.Ordinal).Replace("\"BEANS\": \"4\"", "\"BEANS\": \"8\"", StringComparison.Ordinal));
        });
        Assert.Equal(6, page.Compared);
    }
}
