using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Reporting;
using CustomerValue.Segmentation.Evaluation.Drift;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>How customers moved between segments of late.</summary>
internal static class Moves
{
    /// <summary>Customers whose moves the report gives reasons for.</summary>
    private const int MostMovements = 200;

    /// <summary>
    /// The moves of the last quarter of the days seen, at most half a year, by the segmentation of today, whose bounds stand still; null where
    /// nobody had bought before.
    /// </summary>
    public static ReportMigration? Since(CustomerAppraisal appraisal, ReportInput input, CancellationToken cancellation)
    {
        LocalDate last = appraisal.Customers.AsOf;
        int days = Period.DaysBetween(input.Purchases.FirstDate!.Value, last);
        LocalDate before = last.PlusDays(-Math.Min(182, Math.Max(1, days / 4)));
        PurchaseSummaries summaries = input.Purchases.Build(ObservationWindow.Through(before), TimeUnit.Week, cancellation);
        if (summaries.Count == 0)
            return null;
        SegmentMigration moves = SegmentMigration.Between(appraisal.Segmentation, new CustomerBase(summaries, input.Profiles), appraisal.Customers, MostMovements, cancellation);
        return new ReportMigration { Migration = moves, From = before, To = last };
    }
}
