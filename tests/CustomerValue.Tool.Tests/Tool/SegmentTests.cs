using System.Text.Json;
using CustomerValue.Tests;

namespace CustomerValue.Tool.Tests;

public class SegmentTests
{
    private const string Shop = "customer,date,amount\na,2024-01-01,5\na,2024-03-01,9\nb,2024-02-02,50\nc,2024-03-03,7\n";

    /// <summary>R's package rfm counts two orders of a day as two, the command as one purchase: 11 customers have such days, and 5 of them get another frequency score.</summary>
    [SkippableFact]
    public async Task Rfm_scores_are_those_of_the_package_row_by_row()
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["segment", "rfm", "--purchases", SharedData.Path("data/rfm/rfm_data_orders.csv.gz"), "--map", "customer=customer_id", "date=order_date", "amount=revenue", "--as-of", "2006-12-31", "--save", folder["m.json"], "--out", folder["s.csv"], "--json"]);

        Assert.Equal(("", 0), (run.Error, run.Code));
        string[][] rows = [.. File.ReadAllLines(folder["s.csv"]).Skip(1).Select(Fields)];
        string[][] table = [.. SharedData.Lines("reference/segmentation/rfm_orders_default_table.csv").Skip(1).Select(line => line.Split(',')).OrderBy(row => row[0], StringComparer.Ordinal)];
        Assert.Equal(table.Select(row => row[0]), rows.Select(row => row[0]));
        Assert.Equal(table.Select(row => (row[6], row[8])), rows.Select(row => (row[4], row[6])));
        Assert.Equal(990, table.Zip(rows).Count(pair => pair.First[7] == pair.Second[5]));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal(995, json.RootElement.GetProperty("segments").EnumerateArray().Sum(segment => segment.GetProperty("customers").GetInt32()));
    }

    [Fact]
    public async Task A_stored_segmentation_assigns_the_same_and_fits_nothing()
    {
        using TemporaryFolder folder = new();
        string purchases = folder.Write("p.csv", Shop);
        await Run("segment", "rfm", "--purchases", purchases, "--save", folder["m.json"], "--out", folder["s.csv"]);
        await Run("segment", "rfm", "--purchases", purchases, "--model", folder["m.json"], "--out", folder["again.csv"]);
        Assert.Equal(File.ReadAllText(folder["s.csv"]), File.ReadAllText(folder["again.csv"]));

        string newcomer = folder.Write("n.csv", "customer,date,amount\nb,2024-02-02,50\n");
        await Run("segment", "rfm", "--purchases", newcomer, "--as-of", "2024-03-03", "--model", folder["m.json"], "--out", folder["n.out"]);
        Assert.Equal(File.ReadAllLines(folder["s.csv"])[2], File.ReadAllLines(folder["n.out"])[1]);
    }

    [Fact]
    public async Task Options_come_from_a_file_and_labels_in_Chinese_where_asked_for()
    {
        using TemporaryFolder folder = new();
        string options = folder.Write("o.json", """{"map":"eight","bins":{"recency":2,"frequency":2,"monetary":2}}""");
        await Run("segment", "rfm", "--purchases", folder.Write("p.csv", Shop), "--options", options, "--lang", "zh-CN", "--out", folder["s.csv"]);
        Assert.Contains(File.ReadAllLines(folder["s.csv"]), line => line.Contains("重要", StringComparison.Ordinal) || line.Contains("一般", StringComparison.Ordinal));

        ToolRun refused = await ToolRun.Of(["segment", "rfm", "--purchases", folder["p.csv"], "--options", folder.Write("bad.json", """{"map":"nine","bin":1}"""), "--out", folder["x.csv"]]);
        Assert.Equal((1, 2), (refused.Code, refused.ErrorLines.Length));
        Assert.False(File.Exists(folder["x.csv"]));
    }

    [Fact]
    public async Task A_summary_is_enough_for_rfm()
    {
        using TemporaryFolder folder = new();
        string summary = folder.Write("s.csv", "customer,frequency,recency,age,spend\nz,0,0,10,0\na,3,9,10,20\n");
        await Run("segment", "rfm", "--summary", summary, "--unit", "week", "--out", folder["out.csv"]);
        string[] lines = File.ReadAllLines(folder["out.csv"]);
        Assert.Contains("Bought last 7 days ago (recency 5 of 5), 4 times", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("z,", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nothing to segment", "segment", "rfm", "--out", "x.csv")]
    [InlineData("--summary", "segment", "rfm", "--purchases", "p.csv", "--summary", "s.csv", "--out", "x.csv")]
    [InlineData("--options", "segment", "rfm", "--purchases", "p.csv", "--options", "o.json", "--model", "m.json", "--out", "x.csv")]
    [InlineData("'horoscope'", "segment", "horoscope", "--purchases", "p.csv", "--out", "x.csv")]
    public async Task A_wrong_call_reads_nothing(string says, params string[] call)
    {
        ToolRun run = await ToolRun.Of(call);
        Assert.Equal(2, run.Code);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    private static async Task Run(params string[] call)
    {
        ToolRun run = await ToolRun.Of(call);
        Assert.Equal(("", 0), (run.Error, run.Code));
    }

    /// <summary>The fields of a line whose only quoted field is the reason.</summary>
    private static string[] Fields(string line)
    {
        string[] parts = line.Split('"');
        return [.. parts[0].TrimEnd(',').Split(','), parts[1], .. parts[2].TrimStart(',').Split(',')];
    }
}
