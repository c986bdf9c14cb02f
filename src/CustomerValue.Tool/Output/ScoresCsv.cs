using CustomerValue.Data;
using CustomerValue.Tool.Commands;

namespace CustomerValue.Tool.Output;

/// <summary>SCORES.csv: a row a customer, columns in the contract's order, numbers that read back as the same double.</summary>
internal static class ScoresCsv
{
    /// <summary>The columns that these scores have.</summary>
    public static IReadOnlyList<string> Columns(Scores scores) =>
    [
        .. scores.Customers.Length == 0 ? (string[])[] : ["customer"],
        "loglik", "alive", "expected_purchases", "median_purchases", "low_purchases", "high_purchases",
        .. scores.Dert is null ? (string[])[] : ["dert"],
        .. scores.Spend is null ? (string[])[] : ["expected_spend", "clv"],
    ];

    public static void Write(CsvWriter csv, Scores scores, CancellationToken cancellation)
    {
        csv.Header(Columns(scores));
        for (int row = 0; row < scores.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (scores.Customers.Length > 0)
                csv.Text(scores.Customers[row].Value);
            csv.Number(scores.LogLikelihood[row]);
            csv.Number(scores.Alive[row]);
            csv.Number(scores.Expected[row]);
            csv.Number(scores.Median[row]);
            csv.Number(scores.Low[row]);
            csv.Number(scores.High[row]);
            if (scores.Dert is not null)
                csv.Number(scores.Dert[row]);
            if (scores.Spend is not null)
            {
                csv.Number(FiniteOrNull(scores.Spend[row]));
                csv.Number(FiniteOrNull(scores.Value![row]));
            }

            csv.EndRow();
        }
    }

    private static double? FiniteOrNull(double value) => double.IsFinite(value) ? value : null;
}
