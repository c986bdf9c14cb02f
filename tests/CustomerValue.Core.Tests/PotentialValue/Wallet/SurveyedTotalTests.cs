using CustomerValue.PotentialValue.Wallet;
using CustomerValue.Validation;

namespace CustomerValue.Tests.PotentialValue.Wallet;

public sealed class SurveyedTotalTests
{
    /// <summary>Errors 1, −1, 3, −3: no mean, no skewness, variance 20/3; four others.</summary>
    [Fact]
    public void The_total_is_corrected_by_the_error_among_the_asked()
    {
        SurveyedTotal total = SurveyedTotal.Of([11, 19, 33, 37], Foreseen(10, 20, 30, 40), Foreseen(10, 20, 30, 40));
        Relative.Equal(200, total.Total, 1e-14);
        Relative.Equal(200 + (1.959963984540054 * 4 * Math.Sqrt(20 / 3.0 / 2)), total.High, 1e-12);
        Relative.Equal(400 - total.High, total.Low, 1e-12);
        Assert.Equal(240, SurveyedTotal.Of([21, 29, 43, 47], Foreseen(10, 20, 30, 40), Foreseen(10, 20, 30, 40)).Total - 40, 1e-12);
    }

    /// <summary>A constant off changes nothing: the correction takes it out.</summary>
    [Fact]
    public void A_model_that_is_off_gives_the_same_total()
    {
        double[] answers = [5, 9, 30, 100, 12];
        SurveyedTotal right = SurveyedTotal.Of(answers, Foreseen(6, 8, 25, 70, 12), Foreseen(10, 20)), off = SurveyedTotal.Of(answers, Foreseen(106, 108, 125, 170, 112), Foreseen(110, 120));
        Assert.Equal(right.Total, off.Total, 1e-9);
        Assert.Equal(right.High, off.High, 1e-9);
        Assert.True(right.High - right.Total > right.Total - right.Low);
        Assert.Equal(156, SurveyedTotal.Of(answers, Foreseen(6, 8, 25, 70, 12), []).High);
    }

    /// <summary>Hall's interval at n = 5, errors −1, 1, 5, 30, 0: by numpy.</summary>
    [Fact]
    public void The_interval_is_bent_by_skewness()
    {
        SurveyedTotal total = SurveyedTotal.Of([5, 9, 30, 100, 12], Foreseen(6, 8, 25, 70, 12), Foreseen(10, 20));
        Relative.Equal(169.2785909668017, total.Low, 1e-9);
        Relative.Equal(374.5611716372665, total.High, 1e-9);
    }

    [Fact]
    public void What_cannot_be_added_is_refused()
    {
        Assert.Throws<DataRejectedException>(() => SurveyedTotal.Of([1], Foreseen(1), Foreseen(2)));
        Assert.Throws<DataRejectedException>(() => SurveyedTotal.Of([1, 2], Foreseen(1), Foreseen(2)));
        Assert.Contains("NaN", Assert.Throws<DataRejectedException>(() => SurveyedTotal.Of([1, double.NaN], Foreseen(1, 2), Foreseen(2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SurveyedTotal.Of([1, 2], Foreseen(1, 2), Foreseen(2), 1));
    }

    private static WalletEstimate[] Foreseen(params double[] wallets) => [.. wallets.Select(wallet => new WalletEstimate { Wallet = wallet, Low = wallet, High = wallet, LookAlikes = 1 })];
}
