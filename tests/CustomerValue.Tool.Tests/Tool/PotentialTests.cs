using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CustomerValue.Data;
using CustomerValue.Tests;

namespace CustomerValue.Tool.Tests;

public class PotentialTests
{
    /// <summary>Customers buy a; most who have a buy b later, and c costs more than it brings.</summary>
    private static readonly string Shop = "customer,date,amount,cost,product\n" + string.Concat(Enumerable.Range(0, 60).Select(customer =>
        $"c{customer:00},2023-0{1 + (customer % 6)}-05,10,4,a\nc{customer:00},2023-0{2 + (customer % 6)}-09,10,4,a\n"
        + (customer % 3 == 0 ? $"c{customer:00},2023-08-1{customer % 9},20,12,b\n" : "")
        + (customer % 4 == 0 ? $"c{customer:00},2023-09-02,5,9,c\n" : "")
        + (customer % 5 == 1 ? $"c{customer:00},2023-12-1{customer % 9},20,12,b\n" : "")));

    [SkippableFact]
    public async Task AdventureWorks_by_popularity_every_sum_is_its_parts()
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["potential", "--purchases", SharedData.Path("data/adventureworksdw/FactInternetSales.csv.gz"), "--map", "order=", "currency=", "cost=TotalProductCost", "--recommender", "popularity", "--cut", "2013-07-01", "--top", "3", "--kappa", "0.2", "--out", folder["p.csv"], "--json"]);

        Assert.Equal(("", 0), (run.Error, run.Code));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement recommender = json.RootElement.GetProperty("recommender");
        Assert.Equal(["popularity"], recommender.GetProperty("compared").EnumerateArray().Select(each => each.GetProperty("model").GetString()));
        Assert.Equal("popularity", recommender.GetProperty("model").GetString());
        double[] chances = [.. recommender.GetProperty("chances").EnumerateArray().Select(each => each.GetProperty("perYear").GetDouble())];
        Assert.Equal(3, chances.Length);
        Assert.True(chances[0] >= chances[1] && chances[1] >= chances[2] && chances[2] > 0);
        double[][] rows = [.. File.ReadLines(folder["p.csv"]).Skip(1).Select(line => line.Split(',').Skip(1).Take(10).Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray())];
        Assert.Equal(18_484, rows.Length);
        foreach (double[] row in rows)
        {
            Assert.Equal(row[0] + (0.2 * row[4]), row[7], 1e-9 * Math.Abs(row[7]));
            Assert.True(row[5] <= row[4] && row[4] <= row[6] && row[8] <= row[7] && row[7] <= row[9] && row[5] >= 0);
        }

        Assert.Equal(json.RootElement.GetProperty("totals").GetProperty("potential").GetDouble(), rows.Sum(row => row[7]), 1e-3);
    }

    [SkippableFact]
    public async Task Complete_journey_names_products_that_households_have_not_bought()
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["potential", "--purchases", SharedData.Path("data/completejourney/transactions_sample.csv.gz"), "--map", "amount=sales_value", "date=transaction_timestamp", "--recommender", "popularity", "--margin-rate", "0.3", "--top", "2", "--out", folder["p.csv"], "--json"]);

        Assert.Equal(("", 0), (run.Error, run.Code));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal(2377, json.RootElement.GetProperty("customers").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("kappa").ValueKind);
        Assert.Equal(json.RootElement.GetProperty("totals").GetProperty("residual").GetDouble(), json.RootElement.GetProperty("totals").GetProperty("potential").GetDouble());
        Assert.True(json.RootElement.GetProperty("totals").GetProperty("upside").GetDouble() > 0);
        HashSet<(string, string)> bought = [.. PurchaseReader.Read([TableSource.File(SharedData.Path("data/completejourney/transactions_sample.csv.gz"))], new() { Lines = true, Columns = new Dictionary<string, string> { ["date"] = "transaction_timestamp", ["amount"] = "sales_value" } }).Lines!.Select(line => (line.Customer.Value, line.Product!))];
        string[] header = File.ReadLines(folder["p.csv"]).First().Split(',');
        foreach (string[] row in File.ReadLines(folder["p.csv"]).Skip(1).Take(200).Select(Fields))
            Assert.DoesNotContain((row[0], row[Array.IndexOf(header, "product_1")]), bought);
    }

    [Fact]
    public async Task A_product_that_loses_money_counts_nothing_and_one_not_to_be_had_is_not_offered()
    {
        using TemporaryFolder folder = new();
        string purchases = folder.Write("p.csv", Shop);
        await Run("--purchases", purchases, "--recommender", "popularity", "--cut", "2023-10-01", "--out", folder["all.csv"]);
        string[] all = File.ReadAllLines(folder["all.csv"]);
        Assert.Contains(all, line => line.Contains("b (", StringComparison.Ordinal) && line.Contains("Many customers bought it lately.", StringComparison.Ordinal));
        await Run("--purchases", purchases, "--recommender", "popularity", "--cut", "2023-10-01", "--unavailable", folder.Write("u.txt", "b\n\n"), "--lang", "zh-CN", "--out", folder["some.csv"]);
        Assert.DoesNotContain(File.ReadAllLines(folder["some.csv"]), line => line.Contains(",b,", StringComparison.Ordinal));
        Assert.Contains("没有预计盈利的产品", File.ReadAllText(folder["some.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_products_there_is_the_residual_value_alone_and_a_sentence()
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["potential", "--purchases", folder.Write("p.csv", Shop), "--map", "product=", "--kappa", "0.5", "--out", folder["o.csv"], "--json"]);
        Assert.Equal(0, run.Code);
        Assert.StartsWith("No line names a product: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("recommender").ValueKind);
        string[] first = Fields(File.ReadAllLines(folder["o.csv"])[1]);
        Assert.Equal(("", first[1]), (first[5], first[8]));
    }

    [Theory]
    [InlineData(2, "--recommender: 'best' is not known", "--recommender", "best")]
    [InlineData(2, "--kappa: '2' is not a number from 0 to 1", "--kappa", "2")]
    [InlineData(2, "--top: '0' is not", "--top", "0")]
    [InlineData(2, "--cut: is after --as-of", "--cut", "2023-09-01", "--as-of", "2023-08-01")]
    [InlineData(1, "take a day in the middle of the data", "--cut", "2022-01-01")]
    [InlineData(1, "missing.txt: doesn't exist", "--unavailable", "missing.txt")]
    public async Task Wrong_calls_and_data_are_one_line(int code, string message, params string[] more)
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["potential", "--purchases", folder.Write("p.csv", Shop), "--out", folder["o.csv"], .. more]);
        Assert.Equal(code, run.Code);
        Assert.Contains(message, run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(code, run.ErrorLines.Length);
        Assert.False(File.Exists(folder["o.csv"]));
    }

    [Fact]
    public async Task Tables_tell_people_what_was_found()
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["potential", "--purchases", folder.Write("p.csv", Shop), "--cut", "2023-10-01", "--top", "2", "--out", folder["o.csv"]]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        foreach (string text in (string[])["residual value", "upside", "not counted", "recall@1", "NDCG@2", "popularity", "cosine", "bm25", "association", "ease", "als"])
            Assert.Contains(text, run.Output, StringComparison.Ordinal);
    }

    private static string[] Fields(string line) => [.. Regex.Matches(line, "(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))").Select(field => field.Groups[1].Value + field.Groups[2].Value)];

    private static async Task Run(params string[] args)
    {
        ToolRun run = await ToolRun.Of(["potential", .. args]);
        Assert.Equal(("", 0), (run.Error, run.Code));
    }
}
