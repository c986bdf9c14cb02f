using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Customers.Summing;

/// <summary>What the lines of every customer come to in a window of days, as known on its last day. The same for any order of lines and any number of workers.</summary>
internal sealed class CustomerSums
{
    private CustomerSums(CustomerTotals[] totals, ExactSum[]? costs, CustomerRhythm[]? rhythms, int[] repeatsByDay, int origin, RefundTally refunds, long lines, long withoutCost)
    {
        Totals = totals;
        Costs = costs;
        Rhythms = rhythms;
        RepeatsByDay = repeatsByDay;
        Origin = origin;
        Refunds = refunds;
        Lines = lines;
        LinesWithoutCost = withoutCost;
    }

    /// <summary>By customer number.</summary>
    public CustomerTotals[] Totals { get; }

    /// <summary>Costs dated in the window by customer number; null where no line has one.</summary>
    public ExactSum[]? Costs { get; }

    /// <summary>Gaps and logs of values by customer number; null where nobody asked.</summary>
    public CustomerRhythm[]? Rhythms { get; }

    /// <summary>Repeat purchases of all customers by day, counted from <see cref="Origin"/>.</summary>
    public int[] RepeatsByDay { get; }

    /// <summary>The day number from which <see cref="RepeatsByDay"/> and the days of <see cref="Refunds"/> are counted.</summary>
    public int Origin { get; }

    /// <summary>What became of the refunds dated in the window.</summary>
    public RefundTally Refunds { get; }

    /// <summary>Lines up to the last day.</summary>
    public long Lines { get; }

    /// <summary>Lines dated in the window whose cost is unknown though others have one; 0 where none has.</summary>
    public long LinesWithoutCost { get; }

    /// <summary>Sums up the lines of the days <paramref name="firstDay"/> to <paramref name="lastDay"/>, both included; earlier lines serve refunds and left truncation. With the days of a unit of gaps, rhythms are taken up too; with a list, each day of purchase.</summary>
    /// <exception cref="DataRejectedException">A customer's amounts or costs sum to more than 9.2·10¹² major units.</exception>
    public static CustomerSums Of(LineStore lines, KeyIndex customers, KeyIndex orders, int firstDay, int lastDay, double? gapUnit, int workers, CancellationToken cancellationToken, List<PurchaseDayList>? days = null)
    {
        LinePartition partition = LinePartition.Make(lines, customers.Count, lastDay, workers, cancellationToken);
        CustomerTotals[] totals = new CustomerTotals[customers.Count];
        ExactSum[]? costs = partition.HasCosts ? new ExactSum[customers.Count] : null;
        CustomerRhythm[]? rhythms = gapUnit is null ? null : new CustomerRhythm[customers.Count];
        RefundOrder order = new(customers, orders);
        int windowStart = (int)Math.Max(0, (long)firstDay - partition.FirstDay);
        CustomerFold[] folds = new CustomerFold[Math.Max(1, Math.Min(workers, partition.Buckets))];
        for (int worker = 0; worker < folds.Length; worker++)
            folds[worker] = new CustomerFold(partition, totals, costs, rhythms, gapUnit ?? 1, windowStart, order) { Days = days is null ? null : new PurchaseDayList() };
        Partitions.For(partition.Buckets, folds.Length, (worker, bucket) => folds[worker].Fold(bucket), cancellationToken);

        days?.AddRange(folds.Select(fold => fold.Days!));
        Refuse(customers, folds.SelectMany(fold => fold.Overflows), "amount");
        costs = folds.Any(fold => fold.HasCosts) ? costs : null;
        if (costs is not null)
            Refuse(customers, Enumerable.Range(0, costs.Length).Where(customer => costs[customer].Overflowed), "cost");
        RefundTally refunds = new(order);
        int[] repeatsByDay = new int[partition.Days];
        foreach (CustomerFold fold in folds)
        {
            refunds.Add(fold.Refunds);
            for (int day = 0; day < repeatsByDay.Length; day++)
                repeatsByDay[day] += fold.RepeatsByDay[day];
        }

        return new CustomerSums(totals, costs, rhythms, repeatsByDay, partition.FirstDay, refunds, partition.Count, costs is null ? 0 : folds.Sum(fold => fold.WithoutCost));
    }

    private static void Refuse(KeyIndex customers, IEnumerable<int> overflows, string field)
    {
        DataProblem[] problems = overflows.Select(customer => customers[customer]).OrderBy(id => id, StringComparer.Ordinal).Select(id => new DataProblem
        {
            Field = field,
            Value = id,
            Message = $"is a customer whose {field}s, gains or refunds alone, sum to more than 9.2·10¹² major units, which cannot be kept exactly; check the {field}s, or give them in a larger unit.",
        }).ToArray();
        if (problems.Length > 0)
            throw new DataRejectedException(problems);
    }
}
