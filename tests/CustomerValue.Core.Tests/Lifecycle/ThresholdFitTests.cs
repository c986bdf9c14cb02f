using CustomerValue.Lifecycle.Thresholds;

namespace CustomerValue.Tests.Lifecycle;

public sealed class ThresholdFitTests
{
    /// <summary>The best pair of bounds is found by trying all.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(1, 7)]
    public void No_pair_of_bounds_costs_less(double miss, double falseAlarm)
    {
        (double Silence, double Alive, bool Returned)[] judged = [.. Enumerable.Range(0, 300).Select(i => (Silence: i * 37 % 100 / 20.0, Alive: i * 61 % 97 / 97.0, Returned: i * i % 7 < 3)).Select(each => each with { Returned = each.Returned || each.Silence < each.Alive * 2 })];
        AlarmCosts costs = new() { Miss = miss, FalseAlarm = falseAlarm };
        AlarmGrid grid = new(judged, 1000);
        (double silence, double alive) = grid.Best(costs, 1.5, 0.7);
        double best = grid.Count(costs, silence, alive).Cost;
        Assert.True(best <= grid.Count(costs, 1.5, 0.7).Cost);
        foreach (double c in judged.Select(each => each.Silence).Where(c => c > 0).Distinct())
        {
            foreach (double a in judged.Select(each => each.Alive).Where(a => a > 0).Distinct())
                Assert.True(best <= grid.Count(costs, c, a).Cost + 1e-9);
        }
    }

    [Fact]
    public void Counts_are_those_of_the_definition()
    {
        AlarmGrid grid = new([(1, 0.9, true), (1, 0.9, false), (2, 0.9, true), (1, 0.1, false), (3, 0.1, true)], 10);
        AlarmCount count = grid.Count(new() { Miss = 2, FalseAlarm = 5 }, 2, 0.5);
        Assert.Equal((5L, 1L, 2L, 12.0), (count.Judged, count.Misses, count.FalseAlarms, count.Cost));
    }

    [Fact]
    public void A_default_that_nobody_beats_is_kept()
    {
        AlarmGrid grid = new([(1, 0.9, true), (5, 0.2, false)], 10);
        Assert.Equal((1.5, 0.7), grid.Best(new() { Miss = 1, FalseAlarm = 1 }, 1.5, 0.7));
        Assert.Equal((1.5, 0.7), new AlarmGrid([], 10).Best(new() { Miss = 1, FalseAlarm = 1 }, 1.5, 0.7));
    }
}
