using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Customers;

/// <content>Summaries whose purchases are not at hand.</content>
public sealed partial class PurchaseSummaries
{
    /// <summary>
    /// Summaries that another tool made, as if the purchases had been seen up to a day: ages and recencies count back from it, rounded to days, and revenue
    /// is what the mean spend says, (x + 1)·m, since the first purchase's value is not in a summary; nothing where x = 0.
    /// </summary>
    /// <param name="columns">The summaries, with ids; ordered by id here.</param>
    /// <param name="asOf">The day to which ages are counted.</param>
    /// <exception cref="DataRejectedException">There are no ids, an id stands twice, or an age reaches back before the year 1; names the rows, the first being 0.</exception>
    public static PurchaseSummaries OfColumns(SummaryColumns columns, LocalDate asOf)
    {
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        if (columns.Customers.IsEmpty && columns.Count > 0)
            throw new DataRejectedException(new DataProblem { Field = "customer", Message = "is missing: segments are given to customers; give every summary an id." });
        int[] order = [.. Enumerable.Range(0, columns.Count)];
        CustomerId[] ids = columns.Customers.ToArray();
        Array.Sort((CustomerId[])ids.Clone(), order);
        Check(columns, ids, order, asOf);

        int last = Period.DaysBetween(Epoch, asOf);
        T[] Ordered<T>(ReadOnlySpan<T> values)
        {
            T[] ordered = new T[order.Length];
            for (int row = 0; row < ordered.Length; row++)
                ordered[row] = values[order[row]];
            return ordered;
        }

        SummaryColumns sorted = new(
            columns.Unit, Ordered(columns.Frequency), Ordered(columns.Recency), Ordered(columns.Age), columns.HasSpend ? Ordered(columns.Spend) : null, Ordered<CustomerId>(ids),
            columns.LogGaps.IsEmpty ? null : Ordered(columns.LogGaps), columns.LogSpend.IsEmpty ? null : Ordered(columns.LogSpend));
        (int[] firstDays, int[] lastDays, decimal[] revenue) = (new int[order.Length], new int[order.Length], new decimal[order.Length]);
        for (int row = 0; row < order.Length; row++)
        {
            firstDays[row] = last - Days(sorted.Age[row], sorted.Unit);
            lastDays[row] = last - Days(sorted.Age[row] - sorted.Recency[row], sorted.Unit);
            revenue[row] = sorted.HasSpend && sorted.Frequency[row] > 0 ? (decimal)Math.Max(-7e27, Math.Min(7e27, (sorted.Frequency[row] + 1) * sorted.Spend[row])) : 0;
        }

        SummaryReport report = new()
        {
            Lines = 0,
            LinesBeforeWindow = 0,
            LinesAfterWindow = 0,
            FullRefunds = 0,
            PartialRefunds = 0,
            UnmatchedRefunds = 0,
            UnmatchedAmount = 0,
            FirstUnmatched = [],
            LeftTruncatedCustomers = 0,
            CustomersWithoutPurchase = [],
        };
        return new PurchaseSummaries(ObservationWindow.Through(asOf), Currency.None, sorted, firstDays, lastDays, revenue, null, [], report);
    }

    private static int Days(double time, TimeUnit unit) => (int)Math.Round(time * unit.Days());

    private static void Check(SummaryColumns columns, CustomerId[] ids, int[] order, LocalDate asOf)
    {
        ProblemList problems = new();
        double longest = Period.DaysBetween(new LocalDate(1, 1, 1), asOf);
        for (int row = 0; row < order.Length; row++)
        {
            if (ids[order[row]] == default || (row > 0 && ids[order[row]] == ids[order[row - 1]]))
                problems.Add(order[row], "customer", ids[order[row]].Value, "is no id, or stands twice; give every customer one row.");
            if (columns.Age[row] * columns.Unit.Days() > longest)
                problems.Add(row, "age", columns.Age[row].ToString(System.Globalization.CultureInfo.InvariantCulture), "reaches back before the year 1; is the unit right?");
        }

        problems.ThrowIfAny();
    }
}
