using System.Globalization;
using System.Text;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;

namespace CustomerValue.Tool.Tests;

/// <summary>fit and score with covariates that stand in the summary.</summary>
public class CovariateTests
{
    [Fact]
    public async Task A_fit_tells_coefficients_base_levels_and_the_test_and_scores_with_them()
    {
        using TemporaryFolder folder = new();
        string summary = folder.Write("s.csv", Customers(400));

        ToolRun fit = await ToolRun.Of(["fit", "bg-nbd", "--summary", summary, "--life-covariates", "gender", "--purchase-covariates", "income,gender", "--base-level", "gender=M", "--out", folder["m.json"], "--json"]);

        Assert.True(fit.Code == 0, fit.Error);
        JsonElement json = JsonDocument.Parse(fit.Output).RootElement;
        Assert.Equal(["r", "alpha", "a", "b", "purchase.income", "purchase.gender=F", "a.gender=F"], json.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name));
        Assert.Equal(7, json.GetProperty("standardErrors").EnumerateObject().Count(error => error.Value.GetDouble() > 0));
        Assert.Equal("""[{"name":"income"},{"name":"gender","baseLevel":"M","levels":["F"]}]""", json.GetProperty("covariates").GetRawText());
        Assert.Equal(3, json.GetProperty("likelihoodRatio").GetProperty("degreesOfFreedom").GetInt32());
        Assert.InRange(json.GetProperty("likelihoodRatio").GetProperty("pValue").GetDouble(), 0, 1e-4);
        Assert.Equal("week", json.GetProperty("unit").GetString());

        ToolRun score = await ToolRun.Of(["score", "--model", folder["m.json"], "--summary", summary, "--horizon", "39", "--out", folder["scores.csv"], "--json"]);

        Assert.True(score.Code == 0, score.Error);
        Assert.Equal(json.GetProperty("logLikelihood").GetDouble(), JsonDocument.Parse(score.Output).RootElement.GetProperty("totals").GetProperty("logLikelihood").GetDouble(), 1e-7);
        Assert.Equal("customer,loglik,alive,expected_purchases,median_purchases,low_purchases,high_purchases,dert", File.ReadLines(folder["scores.csv"]).First());
    }

    [Fact]
    public async Task Ties_and_penalties_are_heard()
    {
        using TemporaryFolder folder = new();
        string summary = folder.Write("s.csv", Customers(300));
        string[] call = ["fit", "bg-nbd", "--summary", summary, "--life-covariates", "gender", "--purchase-covariates", "gender", "--out", folder["m.json"], "--json"];

        JsonElement free = await Fit([.. call, "--tie", "none"]);
        JsonElement tied = await Fit([.. call, "--tie", "a.gender==-purchase.gender", "b.gender==a.gender"]);
        JsonElement shrunk = await Fit([.. call, "--coefficient-penalizer", "1"]);

        Assert.True(free.GetProperty("parameters").TryGetProperty("b.gender=M", out _) || free.GetProperty("parameters").TryGetProperty("b.gender=F", out _));
        string level = free.GetProperty("covariates")[0].GetProperty("levels")[0].GetString()!;
        Assert.Equal(tied.GetProperty("parameters").GetProperty($"a.gender={level}").GetDouble(), -tied.GetProperty("parameters").GetProperty($"purchase.gender={level}").GetDouble(), 1e-12);
        Assert.Equal(1, tied.GetProperty("likelihoodRatio").GetProperty("degreesOfFreedom").GetInt32());
        Assert.Equal(JsonValueKind.Null, shrunk.GetProperty("likelihoodRatio").ValueKind);
        Assert.True(shrunk.GetProperty("logLikelihood").GetDouble() < free.GetProperty("logLikelihood").GetDouble());

        static async Task<JsonElement> Fit(string[] call)
        {
            ToolRun run = await ToolRun.Of(call);
            Assert.True(run.Code == 0, run.Error);
            return JsonDocument.Parse(run.Output).RootElement;
        }
    }

    [Fact]
    public async Task Spend_has_covariates_of_its_own()
    {
        using TemporaryFolder folder = new();
        string summary = folder.Write("s.csv", Customers(400));

        ToolRun fit = await ToolRun.Of(["fit", "gamma-gamma", "--summary", summary, "--spend-covariates", "gender", "--base-level", "gender=M", "--out", folder["gg.json"]]);
        ToolRun model = await ToolRun.Of(["fit", "bg-nbd", "--summary", summary, "--out", folder["m.json"]]);
        ToolRun score = await ToolRun.Of(["score", "--model", folder["m.json"], "--spend-model", folder["gg.json"], "--summary", summary, "--horizon", "39", "--out", folder["scores.csv"]]);

        Assert.True(fit.Code + model.Code + score.Code == 0, fit.Error + model.Error + score.Error);
        Assert.Contains("spend.gender=F", fit.Output, StringComparison.Ordinal);
        Assert.Contains("gender: its levels are compared with M.", fit.Output, StringComparison.Ordinal);
        Assert.Contains("Against the model without covariates", fit.Output, StringComparison.Ordinal);
        Assert.EndsWith("expected_spend,clv", File.ReadLines(folder["scores.csv"]).First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_that_the_model_has_not_seen_is_refused_with_its_row()
    {
        using TemporaryFolder folder = new();
        string model = folder.Write("m.json", """{"model":"mbg-nbd","unit":"week","covariates":[{"name":"gender","baseLevel":"M","levels":["F"]}],"parameters":{"r":0.5,"alpha":6,"a":0.9,"b":1.6,"purchase.gender=F":0.3}}""");
        string summary = folder.Write("s.csv", "frequency,recency,age,gender\n1,2,30,M\n\n1,2,30,X\n");

        ToolRun run = await ToolRun.Of(["score", "--model", model, "--summary", summary, "--horizon", "39", "--out", folder["scores.csv"]]);

        Assert.Equal(1, run.Code);
        Assert.Contains("s.csv, row 4, gender: 'X' is a level that the model has not seen; it knows M, F.", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--life-covariates nowhere", 1, "nowhere: is no column of it, but a covariate.")]
    [InlineData("--life-covariates income --tie income", 2, "--tie: 'income' is not coefficient==coefficient")]
    [InlineData("--life-covariates income --tie life.income==0", 1, "'life.income' is no coefficient of this fit; there are a.income, b.income.")]
    [InlineData("--life-covariates income --base-level gender=M", 2, "--base-level: 'gender=M' is not column=level of a covariate")]
    [InlineData("--life-covariates gender --base-level gender=X", 1, "gender: 'X' is no level of it")]
    [InlineData("--tie a.income==0", 2, "--tie: there are no covariates")]
    [InlineData("--coefficient-penalizer 1", 2, "--coefficient-penalizer: there are no covariates")]
    [InlineData("--spend-covariates income", 2, "--spend-covariates: bg-nbd is no model of spend")]
    [InlineData("--life-covariates income,,", 2, "--life-covariates: is empty between commas")]
    [InlineData("--purchase-covariates same", 1, "same: is the same for every customer that counts")]
    public async Task What_makes_no_sense_is_refused(string options, int code, string message)
    {
        using TemporaryFolder folder = new();
        string summary = folder.Write("s.csv", Customers(50));

        ToolRun run = await ToolRun.Of(["fit", "bg-nbd", "--summary", summary, "--out", folder["m.json"], .. options.Split(' ')]);

        Assert.Equal(code, run.Code);
        Assert.Equal(code, run.ErrorLines.Length);
        Assert.Contains(message, run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(["s.csv"], folder.Names);
    }

    [Theory]
    [InlineData("1\n\n", "row 3, c: '' is missing")]
    [InlineData("1\nx\n", "row 3, c: 'x' is no number, as in the rows before it")]
    [InlineData("x\n1\n", "row 3, c: '1' is a number, though the rows before it hold levels")]
    public async Task A_column_is_numbers_or_levels_and_nothing_is_missing(string values, string message)
    {
        using TemporaryFolder folder = new();
        string summary = folder.Write("s.csv", "frequency,recency,age,c\n" + string.Concat(values.Split('\n')[..2].Select(value => $"1,2,3,{value}\n")));

        ToolRun run = await ToolRun.Of(["fit", "bg-nbd", "--summary", summary, "--out", folder["m.json"], "--life-covariates", "c"]);

        Assert.Equal(1, run.Code);
        Assert.Contains(message, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    /// <summary>F buys half as often, and income raises it.</summary>
    private static string Customers(int count)
    {
        Random random = new(4);
        StringBuilder text = new("customer,frequency,recency,age,spend,income,gender,same\n");
        for (int i = 0; i < count; i++)
        {
            double income = Math.Round(random.NextDouble() * 3, 2);
            bool female = random.NextDouble() < 0.5;
            IReadOnlyList<double> times = new BgNbdModel(0.9, 8 * Math.Exp((female ? 0.7 : 0) - (0.4 * income)), 0.8 * (female ? 1.5 : 1), 2.4, TimeUnit.Week).SimulatePurchaseTimes(random, 60);
            double spend = times.Count == 0 ? 0 : new GammaGammaModel(6, 4, female ? 20 : 15).SimulateSpend(random, times.Count).Average();
            text.Append(CultureInfo.InvariantCulture, $"c{i},{times.Count},{(times.Count == 0 ? 0 : times[^1])},60,{spend},{income},{(female ? "F" : "M")},1\n");
        }

        return text.ToString();
    }
}
