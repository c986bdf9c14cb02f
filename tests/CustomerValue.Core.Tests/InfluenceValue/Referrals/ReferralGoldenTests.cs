using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Attribution;
using CustomerValue.InfluenceValue.Referrals;
using NodaTime;

namespace CustomerValue.Tests.InfluenceValue.Referrals;

/// <summary>Against the worked examples of reference/influence, to 1e-9 relative.</summary>
public sealed class ReferralGoldenTests
{
    private static readonly LocalDate Day = new(2024, 1, 1);

    [SkippableFact]
    public void The_referral_tree_is_credited_as_worked_out()
    {
        JsonElement expected = Reference("referral_tree");
        ReferralNetwork network = ReferralNetwork.Of(expected.GetProperty("parent").EnumerateObject().Select(link => new Referral { Referrer = new(link.Value.GetString()!), Referee = new(link.Name), Day = Day }));
        ReferredMargin[] margins = [.. expected.GetProperty("margin").EnumerateObject().Select(margin => new ReferredMargin { Customer = new(margin.Name), Day = Day, Margin = margin.Value.GetDecimal() })];
        ReferralLedger ledger = ReferralLedger.Of(network, margins, new ReferralLedgerOptions { Decimals = 12 });

        Equal(expected.GetProperty("conserving_lambda_0_4"), network, [.. ledger.Credit.ToArray().Select(credit => (double)credit)]);
        Equal(expected.GetProperty("geometric"), network, [.. network.DoubleCountedCredit([.. margins.Select(margin => (double)margin.Margin)], 0.5)]);
        Equal(expected.GetProperty("direct_only"), network, [.. ReferralLedger.Of(network, margins, new ReferralLedgerOptions { Generations = 1, CausalShare = 1 }).Credit.ToArray().Select(credit => (double)credit)]);
        Assert.Equal(172m, ledger.Credit.ToArray().Sum());
        Assert.Equal(430m, ledger.ReferredMargin);
        Assert.Equal(430m, ledger.CreditIfAllCaused.ToArray().Sum());
    }

    [SkippableFact]
    public void Customer_referral_value_is_as_worked_out()
    {
        JsonElement expected = Reference("crv"), inputs = expected.GetProperty("inputs");
        double Input(string name, int customer, int period) => inputs.GetProperty(name).TryGetProperty($"{customer}", out JsonElement values) ? values[period - 1].GetDouble() : 0;
        CustomerReferralValue value = CustomerReferralValue.Of(
            from customer in new[] { 1, 2, 3 }
            from period in new[] { 1, 2 }
            select new ReferralCashFlow
            {
                Customer = new($"{customer}"),
                Period = period,
                TypeOneProbability = customer < 3 ? 1 : 0,
                Margin = Input("A", customer, period),
                Reward = Input("a", customer, period),
                MarketingCost = Input("M", customer, period),
                SavedAcquisitionCost = Input("ACQ1", customer, period) + Input("ACQ2", customer, period),
            },
            expected.GetProperty("r_semiannual").GetDouble());
        Relative.Equal(expected.GetProperty("type_one").GetDouble(), value.TypeOne, 1e-9);
        Relative.Equal(expected.GetProperty("type_two").GetDouble(), value.TypeTwo, 1e-9);
        Relative.Equal(expected.GetProperty("CRV").GetDouble(), value.Value, 1e-9);
        Assert.Equal(["1", "2", "3"], value.Referred.Select(customer => customer.Value));
    }

    [SkippableFact]
    public void Several_influencers_are_credited_as_worked_out()
    {
        JsonElement expected = Reference("shapley"), worth = expected.GetProperty("v");
        string[] sets = ["none", "A", "B", "A+B", "C", "A+C", "B+C", "A+B+C"];
        ShapleyValue shapley = ShapleyValue.Of(3, set => worth.GetProperty(sets[set]).GetDouble());
        IReadOnlyList<decimal> credit = shapley.Credit(1000, 12);
        JsonElement noisy = Reference("shapley_noisy_or"), decay = Reference("time_decay");
        double[] p = [.. noisy.GetProperty("p").EnumerateObject().Select(each => each.Value.GetDouble())];
        IReadOnlyList<double> parts = NoisyOr.Shapley(p);
        double[] ages = [.. decay.GetProperty("days").EnumerateArray().Select(day => day.GetDouble())];
        IReadOnlyList<decimal> aged = TimeDecay.Credit(100, ages, 14, 30, 12);
        for (int i = 0; i < 3; i++)
        {
            string name = "ABC"[i..(i + 1)];
            Relative.Equal(expected.GetProperty("shapley_float").GetProperty(name).GetDouble(), shapley.Values[i], 1e-9);
            Relative.Equal(expected.GetProperty("credit_on_margin_1000").GetProperty(name).GetDouble(), (double)credit[i], 1e-9);
            Relative.Equal(noisy.GetProperty("shapley").GetProperty(name).GetDouble(), parts[i], 1e-9);
            Relative.Equal(decay.GetProperty("weights")[i].GetDouble(), TimeDecay.Weight(ages[i], 14, 30), 1e-9);
            Relative.Equal(decay.GetProperty("credit")[i].GetDouble(), (double)aged[i], 1e-9);
        }

        Relative.Equal(noisy.GetProperty("grand").GetDouble(), NoisyOr.Grand(p), 1e-9);
        Assert.Equal((1000m, 100m), (credit.Sum(), aged.Sum()));
    }

    private static JsonElement Reference(string file) => JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/influence/{file}.json"))).RootElement;

    private static void Equal(JsonElement expected, ReferralNetwork network, double[] actual)
    {
        foreach (JsonProperty each in expected.EnumerateObject())
        {
            Assert.True(network.TryGetRow(new(each.Name), out int row));
            Relative.Equal(each.Value.GetDouble(), actual[row], 1e-9);
        }
    }
}
