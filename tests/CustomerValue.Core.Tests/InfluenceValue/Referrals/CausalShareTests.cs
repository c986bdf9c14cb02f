using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Validation;

namespace CustomerValue.Tests.InfluenceValue.Referrals;

/// <summary>Intervals from scipy.stats.contingency.relative_risk, method katz.</summary>
public sealed class CausalShareTests
{
    [Theory]
    [InlineData(200, 50, 100, 10, 0.2451149656962005, 0.7880471956268656)]
    [InlineData(2_000, 300, 1_000, 60, 0.4778011414329094, 0.6936033134215599)]
    public void Lambda_and_its_interval_are_those_of_Katz(long invited, long joined, long heldOut, long joinedAnyway, double low, double high)
    {
        CausalShare share = CausalShare.OfExperiment(invited, joined, heldOut, joinedAnyway);
        Relative.Equal(0.6, share.Value!.Value, 1e-14);
        Relative.Equal(low, share.Low, 1e-12);
        Relative.Equal(high, share.High, 1e-12);
        Assert.Equal(0.6m, share.Rounded);
    }

    [Fact]
    public void Who_comes_as_often_without_an_invitation_comes_anyway()
    {
        CausalShare share = CausalShare.OfExperiment(100, 10, 100, 20);
        Assert.Equal((0.0, 0.0), (share.Value, share.Low));
        Assert.InRange(share.High, 0.01, 0.2);
        Assert.Equal(1 - (0.5 / 101 / (10.5 / 101) * Math.Exp(1.959963984540054 * Math.Sqrt((1 / 0.5) - (1 / 101.0) + (1 / 10.5) - (1 / 101.0)))), CausalShare.OfExperiment(100, 10, 100, 0).Low, 1e-12);
        Assert.Equal((1.0, 1.0), (CausalShare.OfExperiment(100, 10, 100, 0).Value, CausalShare.OfExperiment(100, 10, 100, 0).High));
        CausalShare sure = CausalShare.OfExperiment(50, 50, 50, 50);
        Assert.Equal((0.0, 0.0), (sure.Value, sure.Low));
        Assert.InRange(sure.High, 0.01, 0.1);
    }

    [Theory]
    [InlineData(100, 0, 100, 3)]
    [InlineData(0, 0, 100, 3)]
    [InlineData(100, 9, 0, 0)]
    public void An_experiment_that_says_nothing_says_so(long invited, long joined, long heldOut, long joinedAnyway)
    {
        CausalShare share = CausalShare.OfExperiment(invited, joined, heldOut, joinedAnyway);
        Assert.Equal((null, null, 0.0, 1.0), (share.Value, share.Rounded, share.Low, share.High));
        Assert.StartsWith("What invitations cause isn't known", share.Reason.English, StringComparison.Ordinal);
        Assert.StartsWith("邀请的作用未知", share.Reason.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_that_are_none_are_refused_all_at_once()
    {
        Assert.Equal(4, Assert.Throws<DataRejectedException>(() => CausalShare.OfExperiment(10, 11, -1, 0, 1)).Count);
        Assert.Contains("'11' is not in [0, 10]", Assert.Throws<DataRejectedException>(() => CausalShare.OfExperiment(10, 11, 5, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("'6' is not in [0, 5]", Assert.Throws<DataRejectedException>(() => CausalShare.OfExperiment(10, 1, 5, 6)).Message, StringComparison.Ordinal);
        Assert.Contains("level", Assert.Throws<DataRejectedException>(() => CausalShare.OfExperiment(10, 1, 5, 1, double.NaN)).Message, StringComparison.Ordinal);
    }
}
