namespace CustomerValue.Tests.Readme.LoyaltyPages;

/// <summary>The code of docs/loyalty/from-spreadsheets.md compiles, and prints of the page's table what stands below it.</summary>
public sealed class FromSpreadsheetsPageTests
{
    private const string Page = "docs/loyalty/from-spreadsheets.md";

    [Fact]
    public void The_page_shows_its_sample() => Assert.Equal(Pages.Samples("tests/CustomerValue.Core.Tests/Readme/LoyaltyPages/FromSpreadsheetsSample.cs"), Pages.Blocks(Page, "csharp"));

    [Fact]
    public void The_table_of_the_page_becomes_what_the_page_says()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Assert.Single(Pages.Blocks(Page, "csv")) + "\n");
            PagesTests.AssertPrinted(console => FromSpreadsheetsSample.Run(file, console), Assert.Single(Pages.Blocks(Page, "text")));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
