using CustomerValue.Customers;
using CustomerValue.Lifecycle.Migration;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>How customers moved between stages from month to month, all months together, and what they bought in the month after being in a stage.</summary>
internal sealed record MonthlyMoves
{
    public required MigrationMatrix Matrix { get; init; }

    /// <summary>Whether the later half of the steps is another one than the earlier half; null where there are fewer than two steps.</summary>
    public required MigrationComparison? Halves { get; init; }

    /// <summary>Mean revenue of a customer in the month that follows, by stage, 0 for stages in which nobody was; null where nobody bought, or rows are not buyers.</summary>
    public required double[]? Revenue { get; init; }

    /// <summary>Counts the steps between the dates of an answer, of which there are two or more.</summary>
    public static MonthlyMoves Of(LifecycleAnswer answer)
    {
        int stages = answer.Definition.Stages.Count;
        long[,] counts = new long[stages, stages], later = new long[stages, stages], earlier = new long[stages, stages];
        int half = 1 + (answer.Dates.Count / 2);
        double[] revenue = new double[stages];
        long[] seen = new long[stages];
        bool knowsRevenue = answer.Purchases is { } calendar && calendar.Count == answer.Customers.Count;
        for (int date = 1; date < answer.Dates.Count; date++)
        {
            long[,] step = MigrationMatrix.Count(stages, answer.Stages[date - 1], answer.Stages[date]);
            for (int from = 0; from < stages; from++)
            {
                for (int to = 0; to < stages; to++)
                {
                    counts[from, to] += step[from, to];
                    (date < half ? earlier : later)[from, to] += step[from, to];
                }
            }

            if (knowsRevenue)
                Sum(answer.Purchases!, answer.Stages[date - 1], answer.Dates[date - 1], answer.Dates[date], revenue, seen);
        }

        return new()
        {
            Matrix = MigrationMatrix.Of(counts, [.. answer.Definition.Stages.Select(stage => stage.IsEnd)]),
            Halves = answer.Dates.Count > 2 ? MigrationComparison.Of(earlier, later) : null,
            Revenue = knowsRevenue ? [.. revenue.Zip(seen, (sum, customers) => customers == 0 ? 0 : sum / customers)] : null,
        };
    }

    private static void Sum(PurchaseCalendar purchases, sbyte[] stages, LocalDate after, LocalDate through, double[] revenue, long[] seen)
    {
        int from = Period.DaysBetween(PurchaseSummaries.Epoch, after), to = Period.DaysBetween(PurchaseSummaries.Epoch, through);
        for (int row = 0; row < stages.Length; row++)
        {
            if (stages[row] < 0)
                continue;
            seen[stages[row]]++;
            ReadOnlySpan<int> days = purchases.Of(row);
            for (int i = days.Length - 1; i >= 0 && days[i] > from; i--)
                revenue[stages[row]] += days[i] <= to ? purchases.ValuesOf(row)[i] / (double)PurchaseBatch.MinorUnits : 0;
        }
    }
}
