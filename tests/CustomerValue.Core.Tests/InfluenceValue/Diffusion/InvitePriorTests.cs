using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.Validation;

namespace CustomerValue.Tests.InfluenceValue.Diffusion;

public sealed class InvitePriorTests
{
    /// <summary>a and b by the formula in numpy, the interval by scipy.stats.beta.ppf.</summary>
    [Fact]
    public void Moments_and_quantiles_are_as_worked_out()
    {
        InvitePrior prior = InvitePrior.Fit([0, 1, 3, 5, 0, 2, 0], [2, 4, 5, 10, 3, 2, 0]);
        Relative.Equal(1.8574518906931672, prior.A, 1e-12);
        Relative.Equal(2.532888941854319, prior.B, 1e-12);
        Relative.Equal(11 / 26.0, prior.Mean, 1e-12);
        (double low, double high) = prior.Interval(5, 10, 0.8);
        Assert.True(low < (5 + prior.A) / (10 + prior.A + prior.B) && high > (5 + prior.A) / (10 + prior.A + prior.B));
        Assert.Equal(0.1, MathNet.Numerics.SpecialFunctions.BetaRegularized(prior.A + 5, prior.B + 5, low), 1e-12);
        Assert.Equal(0.9, MathNet.Numerics.SpecialFunctions.BetaRegularized(prior.A + 5, prior.B + 5, high), 1e-12);
    }

    [Fact]
    public void Without_spread_the_prior_counts_for_all_that_was_seen()
    {
        InvitePrior prior = InvitePrior.Fit([1, 1, 1, 1], [2, 2, 2, 2]);
        Assert.Equal((4.0, 4.0), (prior.A, prior.B));
        InvitePrior apart = InvitePrior.Fit([0, 9, 0, 9], [9, 9, 9, 9]);
        Assert.InRange(apart.A, 1e-9, 1e-2);
    }

    [Fact]
    public void What_tells_no_prior_is_refused()
    {
        Assert.Contains("'0 of 5 by 2' tell no prior", Refused([0, 0], [2, 3]), StringComparison.Ordinal);
        Assert.Contains("tell no prior", Refused([2, 3], [2, 3]), StringComparison.Ordinal);
        Assert.Contains("'1 of 2 by 2' tell no prior", Refused([1, 0], [1, 1]), StringComparison.Ordinal);
        Assert.Contains("'3' is not in [0, 2]", Refused([3], [2]), StringComparison.Ordinal);
        Assert.Contains("invites: '-1' is below 0", Refused([0], [-1]), StringComparison.Ordinal);
        Assert.Contains("has 2 places for 1 conversions", Refused([0], [1, 2]), StringComparison.Ordinal);
        InvitePrior prior = InvitePrior.Fit([1, 0], [2, 2]);
        Assert.Throws<DataRejectedException>(() => prior.Interval(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => prior.Interval(0, 1, 1));
    }

    private static string Refused(int[] conversions, int[] invites) => Assert.Throws<DataRejectedException>(() => InvitePrior.Fit(conversions, invites)).Message;
}
