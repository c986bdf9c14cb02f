using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.Validation;

namespace CustomerValue.Tests.InfluenceValue.Diffusion;

public sealed class InvitePriorTests
{
    /// <summary>By numpy and scipy over the same hundred correlations: betaln, beta.cdf and brentq.</summary>
    [Fact]
    public void Prior_and_quantiles_are_as_worked_out()
    {
        InvitePrior prior = InvitePrior.Fit([0, 1, 3, 5, 0, 2, 0], [2, 4, 5, 10, 3, 2, 0]);
        Relative.Equal(0.24934545308710726, prior.Correlation, 1e-9);
        Relative.Equal(1.273673179396868, prior.A, 1e-9);
        Relative.Equal(1.7368270628139109, prior.B, 1e-9);
        Relative.Equal(11 / 26.0, prior.Mean, 1e-12);
        (double low, double high) = prior.Interval(5, 10, 0.8);
        Relative.Equal(0.31746007138459764, low, 1e-9);
        Relative.Equal(0.6415372188268574, high, 1e-9);
        InvitePrior shuffled = InvitePrior.Fit([0, 2, 5, 0, 3, 1, 0], [3, 2, 10, 0, 5, 4, 2]);
        Assert.Equal((prior.A, prior.B), (shuffled.A, shuffled.B));
    }

    [Fact]
    public void The_more_senders_differ_the_less_the_prior_counts_for()
    {
        Relative.Equal(2.4993751218515405, InvitePrior.Fit([1, 1, 1, 1], [2, 2, 2, 2]).A, 1e-9);
        Relative.Equal(0.07504960043759101, InvitePrior.Fit([0, 9, 0, 9], [9, 9, 9, 9]).A, 1e-9);
        Assert.InRange(InvitePrior.Fit([500_000, 500_000], [1_000_000, 1_000_000]).A, 5, 100);
    }

    [Fact]
    public void What_tells_no_prior_is_refused()
    {
        Assert.Contains("'0 of 5' tell no prior", Refused([0, 0], [2, 3]), StringComparison.Ordinal);
        Assert.Contains("tell no prior", Refused([2, 3], [2, 3]), StringComparison.Ordinal);
        Assert.Contains("'1 of 2' tell no prior", Refused([1, 0], [1, 1]), StringComparison.Ordinal);
        Assert.Contains("'3' is not in [0, 2]", Refused([3], [2]), StringComparison.Ordinal);
        Assert.Contains("invites: '-1' is below 0", Refused([0], [-1]), StringComparison.Ordinal);
        Assert.Contains("has 2 places for 1 conversions", Refused([0], [1, 2]), StringComparison.Ordinal);
        InvitePrior prior = InvitePrior.Fit([1, 0], [2, 2]);
        Assert.Throws<DataRejectedException>(() => prior.Interval(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => prior.Interval(0, 1, 1));
    }

    private static string Refused(int[] conversions, int[] invites) => Assert.Throws<DataRejectedException>(() => InvitePrior.Fit(conversions, invites)).Message;
}
