using System.Text.Json;

namespace CustomerValue.Tool.Tests;

public class ContractTests
{
    /// <summary>Fader &amp; Hardie (2007): 1,000 high-end and 1,000 regular customers, seven renewals seen, as patterns with their numbers.</summary>
    private const string Contracts = """
        plan,recency,age,count
        highend,1,8,131
        highend,2,8,126
        highend,3,8,90
        highend,4,8,60
        highend,5,8,42
        highend,6,8,34
        highend,7,8,26
        highend,8,8,491
        regular,1,8,369
        regular,2,8,163
        regular,3,8,86
        regular,4,8,56
        regular,5,8,37
        regular,6,8,27
        regular,7,8,21
        regular,8,8,241

        """;

    [Theory]
    [InlineData("plan=highend", 1000, -1611.1581473911551, 0.6680883511064416, 0.10373493114956188)]
    [InlineData("plan=regular", 1000, -1680.265188463287, 0.7040772984735162, 0.06559896423403723)]
    [InlineData(null, 2000, null, null, null)]
    public async Task A_cohort_or_all_of_them_has_its_optimum(string? cohort, double customers, double? logLikelihood, double? alpha, double? standardError)
    {
        using TemporaryFolder folder = new();
        string summary = folder.Write("s.csv", Contracts);

        ToolRun run = await ToolRun.Of(["fit", "sbg", "--summary", summary, "--weights", "count", "--unit", "year", "--out", folder["m.json"], "--json", .. cohort is null ? (string[])[] : ["--cohort", cohort]]);

        Assert.Equal("", run.Error);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("sbg", json.GetProperty("model").GetString());
        Assert.Equal("year", json.GetProperty("unit").GetString());
        Assert.Equal(customers, json.GetProperty("customers").GetDouble());
        Assert.Equal(["alpha", "beta"], json.GetProperty("parameters").EnumerateObject().Select(property => property.Name));
        if (logLikelihood is null)
            return;
        Assert.Equal(logLikelihood.Value, json.GetProperty("logLikelihood").GetDouble(), 1e-8);
        Assert.Equal(alpha!.Value, json.GetProperty("parameters").GetProperty("alpha").GetDouble(), 1e-8);
        Assert.Equal(standardError!.Value, json.GetProperty("standardErrors").GetProperty("alpha").GetDouble(), 1e-7);
    }

    [Fact]
    public async Task Contracts_are_scored_by_what_is_known_and_what_is_expected_of_them()
    {
        using TemporaryFolder folder = new();
        string model = folder.Write("m.json", """{"model":"sbg","unit":"year","parameters":{"alpha":0.6680883511064416,"beta":3.8060949640582313}}""");
        string summary = folder.Write("s.csv", "customer,recency,age\nthere,8,8\nleft,3,8\nnew,1,1\n");

        ToolRun run = await ToolRun.Of(["score", "--model", model, "--summary", summary, "--horizon", "5", "--out", folder["o.csv"], "--json"]);

        Assert.Equal("", run.Error);
        string[][] lines = File.ReadAllLines(folder["o.csv"]).Select(line => line.Split(',')).ToArray();
        Assert.Equal("customer,loglik,alive,expected_purchases,median_purchases,low_purchases,high_purchases,dert", string.Join(',', lines[0]));
        Assert.Equal(["1", "0", "1"], lines.Skip(1).Select(line => line[2]));
        Assert.Equal(["there", "5", "0", "5"], new[] { 0, 4, 5, 6 }.Select(i => lines[1][i]));
        Assert.Equal(["0", "0", "0", "0", "0"], lines[2].Skip(3));
        Assert.StartsWith("7.52962805557", lines[1][7], StringComparison.Ordinal);
        Assert.StartsWith("5.41447884536", lines[3][7], StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(run.Output).RootElement.GetProperty("totals").GetProperty("alive").GetDouble());
    }

    [Theory]
    [InlineData("fit sbg --summary s.csv --cohort plan=gold --out m.json", 1, "'gold' is in no row")]
    [InlineData("fit sbg --summary s.csv --cohort tier=gold --out m.json", 1, "is no column of it")]
    [InlineData("fit sbg --summary s.csv --cohort plan --out m.json", 2, "--cohort")]
    [InlineData("fit bg-nbd --summary s.csv --cohort plan=gold --out m.json", 2, "only sbg takes it")]
    [InlineData("fit sbg --summary bad.csv --out m.json", 1, "bad.csv, row 3, recency: '4'")]
    [InlineData("fit sbg --summary loyal.csv --out m.json", 1, "nobody seems to leave")]
    [InlineData("score --model sbg.json --spend-model m.json --summary s.csv --horizon 5 --out o.csv", 2, "--spend-model")]
    [InlineData("evaluate sbg --summary s.csv", 2, "not for this command")]
    public async Task What_does_not_fit_is_refused_in_one_line(string line, int code, string named)
    {
        using TemporaryFolder folder = new();
        folder.Write("s.csv", Contracts);
        folder.Write("bad.csv", "recency,age\n2,3\n4,3\n");
        folder.Write("loyal.csv", "recency,age\n3,3\n4,4\n");
        folder.Write("sbg.json", """{"model":"sbg","unit":"year","parameters":{"alpha":1,"beta":2}}""");

        ToolRun run = await ToolRun.Of(line.Split(' ').Select(word => word.EndsWith(".csv", StringComparison.Ordinal) || word.EndsWith(".json", StringComparison.Ordinal) ? folder[word] : word).ToArray());

        Assert.Equal(code, run.Code);
        Assert.Empty(run.Output);
        Assert.Contains(run.ErrorLines, error => error.Contains(named, StringComparison.Ordinal));
        Assert.False(File.Exists(folder["m.json"]));
    }
}
