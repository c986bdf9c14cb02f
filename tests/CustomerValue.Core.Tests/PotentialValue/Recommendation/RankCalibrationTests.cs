using CustomerValue.Customers;
using CustomerValue.Numerics;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.PotentialValue.Recommendation;

/// <summary>What a rank is worth, reckoned by hand.</summary>
public sealed class RankCalibrationTests
{
    private static readonly LocalDate Cut = new(2024, 1, 1);

    /// <summary>A span of just a year, so that shares are chances a year.</summary>
    private static readonly RankCalibrationOptions AYear = new() { Ranks = 2, PriorCustomers = 1, Through = Cut.PlusDays(364) };

    /// <summary>Popularity ranks P before Q before R. Of c0 to c3 with S alone, three buy P and one Q: shares ¾ and ¼ beside p₀ = 4.5/9.</summary>
    [Fact]
    public void Shares_are_those_of_who_bought_the_product_of_the_rank()
    {
        Purchase[] purchases =
        [
            .. Many("x", 6, "P", -1), .. Many("x", 4, "Q", -1), .. Many("c", 4, "S", -2),
            .. Many("x", 6, "S", -2),
            .. Many("c", 3, "P", 5), .. Many("c", 1, "Q", 9), .. Many("c", 2, "unknown", 9), .. Many("newcomer", 5, "P", 9),
        ];
        RankCalibration found = RankCalibration.Of(purchases, Cut, RecommenderCandidate.Defaults[0], AYear);

        // x0 to x3 have everything; x4 and x5 lack Q alone, which is their first, and buy nothing.
        Assert.Equal([6, 4], found.Recommended.ToArray());
        Assert.Equal([3, 1], found.Bought.ToArray());
        double prior = 4.5 / 11, first = (3 + prior) / 7, second = (1 + prior) / 5;
        Assert.Equal(365 / 365.25, found.Years);
        Relative.Equal(1 - Math.Pow(1 - first, 365.25 / 365), found.PerYear[0], 1e-12);
        Relative.Equal(1 - Math.Pow(1 - second, 365.25 / 365), found.PerYear[1], 1e-12);
        Relative.Equal(1 - Math.Pow(1 - BetaQuantile.Of(3 + prior, 4 - prior, 0.05), 365.25 / 365), found.PerYearLow[0], 1e-12);
        Relative.Equal(1 - Math.Pow(1 - BetaQuantile.Of(1 + prior, 4 - prior, 0.95), 365.25 / 365), found.PerYearHigh[1], 1e-12);
        Assert.Equal(("popularity", Cut, 0.9), (found.Model, found.Cut, found.IntervalLevel));
    }

    /// <summary>Q, the second, is bought by three and P by one: the two are pooled, with the counts of one rank.</summary>
    [Fact]
    public void Shares_that_rise_with_the_rank_are_pooled()
    {
        Purchase[] purchases = [.. Many("x", 6, "P", -1), .. Many("x", 6, "Q", -300), .. Many("c", 4, "S", -2), .. Many("x", 6, "S", -2), .. Many("c", 1, "P", 5), .. Many("c", 3, "Q", 9)];
        RankCalibration found = RankCalibration.Of(purchases, Cut, RecommenderCandidate.Defaults[0], AYear);
        Assert.Equal([4, 4], found.Recommended.ToArray());
        Assert.Equal([1, 3], found.Bought.ToArray());
        double prior = 4.5 / 9, pooled = (4 + (2 * prior)) / 10;
        Relative.Equal(1 - Math.Pow(1 - pooled, 365.25 / 365), found.PerYear[0], 1e-12);
        Assert.Equal(found.PerYear[0], found.PerYear[1]);
        Relative.Equal(1 - Math.Pow(1 - BetaQuantile.Of((4 + (2 * prior)) / 2, (6 - (2 * prior)) / 2, 0.05), 365.25 / 365), found.PerYearLow[1], 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Chances_never_rise_and_lie_in_their_intervals_and_rows_and_names_change_nothing(int seed)
    {
        Purchase[] purchases = Shop.Random(300, 15, 6, seed);
        LocalDate cut = Shop.Day.PlusDays(400);
        foreach (IRecommenderEstimator estimator in RecommenderCandidate.Defaults.Take(5))
        {
            RankCalibration found = RankCalibration.Of(purchases, cut, estimator, new RankCalibrationOptions { Ranks = 20 });
            RankCalibration turned = RankCalibration.Of([.. purchases.Reverse().Select(line => line with { Customer = new CustomerId("k" + line.Customer.Value) })], cut, estimator, new RankCalibrationOptions { Ranks = 20 });
            Assert.Equal(found.PerYear.ToArray(), turned.PerYear.ToArray());
            for (int rank = 0; rank < 20; rank++)
            {
                Assert.True(found.PerYear[rank] is > 0 and < 1 && found.PerYearLow[rank] <= found.PerYear[rank] && found.PerYear[rank] <= found.PerYearHigh[rank] && found.PerYearHigh[rank] <= 1);
                Assert.True(rank == 0 || (found.PerYear[rank] <= found.PerYear[rank - 1] && found.Recommended[rank] <= found.Recommended[rank - 1]));
            }
        }
    }

    /// <summary>One customer of one says nothing; a hundred of a hundred say much.</summary>
    [Fact]
    public void Few_data_shrink_and_widen()
    {
        RankCalibration few = Sure(1), many = Sure(100);
        Assert.True(few.PerYear[0] < many.PerYear[0]);
        Assert.True(few.PerYearHigh[0] - few.PerYearLow[0] > 4 * (many.PerYearHigh[0] - many.PerYearLow[0]));

        static RankCalibration Sure(int customers) => RankCalibration.Of([.. Many("x", customers, "P", -1), .. Many("x", customers, "S", -1), .. Many("c", customers, "S", -1), .. Many("c", customers, "P", 3)], Cut, RecommenderCandidate.Defaults[0], new RankCalibrationOptions { Ranks = 1, Through = Cut.PlusDays(364) });
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Purchase[] purchases = Shop.Of("ab", "bc");
        Assert.Equal(3, Assert.Throws<DataRejectedException>(() => RankCalibration.Of(purchases, Shop.Day, RecommenderCandidate.Defaults[0], new RankCalibrationOptions { Ranks = 0, IntervalLevel = 1, PriorCustomers = double.NaN })).Problems.Count);
        Assert.Contains("take a day in the middle", Assert.Throws<DataRejectedException>(() => RankCalibration.Of(purchases, Shop.Day.PlusDays(1), RecommenderCandidate.Defaults[0])).Message, StringComparison.Ordinal);
        Assert.Contains("at least one product bought", Assert.Throws<DataRejectedException>(() => RankCalibration.Of(purchases, Shop.Day, RecommenderCandidate.Defaults[0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => RankCalibration.Of(null!, Cut, RecommenderCandidate.Defaults[0]));
        Assert.Throws<ArgumentNullException>(() => RankCalibration.Of(purchases, Cut, null!));
    }

    private static Purchase[] Many(string letter, int count, string product, int day) =>
        [.. Enumerable.Range(0, count).Select(i => new Purchase { Customer = new CustomerId($"{letter}{i:000}"), Product = product, Date = Cut.PlusDays(day), Amount = 1 })];
}
