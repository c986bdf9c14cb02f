using System.Text;

namespace CustomerValue.Tool.Tests;

/// <summary>Whatever is wrong with a file: exit code 1, a line a problem with file and row, no output, no stack trace.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("text for a number", "customer,date,amount\na,2024-01-01,5\nb,2024-01-02,five\n", "p.csv, row 3", "'five'")]
    [InlineData("an impossible date", "customer,date,amount\na,2024-02-30,5\n", "p.csv, row 2", "2024-02-30")]
    [InlineData("a missing column", "customer,day,amount\na,2024-02-03,5\n", "p.csv, date", "day")]
    [InlineData("an empty file", "", "p.csv", "")]
    [InlineData("a header alone", "customer,date,amount\n", "p.csv", "no rows")]
    [InlineData("not a number", "customer,date,amount\na,2024-01-01,NaN\n", "p.csv, row 2", "NaN")]
    [InlineData("a number out of range", "customer,date,amount\na,2024-01-01,1e999\n", "p.csv, row 2", "1e999")]
    [InlineData("no customer", "customer,date,amount\n,2024-01-01,5\n", "p.csv, row 2", "customer")]
    [InlineData("a date that stands for unknown", "customer,date,amount\na,2024-01-01,5\na,9999-12-31,5\n", "9999-12-31", "2199-12-31")]
    [InlineData("ragged rows", "customer,date,amount\na,2024-01-01\n", "p.csv, row 2", "")]
    [InlineData("mixed currencies", "customer,date,amount,currency\na,2024-01-01,5,CNY\na,2024-01-02,5,USD\n", "p.csv, row 3", "USD")]
    [InlineData("a duplicate header", "customer,date,date,amount\na,2024-01-01,2024-01-01,5\n", "date", "")]
    public async Task A_bad_file_is_refused_line_by_line(string what, string content, string where, string value)
    {
        using TemporaryFolder folder = new();

        await AssertRefused(folder, folder.Write("p.csv", content), what, where, value);
    }

    [Fact]
    public async Task Binary_junk_is_refused()
    {
        using TemporaryFolder folder = new();
        byte[] junk = new byte[5000];
        new Random(1).NextBytes(junk);
        File.WriteAllBytes(folder["p.csv"], junk);

        await AssertRefused(folder, folder["p.csv"], "binary junk", "p.csv", "");
    }

    [Fact]
    public async Task A_line_of_ten_million_characters_is_refused()
    {
        using TemporaryFolder folder = new();
        StringBuilder line = new("customer,date,amount\na,2024-01-01,");
        line.Append('9', 10_000_000);

        await AssertRefused(folder, folder.Write("p.csv", line.ToString()), "a long line", "p.csv", "");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        using TemporaryFolder folder = new();

        await AssertRefused(folder, folder["p.csv"], "a missing file", "p.csv", "");
    }

    [Fact]
    public async Task After_20_problems_the_rest_are_counted()
    {
        using TemporaryFolder folder = new();
        string purchases = folder.Write("p.csv", "customer,date,amount\n" + string.Concat(Enumerable.Repeat("a,2024-01-01,x\n", 50)));

        ToolRun run = await ToolRun.Of(["report", "--purchases", purchases, "--out", folder["out"]]);

        Assert.Equal(21, run.ErrorLines.Length);
        Assert.Contains("30 more", run.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_rows_are_left_out_and_told_of_where_asked_for()
    {
        using TemporaryFolder folder = new();
        string purchases = folder.Write("p.csv", "customer,date,amount\na,2024-01-01,5\nb,2024-01-02,five\nb,2024-01-03,6\n");

        ToolRun run = await ToolRun.Of(["summarize", "--purchases", purchases, "--customer", "customer", "--date", "date", "--amount", "amount", "--unit", "week", "--skip-bad-rows", "--out", folder["s.csv"]]);

        Assert.Equal(0, run.Code);
        Assert.Equal(2, run.ErrorLines.Length);
        Assert.Contains("row 3", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(3, File.ReadAllLines(folder["s.csv"]).Length);
    }

    private static async Task AssertRefused(TemporaryFolder folder, string purchases, string what, string where, string value)
    {
        string[] before = [.. folder.Names];
        foreach (string[] call in (string[][])[["report"], ["summarize", "--customer", "customer", "--date", "date", "--amount", "amount", "--unit", "week"]])
        {
            ToolRun run = await ToolRun.Of([.. call, "--purchases", purchases, "--out", folder["out"], "--json"]);

            Assert.True(run.Code == 1, $"{what}: {run.Code} {run.Error}");
            Assert.Empty(run.Output);
            Assert.Contains(where, run.Error, StringComparison.Ordinal);
            Assert.Contains(value, run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
            Assert.All(run.ErrorLines, line => Assert.InRange(line.Length, 1, 2000));
            Assert.Equal(before, folder.Names);
        }
    }
}
