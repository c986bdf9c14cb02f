using CustomerValue.Customers;
using CustomerValue.LifetimeValue.Simple;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.Simple;

public class MarkovChainValueTests
{
    /// <summary>Bought last 1, 2, 3 or 4 periods ago, or lost.</summary>
    private static readonly MarkovChainValue Recency = new([[0.3, 0.7, 0, 0, 0], [0.2, 0, 0.8, 0, 0], [0.15, 0, 0, 0.85, 0], [0.05, 0, 0, 0, 0.95], [0, 0, 0, 0, 1]], TimeUnit.Year);

    private static readonly decimal[] Margins = [36, -4, -4, -4, 0];

    /// <summary>A purchase brings 40, contact costs 4 a period, d = 20 %; by hand and with 30 digits as well.</summary>
    [Fact]
    public void Pfeifer_carraway_2000_values_by_recency_to_three_decimals()
    {
        Assert.Equal([52.320m, 5.554m, 1.251m, -1.820m, 0], Recency.Value(Margins, 0.2).Select(value => Math.Round(value, 3)));
        Assert.Equal([50.115m, 4.220m, 0.592m, -1.980m, 0], Recency.Value(Margins, 0.2, 4).Select(value => Math.Round(value, 3)));
        Assert.Equal(Margins, Recency.Value(Margins, 0.2, 0));
    }

    [Fact]
    public void Over_many_periods_the_finite_value_meets_that_of_all_time()
    {
        IReadOnlyList<decimal> all = Recency.Value(Margins, 0.2);
        Assert.All(Recency.Value(Margins, 0.2, 200).Zip(all), pair => Assert.Equal((double)pair.Second, (double)pair.First, 1e-12));
    }

    [Fact]
    public void Two_states_are_constant_retention()
    {
        MarkovChainValue chain = new([[0.8, 0.2], [0, 1]], TimeUnit.Month);
        ConstantRetention form = new(25, 0.8, TimeUnit.Month);
        Assert.Equal((double)form.Value(0.1, FirstMargin.Now), (double)chain.Value([25, 0], 0.1)[0], 1e-10);
        Assert.Equal((double)form.Value(0.1, FirstMargin.Now, 13), (double)chain.Value([25, 0], 0.1, 12)[0], 1e-10);
    }

    [Fact]
    public void A_chain_that_is_none_is_refused_by_row()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new MarkovChainValue([[0.5, 0.4, 0.2], [1.2, -0.2, 0], [1, 0]], TimeUnit.Year));
        Assert.Equal([0, 1, 2], refused.Problems.Select(problem => problem.Row!.Value));
        Assert.Throws<DataRejectedException>(() => new MarkovChainValue([], TimeUnit.Year));
        Assert.Throws<DataRejectedException>(() => new MarkovChainValue([[double.NaN]], TimeUnit.Year));
        Assert.Throws<ArgumentOutOfRangeException>(() => Recency.Value(Margins, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Recency.Value(Margins, 0.2, -1));
        Assert.Throws<ArgumentException>(() => Recency.Value([1, 2], 0.2));
    }
}
