using CustomerValue.Validation;

namespace CustomerValue.Customers.Summing;

/// <summary>Joins the summaries of two windows of which the second follows the first.</summary>
internal sealed class SummaryJoin
{
    private readonly PurchaseSummaries earlier;
    private readonly PurchaseSummaries later;
    private readonly ObservationWindow window;
    private readonly double unitDays;
    private readonly int windowEnd;
    private readonly Dictionary<CustomerId, (decimal Revenue, decimal Cost)> others = [];

    private readonly List<CustomerId> ids = [];
    private readonly List<int> frequency = [];
    private readonly List<int> firstDays = [];
    private readonly List<int> lastDays = [];
    private readonly List<long> values = [];
    private readonly List<long> firstValues = [];
    private readonly List<decimal> revenue = [];
    private readonly List<decimal> cost = [];
    private readonly List<double> logGaps = [];
    private readonly List<double> logSpend = [];
    private readonly List<int> lastGaps = [];
    private readonly List<int> gapsBefore = [];
    private readonly List<int> returns = [];

    public SummaryJoin(PurchaseSummaries earlier, PurchaseSummaries later)
    {
        this.earlier = earlier;
        this.later = later;
        window = ObservationWindow.Between(earlier.Window.Start, later.Window.End);
        unitDays = earlier.Columns.Unit.Days();
        windowEnd = DayNumber.Of(window.LastDay);
        TakeOthers(earlier);
        TakeOthers(later);
    }

    public PurchaseSummaries Join()
    {
        ReadOnlySpan<CustomerId> before = earlier.Columns.Customers;
        ReadOnlySpan<CustomerId> after = later.Columns.Customers;
        int i = 0;
        int j = 0;
        while (i < before.Length || j < after.Length)
        {
            int order = i == before.Length ? 1 : j == after.Length ? -1 : string.CompareOrdinal(before[i].Value, after[j].Value);
            if (order < 0)
                Take(earlier, i++);
            else if (order > 0)
                Take(later, j++);
            else
                TakeBoth(i++, j++);
        }

        bool hasCost = earlier.HasCost || later.HasCost;
        double[] recency = new double[ids.Count];
        double[] age = new double[ids.Count];
        double[] spend = new double[ids.Count];
        for (int row = 0; row < recency.Length; row++)
        {
            recency[row] = (lastDays[row] - firstDays[row]) / unitDays;
            age[row] = (windowEnd - firstDays[row]) / unitDays;
            spend[row] = SummaryAssembly.Mean(values[row] - firstValues[row], frequency[row]);
        }

        SummaryColumns columns = new(earlier.Columns.Unit, [.. frequency], recency, age, spend, [.. ids], Both(summaries => !summaries.Columns.LogGaps.IsEmpty) ? [.. logGaps] : null, Both(summaries => !summaries.Columns.LogSpend.IsEmpty) ? [.. logSpend] : null);
        CustomerId[] without = [.. others.Keys.OrderBy(id => id)];
        return new(window, earlier.Currency, columns, [.. firstDays], [.. lastDays], [.. revenue], hasCost ? [.. cost] : null, RepeatsByDay(), Report(without))
        {
            Values = [.. values],
            FirstValues = [.. firstValues],
            LastGapDays = Both(summaries => summaries.LastGapDays is not null) ? [.. lastGaps] : null,
            GapBeforeDays = Both(summaries => summaries.GapBeforeDays is not null) ? [.. gapsBefore] : null,
            RevenueOfOthers = Array.ConvertAll(without, id => others[id].Revenue),
            CostOfOthers = hasCost ? Array.ConvertAll(without, id => others[id].Cost) : null,
        };
    }

    private void TakeOthers(PurchaseSummaries summaries)
    {
        for (int i = 0; i < summaries.RevenueOfOthers.Length; i++)
            Add(others, summaries.Report.CustomersWithoutPurchase[i], summaries.RevenueOfOthers[i], summaries.CostOfOthers?[i] ?? 0);
    }

    private static void Add(Dictionary<CustomerId, (decimal Revenue, decimal Cost)> sums, CustomerId id, decimal revenue, decimal cost)
    {
        (decimal Revenue, decimal Cost) sum = sums.TryGetValue(id, out (decimal, decimal) known) ? known : default;
        sums[id] = (sum.Revenue + revenue, sum.Cost + cost);
    }

    private void Take(PurchaseSummaries from, int row)
    {
        SummaryColumns columns = from.Columns;
        ids.Add(columns.Customers[row]);
        frequency.Add(columns.Frequency[row]);
        firstDays.Add(from.FirstDays[row]);
        lastDays.Add(from.LastDays[row]);
        values.Add(from.Values[row]);
        firstValues.Add(from.FirstValues[row]);
        logGaps.Add(At(columns.LogGaps, row));
        logSpend.Add(At(columns.LogSpend, row));
        lastGaps.Add(At(from.LastGaps, row));
        gapsBefore.Add(At(from.GapsBefore, row));
        Money(columns.Customers[row], from.Revenue[row], from.HasCost ? from.Cost[row] : 0);
    }

    private void TakeBoth(int i, int j)
    {
        SummaryColumns before = earlier.Columns;
        SummaryColumns after = later.Columns;
        int day = later.FirstDays[j];
        long value = later.FirstValues[j];
        ids.Add(before.Customers[i]);
        // The first purchase of the later window is a repeat purchase now.
        frequency.Add(before.Frequency[i] + 1 + after.Frequency[j]);
        returns.Add(day);
        firstDays.Add(earlier.FirstDays[i]);
        lastDays.Add(later.LastDays[j]);
        values.Add(Sum(before.Customers[i], earlier.Values[i], later.Values[j]));
        firstValues.Add(earlier.FirstValues[i]);
        int seam = day - earlier.LastDays[i];
        logGaps.Add(At(before.LogGaps, i) + Math.Log(seam / unitDays) + At(after.LogGaps, j));
        lastGaps.Add(after.Frequency[j] > 0 ? At(later.LastGaps, j) : seam);
        gapsBefore.Add(after.Frequency[j] switch { 0 => At(earlier.LastGaps, i), 1 => seam, _ => At(later.GapsBefore, j) });
        logSpend.Add(At(before.LogSpend, i) + (value > 0 ? Math.Log(value / (double)PurchaseBatch.MinorUnits) : double.NaN) + At(after.LogSpend, j));
        Money(before.Customers[i], earlier.Revenue[i] + later.Revenue[j], (earlier.HasCost ? earlier.Cost[i] : 0) + (later.HasCost ? later.Cost[j] : 0));
    }

    /// <summary>With what a window holds in which the customer bought nothing that stayed bought.</summary>
    private void Money(CustomerId id, decimal itsRevenue, decimal itsCost)
    {
        (decimal Revenue, decimal Cost) more = others.TryGetValue(id, out (decimal, decimal) known) ? known : default;
        others.Remove(id);
        revenue.Add(itsRevenue + more.Revenue);
        cost.Add(itsCost + more.Cost);
    }

    private int[] RepeatsByDay()
    {
        if (firstDays.Count == 0)
            return [];
        int first = firstDays.Min();
        int[] byDay = new int[windowEnd - first + 1];
        AddDays(byDay, first, earlier);
        AddDays(byDay, first, later);
        foreach (int day in returns)
            byDay[day - first]++;
        return byDay;
    }

    private static void AddDays(int[] byDay, int first, PurchaseSummaries summaries)
    {
        ReadOnlySpan<int> days = summaries.RepeatPurchasesByDay;
        int from = DayNumber.Of(summaries.Window.LastDay) - days.Length + 1 - first;
        for (int day = 0; day < days.Length; day++)
            byDay[from + day] += days[day];
    }

    private SummaryReport Report(CustomerId[] without)
    {
        (SummaryReport a, SummaryReport b) = (earlier.Report, later.Report);
        long WithoutCost(PurchaseSummaries summaries) => summaries.HasCost ? summaries.Report.LinesWithoutCost : summaries.Report.Lines - summaries.Report.LinesBeforeWindow - summaries.Report.LinesAfterWindow;
        return new()
        {
            Lines = a.Lines - a.LinesAfterWindow + b.Lines - b.LinesBeforeWindow,
            LinesBeforeWindow = a.LinesBeforeWindow,
            LinesAfterWindow = b.LinesAfterWindow,
            LinesWithoutCost = earlier.HasCost || later.HasCost ? WithoutCost(earlier) + WithoutCost(later) : 0,
            FullRefunds = a.FullRefunds + b.FullRefunds,
            PartialRefunds = a.PartialRefunds + b.PartialRefunds,
            UnmatchedRefunds = a.UnmatchedRefunds + b.UnmatchedRefunds,
            UnmatchedAmount = a.UnmatchedAmount + b.UnmatchedAmount,
            FirstUnmatched = a.FirstUnmatched.Concat(b.FirstUnmatched).OrderBy(refund => refund.Customer).ThenBy(refund => refund.Date).Take(DataRejectedException.ProblemsInFull).ToArray(),
            LeftTruncatedCustomers = a.LeftTruncatedCustomers,
            CustomersWithoutPurchase = without,
        };
    }

    private bool Both(Func<PurchaseSummaries, bool> have) => (earlier.Count == 0 || have(earlier)) && (later.Count == 0 || have(later)) && (have(earlier) || have(later));

    private static T At<T>(ReadOnlySpan<T> values, int row)
        where T : struct => values.IsEmpty ? default : values[row];

    private static long Sum(CustomerId customer, long before, long after)
    {
        long sum = unchecked(before + after);
        return sum >= 0 ? sum : throw new DataRejectedException(new DataProblem
        {
            Field = "amount",
            Value = customer.Value,
            Message = "is a customer whose amounts sum to more than 9.2·10¹² major units, which cannot be kept exactly; give the amounts in a larger unit.",
        });
    }
}
