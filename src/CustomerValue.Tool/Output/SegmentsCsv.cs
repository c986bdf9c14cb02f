using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Tool.Commands;

namespace CustomerValue.Tool.Output;

/// <summary>SEGMENTS.csv: a row a customer, in the order of the input; after the contract's four columns the strategy's own.</summary>
internal static class SegmentsCsv
{
    public static IReadOnlyList<string> Columns(Segmented segmented) =>
    [
        "customer", "segment", "label", "reason",
        .. HasNumber(segmented) ? (string[])[NumberOf(segmented)] : [],
        .. segmented.HasDistances ? (string[])["distance"] : [],
        .. segmented.HasProbabilities ? (string[])["probability"] : [],
        .. segmented.Details.Select(column => column.Name),
    ];

    public static void Write(CsvWriter csv, Segmented segmented, DisplayLanguage language, CancellationToken cancellation)
    {
        csv.Header(Columns(segmented));
        foreach (int row in segmented.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            SegmentAssignment assigned = segmented.Of(row);
            Segment segment = segmented.Segmentation.Segments[assigned.Segment];
            csv.Text(segmented.Input.Customers.Customer(row).Value);
            csv.Text(segment.Key);
            csv.Text(segment.Label.In(language));
            csv.Text(assigned.Reason.In(language));
            if (HasNumber(segmented))
                csv.Number(segment == CommonSegments.Incomplete ? null : (long?)assigned.Segment + 1);
            if (segmented.HasDistances)
                csv.Number(assigned.Distance);
            if (segmented.HasProbabilities)
                csv.Number(assigned.Probability);
            foreach (CustomerColumn column in segmented.Details)
                Write(csv, column, row);
            csv.EndRow();
        }
    }

    /// <summary>Clusters and classes have numbers, from 1, by which scripts tell them apart.</summary>
    private static bool HasNumber(Segmented segmented) => segmented.HasDistances || segmented.HasProbabilities;

    private static string NumberOf(Segmented segmented) => segmented.Segmentation.Strategy == "latent-class" ? "class" : "cluster";

    private static void Write(CsvWriter csv, CustomerColumn column, int row)
    {
        if (column is NumberColumn numbers)
            csv.Number(numbers.IsMissing(row) ? null : (double?)numbers.Number(row));
        else
            csv.Text(column.Text(row));
    }
}
