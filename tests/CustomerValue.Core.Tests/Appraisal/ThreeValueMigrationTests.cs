using CustomerValue.Appraisal.Migration;
using CustomerValue.Customers;
using CustomerValue.Segmentation.ThreeValues;
using CustomerValue.Tests.Segmentation;
using CustomerValue.Tests.Segmentation.ThreeValues;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Appraisal;

public sealed class ThreeValueMigrationTests
{
    private static readonly ThreeValueSegmentation First = new(ThreeValueToy.At(100, 50, 10, 40));

    [Fact]
    public void Who_crossed_which_threshold_by_how_much()
    {
        // c0 stays; c1 rises on two; c2 falls from high to middle; c3 wins influence that was unknown; c4 falls from middle to low; c5 leaves; c6 is
        // unknown later and c8 was before; c7 is new.
        CustomerBase before = ThreeValueToy.Of([120, 90, 100, 10, 40, 500, 500, 1], [10, 49, 60, 0, 0, 0, 0, double.NaN], [0, 0, 0, double.NaN, 0, 0, 0, 0], i => $"c{(i == 7 ? 8 : i):D4}");
        CustomerBase after = ThreeValueToy.Of([130, 100, 99, 10, 39.5, 50, 1, 500], [10, 51, 60, 0, 0, double.NaN, 60, 10], [0, 0, 0, 12, 0, 0, 0, 0], i => $"c{(i >= 5 ? i + 1 : i):D4}");
        ThreeValueMigration migration = ThreeValueMigration.Between(First, before, after);

        Assert.Equal(["c0001 Established 10", "c0001 Potential 2", "c0002 Established -1", "c0003 Influence ", "c0004 Middle -0.5"],
            migration.Crossings.Select(crossing => FormattableString.Invariant($"{crossing.Customer} {crossing.Bound} {crossing.Change}")));
        Assert.Equal([(1, 1), (1, 0), (1, 0), (0, 1)], migration.Crossed.Select(crossed => (crossed.Rose, crossed.Fell)));
        Assert.Equal("The established value rose from 90.00 to 100.00; high begins at 100.00.", migration.Crossings[0].Reason.English);
        Assert.Equal("既成价值由100.00降至99.00；100.00起为高。", migration.Crossings[2].Reason.Chinese);
        Assert.Equal("The influence value rose from unknown to 12.00; high begins at 10.00.", migration.Crossings[3].Reason.English);
        Assert.Equal((39.5, 40.0, false), (migration.Crossings[4].After, migration.Crossings[4].Threshold, migration.Crossings[4].Rose));

        int Of(string key) => First.Segments.Select((segment, index) => (segment.Key, index)).First(pair => pair.Key == key).index;
        Assert.Equal((7, 5), (migration.Segments.Matched, migration.Segments.Moved));
        Assert.Equal((1, 1, 1), (migration.Segments.Matrix[Of("lll")][Of("hhl")], migration.Segments.Matrix[Of("hhl")][Of("lhl")], migration.Segments.Matrix[Of("hll")][Of("incomplete")]));
        Assert.Equal((1, 1), (migration.Segments.Joined[Of("lhl")], migration.Segments.Left[Of("hll")]));
        Assert.Equal(["high", "potential", "middle", "low", "incomplete"], migration.Tiers.Segments.Select(tier => tier.Key));
        Assert.Equal((1, 1, 1), (migration.Tiers.Matrix[2][0], migration.Tiers.Matrix[0][1], migration.Tiers.Matrix[2][3]));
        Assert.Equal((1, 1), (migration.Tiers.Joined[1], migration.Tiers.Left[0]));
        Assert.Same(First.Thresholds, migration.Thresholds);
    }

    [Fact]
    public void A_percentile_that_moved_alone_moves_nobody()
    {
        CustomerBase before = ThreeValueToy.Of([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], null);
        CustomerBase after = ThreeValueToy.Of([1, 2, 3, 4, 5, 60, 70, 80], [1, 2, 3, 4, 5, 60, 70, 80], null);
        ThreeValueSegmentation segmentation = ThreeValueToy.Fit(before);
        Assert.NotEqual(segmentation.Thresholds, ThreeValueToy.Fit(after).Thresholds);
        ThreeValueMigration migration = ThreeValueMigration.Between(segmentation, before, after);
        Assert.Equal((0, 5, 3), (migration.Segments.Moved, migration.Segments.Matched, migration.Segments.Joined.Sum()));
        Assert.Empty(migration.Crossings);
    }

    [Fact]
    public void Lists_are_cut_and_numbers_count_all()
    {
        CustomerBase before = ThreeValueToy.Of(new double[20], new double[20], null);
        double[] much = [.. Enumerable.Repeat(500.0, 20)];
        ThreeValueMigration migration = ThreeValueMigration.Between(First, before, ThreeValueToy.Of(much, new double[20], null), mostListed: 3);
        Assert.Equal((3, 20, 3), (migration.Crossings.Count, migration.Crossed[0].Rose, migration.Segments.Movements.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => ThreeValueMigration.Between(First, before, before, mostListed: -1));
    }

    [Fact]
    public void Dates_in_two_currencies_and_nothing_given_are_refused()
    {
        CustomerBase dollars = SmallBase.Of([(1, 1, 5)], currency: new Currency("USD")), yuan = SmallBase.Of([(1, 1, 5)], currency: new Currency("CNY"));
        Assert.Equal("currency", Assert.Single(Assert.Throws<DataRejectedException>(() => ThreeValueMigration.Between(First, dollars, yuan)).Problems).Field);
        Assert.Throws<ArgumentNullException>(() => ThreeValueMigration.Between(null!, dollars, yuan));
        Assert.Throws<ArgumentNullException>(() => ThreeValueMigration.Between(First, null!, yuan));
        Assert.Throws<ArgumentNullException>(() => ThreeValueMigration.Between(First, dollars, null!));
    }
}
