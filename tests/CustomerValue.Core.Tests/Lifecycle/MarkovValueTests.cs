using CustomerValue.Lifecycle.Migration;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Lifecycle;

public sealed class MarkovValueTests
{
    /// <summary>Four recencies and former customers: repurchase with .30, .20, .15, .05, margin 40, marketing 4 a period, d = 0.2.</summary>
    private static readonly double[,] Recency =
    {
        { 0.30, 0.70, 0, 0, 0 },
        { 0.20, 0, 0.80, 0, 0 },
        { 0.15, 0, 0, 0.85, 0 },
        { 0.05, 0, 0, 0, 0.95 },
        { 0, 0, 0, 0, 1 },
    };

    private static readonly double[] Reward = [36, -4, -4, -4, 0];

    /// <summary>A2 of the acceptance scenarios, in the form of Pfeifer &amp; Carraway (2000); to 1e-4, as given.</summary>
    [Fact]
    public void Value_of_customers_by_recency()
    {
        MarkovValue value = MarkovValue.Of(Recency, Reward, 0.2);
        Assert.All(value.Value.Zip([52.3196, 5.5538, 1.2508, -1.8200, 0]), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
        Assert.DoesNotContain(true, value.Stopped);
    }

    [Fact]
    public void Contact_stops_where_it_costs_more_than_it_brings()
    {
        MarkovValue value = MarkovValue.WithBestStops(Recency, Reward, 0.2);
        Assert.All(value.Value.Zip([53.1494, 6.6207, 2.6437, 0, 0]), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
        Assert.Equal([false, false, false, true, false], value.Stopped);
    }

    /// <summary>The best set is found by trying all 16 of them.</summary>
    [Theory]
    [InlineData(0.2, 4)]
    [InlineData(0.05, 9)]
    [InlineData(0.5, 2)]
    [InlineData(0.1, 30)]
    public void No_other_set_of_stops_is_worth_more(double discountRate, double marketing)
    {
        double[] reward = [40 - marketing, -marketing, -marketing, -marketing, 0];
        MarkovValue best = MarkovValue.WithBestStops(Recency, reward, discountRate);
        for (int set = 0; set < 16; set++)
        {
            double[,] transition = (double[,])Recency.Clone();
            double[] stopped = (double[])reward.Clone();
            for (int state = 0; state < 4; state++)
            {
                if ((set >> state & 1) == 0)
                    continue;
                stopped[state] = 0;
                for (int to = 0; to < 5; to++)
                    transition[state, to] = 0;
            }

            MarkovValue other = MarkovValue.Of(transition, stopped, discountRate);
            Assert.All(best.Value.Zip(other.Value), pair => Assert.True(pair.First >= pair.Second - 1e-9));
        }
    }

    [Fact]
    public void What_is_no_chain_is_refused()
    {
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => MarkovValue.Of(new[,] { { 0.7, 0.4 }, { -0.1, 0.2 } }, [1, double.NaN], 0.1));
        Assert.Equal([(0L, "transition"), (1L, "transition"), (1L, "reward")], refusal.Problems.Select(problem => (problem.Row!.Value, problem.Field)));
        Assert.Throws<DataRejectedException>(() => MarkovValue.Of(Recency, Reward, 0));
        Assert.Throws<DataRejectedException>(() => MarkovValue.Of(Recency, [1], 0.1));
    }
}
