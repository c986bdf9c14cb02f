using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Evaluation.Drift;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Tests.Segmentation.Laws;
using CustomerValue.Validation;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Segmentation.Evaluation;

/// <summary>The matrix against pandas, customer by customer; and what moved whom.</summary>
public class SegmentMigrationTests
{
    private static readonly Segment[] Bands = [Segment("low"), Segment("high")];

    [SkippableFact]
    public void Recency_scores_of_two_dates_migrate_as_in_the_reference()
    {
        JsonElement expected = EvaluationData.Reference("agreement_drift_geo").GetProperty("migration_recency_score");
        Purchase[] purchases = [.. SharedData.Lines("data/rfm/rfm_data_orders.csv.gz").Skip(1).Select(line => line.Split(',')).Select(order => new Purchase
        {
            Customer = new CustomerId(order[0]),
            Date = LocalDatePattern.Iso.Parse(order[1]).Value,
            Amount = decimal.Parse(order[2], CultureInfo.InvariantCulture),
        })];
        (CustomerBase before, int[] scoresBefore) = Scored(purchases, new LocalDate(2006, 6, 30));
        (CustomerBase after, int[] scoresAfter) = Scored(purchases, new LocalDate(2006, 12, 31));
        SegmentMigration migration = SegmentMigration.Between([.. Enumerable.Range(1, 5).Select(score => Segment($"r{score}"))], before, scoresBefore, after, scoresAfter);
        Assert.Equal(expected.GetProperty("matrix_rows_R1_cols_R2").EnumerateArray().Select(row => row.Integers().Select(count => (long)count)), migration.Matrix);
        Assert.Equal(expected.GetProperty("n").GetInt64(), migration.Matched);
        Assert.Equal(expected.GetProperty("new_customers").GetInt64(), migration.Joined.Sum());
        Assert.Equal(0, migration.Left.Sum());
        EvaluationData.Near(expected.GetProperty("segment_share_psi").GetDouble(), migration.Shares.Psi);

        // Nobody's recency score can change but by recency, and a column of the same content can't be told from it.
        SegmentFlow most = migration.Flows[0];
        Assert.Equal((4, 2, 125L), (most.From, most.To, most.Customers));
        Assert.Equal("purchases.recency_days", most.MainCauses[0].Key);
        Assert.Equal(migration.Moved, migration.Movements.Count);
        Assert.Contains("recency in days", migration.Movements[0].Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_moved_is_listed_with_the_column_that_moved_them()
    {
        CustomerBase before = People([("a", 100, "x"), ("b", 900, "y"), ("c", 120, "x"), ("d", 880, "y"), ("gone", 90, "x")]);
        CustomerBase after = People([("a", 950, "x"), ("b", 910, "y"), ("c", 110, "x"), ("d", 70, "x"), ("new", 990, "y")]);
        SegmentMigration migration = SegmentMigration.Between(Bands, before, Cut(before), after, Cut(after));
        Assert.Equal(new long[][] { [1, 1], [1, 1] }, migration.Matrix);
        Assert.Equal([0L, 1L], migration.Joined);
        Assert.Equal([1L, 0L], migration.Left);
        Assert.Equal((4L, 2L), (migration.Matched, migration.Moved));
        Assert.Equal(["a", "d"], migration.Movements.Select(movement => movement.Customer.Value));
        MovementCause cause = Assert.Single(migration.Movements[0].Causes);
        Assert.Equal(("income", "100", "950", 1.0), (cause.Column, cause.Before, cause.After, cause.Part));
        Assert.Equal("From low to high: income 100 → 950 (100%).", migration.Movements[0].Reason.English);
        Assert.Equal("从“low”转入“high”：收入 100 → 950（100%）。", migration.Movements[0].Reason.Chinese);
        Assert.Equal(["income", "club"], migration.Movements[1].Causes.Select(found => found.Column));
        Assert.Equal(1, migration.Movements[1].Causes.Sum(found => found.Part), 1e-12);
        Assert.Single(SegmentMigration.Between(Bands, before, Cut(before), after, Cut(after), 1).Movements);
    }

    [Fact]
    public void A_segmentation_fitted_again_may_move_customers_who_did_not_change()
    {
        CustomerBase people = People([("a", 100, "x"), ("b", 500, "x"), ("c", 900, "x")]);
        SegmentMigration moved = SegmentMigration.Between(new Above(400), people, new Above(600), people);
        CustomerMovement movement = Assert.Single(moved.Movements);
        Assert.Equal(("b", true, 0), (movement.Customer.Value, movement.BoundsMoved, movement.Causes.Count));
        Assert.Contains("the bounds moved", movement.Reason.English, StringComparison.Ordinal);
        Assert.Equal(0, SegmentMigration.Between(new Above(400), people, people).Moved);
    }

    [Fact]
    public void Rfm_at_one_date_and_the_same_date_moves_nobody_and_names_of_customers_do_not_show()
    {
        Population shop = new()
        {
            Purchases = [.. Enumerable.Range(0, 400).Select(i => new Purchase { Customer = new CustomerId($"c{i * i % 83}"), Date = Population.Day.PlusDays(-(i * 37 % 500)), Amount = 10 + (i * 7 % 90) })],
        };
        ISegmentation segmentation = new RfmStrategy().Fit(shop.Base());
        Population later = shop with { AsOf = Population.Day.PlusDays(200) };
        SegmentMigration plain = SegmentMigration.Between(segmentation, shop.Base(), later.Base());
        Func<CustomerId, CustomerId> turned = id => new CustomerId("z" + string.Concat(id.Value.Reverse()));
        SegmentMigration renamed = SegmentMigration.Between(segmentation, shop.Base(turned), later.Base(turned));
        Assert.Equal(0, SegmentMigration.Between(segmentation, shop.Base(), shop.Base()).Moved);
        Assert.True(plain.Moved > 0);
        Assert.Equal(plain.Matrix, renamed.Matrix);
        Assert.Equal(plain.Flows.Select(flow => (flow.From, flow.To, flow.Customers)), renamed.Flows.Select(flow => (flow.From, flow.To, flow.Customers)));
        Assert.All(plain.Movements, movement => Assert.False(movement.BoundsMoved));
    }

    [Fact]
    public void Segments_that_do_not_fit_are_refused()
    {
        CustomerBase people = People([("a", 100, "x")]);
        Assert.Throws<DataRejectedException>(() => SegmentMigration.Between(Bands, people, [2], people, [0]));
        Assert.Throws<DataRejectedException>(() => SegmentMigration.Between(Bands, people, [0, 0], people, [0]));
        Assert.Throws<DataRejectedException>(() => SegmentMigration.Between(Bands, People([]), [], people, [0]));
    }

    [Fact]
    public void Columns_of_a_base_drift_by_how_much_they_moved()
    {
        CustomerBase before = People([.. Enumerable.Range(0, 200).Select(i => ($"c{i}", i, i % 2 == 0 ? "x" : "y"))]);
        CustomerBase after = People([.. Enumerable.Range(0, 200).Select(i => ($"c{i}", i + 100, i % 2 == 0 ? "x" : "y"))]);
        BaseDrift drift = BaseDrift.Between(before, after);
        Assert.Equal(["income", "club"], drift.Columns.Select(column => column.Column));
        Assert.Equal([DriftLevel.Large, DriftLevel.Stable], drift.Columns.Select(column => column.Stability.Level));
        Assert.Equal(0.5, drift.Columns[0].Test!.Statistic, 1e-12);
        Assert.Empty(drift.NotInBoth);
    }

    private static (CustomerBase, int[]) Scored(Purchase[] purchases, LocalDate asOf)
    {
        PurchaseSummaryBuilder builder = new();
        builder.Add(purchases);
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(asOf), TimeUnit.Day));
        CustomerBase buyers = customers.Only([.. Enumerable.Range(0, customers.Buyers)]);
        IScoredSegmentation segmentation = (IScoredSegmentation)new RfmStrategy().Fit(buyers);
        return (buyers, [.. Enumerable.Range(0, buyers.Count).Select(row => segmentation.Score(buyers, row)!.Value.Recency - 1)]);
    }

    private static Segment Segment(string key) => new() { Key = key, Label = new(key, key) };

    private static int[] Cut(CustomerBase people) => [.. Enumerable.Range(0, people.Count).Select(row => people.Column("income")!.Number(row) < 500 ? 0 : 1)];

    private static CustomerBase People((string Id, int Income, string Club)[] people) => CustomerBase.OfProfiles(Population.Day, people.Select(person => new CustomerProfile
    {
        Customer = new CustomerId(person.Id),
        Attributes = new Dictionary<string, string> { ["income"] = $"{person.Income}", ["club"] = person.Club },
    }));

    private sealed class Above(double bound) : ISegmentation
    {
        public string Strategy => "above";

        public IReadOnlyList<Segment> Segments => Bands;

        public void Assign(CustomerBase customers, Span<int> segments)
        {
            for (int row = 0; row < segments.Length; row++)
                segments[row] = customers.Column("income")!.Number(row) < bound ? 0 : 1;
        }

        public SegmentAssignment Assign(CustomerBase customers, int row) => throw new NotSupportedException();
    }
}
