using CustomerValue.InfluenceValue.Attribution;
using FsCheck.Xunit;

namespace CustomerValue.Tests.InfluenceValue.Attribution;

public sealed class AttributionTests
{
    /// <summary>Player 0 adds nothing, 1 and 2 are alike.</summary>
    [Property(MaxTest = 30)]
    public void Parts_sum_to_the_whole_alike_players_have_alike_parts_and_dummies_none(int seed)
    {
        Random random = new(seed);
        double[] worths = [.. Enumerable.Range(0, 1 << 6).Select(_ => random.NextDouble())];
        double Worth(long set) => worths[(System.Numerics.BitOperations.PopCount((ulong)set & 6) * 16) + (int)((set >> 3) & 15)];
        ShapleyValue shapley = ShapleyValue.Of(7, Worth);
        Assert.Equal(Worth(127) - Worth(0), shapley.Values.ToArray().Sum(), 1e-12);
        Assert.Equal(0, shapley.Values[0]);
        Assert.Equal(shapley.Values[1], shapley.Values[2], 1e-14);
        Assert.True(shapley.IsExact);
    }

    [Property(MaxTest = 30)]
    public void The_closed_form_of_noisy_or_is_its_Shapley_value(int seed)
    {
        Random random = new(seed);
        double[] p = [.. Enumerable.Range(0, 9).Select(i => i == 0 ? 1 : i == 1 ? 0 : random.NextDouble())];
        ShapleyValue exact = ShapleyValue.Of(9, set => NoisyOr.Grand([.. p.Where((_, i) => (set >> i & 1) == 1)]));
        IReadOnlyList<double> closed = NoisyOr.Shapley(p);
        Assert.All(Enumerable.Range(0, 9), i => Assert.Equal(exact.Values[i], closed[i], 1e-13));
    }

    [Fact]
    public void Above_15_players_parts_are_sampled_with_their_errors()
    {
        double[] p = [.. Enumerable.Range(1, 20).Select(i => i / 40.0)];
        double Worth(long set)
        {
            double none = 1;
            for (int i = 0; i < p.Length; i++)
                none *= (set >> i & 1) == 1 ? 1 - p[i] : 1;
            return 1 - none;
        }

        ShapleyValue sampled = ShapleyValue.Of(20, Worth, 4_000, seed: 7);
        IReadOnlyList<double> closed = NoisyOr.Shapley(p);
        Assert.False(sampled.IsExact);
        for (int i = 0; i < p.Length; i++)
        {
            Assert.InRange((sampled.Values[i] - closed[i]) / sampled.StandardErrors[i], -4, 4);
            Assert.InRange(sampled.StandardErrors[i], 1e-6, 0.01);
        }

        Assert.Equal(NoisyOr.Grand(p), sampled.Values.ToArray().Sum(), 1e-12);
        Assert.Equal(sampled.Values.ToArray(), ShapleyValue.Of(20, Worth, 4_000, seed: 7).Values.ToArray());
    }

    [Fact]
    public void Many_influencers_share_what_they_bring()
    {
        double[] p = [.. Enumerable.Range(0, 500).Select(i => i % 10 / 10.0)];
        Assert.Equal(NoisyOr.Grand(p), NoisyOr.Shapley(p).Sum(), 1e-12);
        Assert.Empty(NoisyOr.Shapley([]));
        Assert.Equal(3e-20, NoisyOr.Grand([1e-20, 2e-20]), 1e-32);
        Assert.Throws<ArgumentOutOfRangeException>(() => NoisyOr.Shapley(new double[1001]));
    }

    [Fact]
    public void Contacts_beyond_the_window_or_to_come_get_nothing()
    {
        Assert.Equal([0m, 0m], TimeDecay.Credit(10, [31, -1], 14, 30));
        Assert.Equal([0m, 10m, 0m], TimeDecay.Credit(10, [31, 30, -1], 14, 30));
        Assert.Equal([5m, 5m], TimeDecay.Credit(10, [1e6, 1e6], 1));
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeDecay.Weight(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeDecay.Weight(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeDecay.Weight(1, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeDecay.Credit(1, [1], 1, null, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => NoisyOr.Shapley([1.5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShapleyValue.Of(64, _ => 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShapleyValue.Of(2, _ => double.NaN));
        Assert.Throws<InvalidOperationException>(() => ShapleyValue.Of(2, _ => 0).Credit(1));
    }
}
