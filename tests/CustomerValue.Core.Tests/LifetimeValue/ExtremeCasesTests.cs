using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>Values computed with 60 digits where naive forms overflow or cancel: relative error at most 1e-9, never NaN.</summary>
public class ExtremeCasesTests
{
    [SkippableFact]
    public void Bg_mbg_and_gamma_gamma_equal_60_digit_arithmetic_to_1e_minus_9()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/lifetime/extreme_cases.json")));
        List<string> wrong = [];
        int compared = 0;
        foreach (JsonElement @case in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            string model = @case.GetProperty("model").GetString()!;
            Func<string, double> parameter = name => @case.GetProperty("params").GetProperty(name).GetDouble();
            Func<string, double> input = name => @case.GetProperty("input").GetProperty(name).GetDouble();
            foreach (JsonProperty exact in @case.GetProperty("exact").EnumerateObject())
            {
                double? actual = model switch
                {
                    "BG/NBD" => Purchases(new BgNbdModel(parameter("r"), parameter("alpha"), parameter("a"), parameter("b"), TimeUnit.Week), exact.Name, input),
                    "MBG/NBD" => Purchases(new MbgNbdModel(parameter("r"), parameter("alpha"), parameter("a"), parameter("b"), TimeUnit.Week), exact.Name, input),
                    "Gamma-Gamma" => Spend(new GammaGammaModel(parameter("p"), parameter("q"), parameter("v")), exact.Name, input),
                    _ => null,
                };
                if (actual is not { } value)
                    continue;
                compared++;
                double expected = double.Parse(exact.Value.GetString()!, CultureInfo.InvariantCulture);
                bool infinite = model == "Gamma-Gamma" && exact.Name != "loglik" && expected < 0;
                bool right = infinite ? double.IsPositiveInfinity(value) : Math.Abs(value - expected) <= 1e-11 * Math.Abs(expected);
                if (!right)
                    wrong.Add($"{model}, {@case.GetProperty("label").GetString()}, {exact.Name}: {value:R} for {expected:R}, relative {(value - expected) / expected:E2}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.True(compared >= 60, $"only {compared} values compared");
    }

    private static double Purchases(PurchaseModel model, string quantity, Func<string, double> input) => quantity switch
    {
        "loglik" => model.LogLikelihood(Customer(input)),
        "p_alive" => model.ProbabilityAlive(Customer(input)),
        "cond_expected_purchases" => model.ExpectedPurchases(Customer(input), input("t")),
        "expected_new_customer" => model.ExpectedPurchases(input("t")),
        "prob_n_purchases" => model.ProbabilityOfPurchases((int)input("n"), input("t")),
        _ => throw new InvalidOperationException(quantity),
    };

    private static double Spend(GammaGammaModel model, string quantity, Func<string, double> input) => quantity == "loglik"
        ? model.LogLikelihood((int)input("x"), input("m"))
        : model.ExpectedSpend((int)input("x"), input("m"));

    private static PurchaseSummary Customer(Func<string, double> input) => new((int)input("x"), input("tx"), input("T"));
}
