using System.Globalization;
using CustomerValue.Contribution.Full;
using CustomerValue.Contribution.Trends;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Contribution.Demand;

/// <summary>Counts who carries the volume (需求贡献): units a customer and period. Thread-safe.</summary>
public static class DemandContribution
{
    private const decimal Most = 9_000_000_000_000m;

    /// <summary>Counts the units of every customer of a base.</summary>
    /// <param name="customers">The rows to give.</param>
    /// <param name="purchases">Lines in any order, of which those on a day of a whole period count. Quantities are kept to six decimals, halves to even; below 0 units came back.</param>
    /// <param name="window">The days to cut into periods; only whole ones count.</param>
    /// <param name="length">How long a period is.</param>
    /// <param name="level">The largest p-value that makes a trend; in (0, 1).</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The window has no whole period, or more than <see cref="CivilPeriods.Most"/>; or the level is out of range.</exception>
    /// <exception cref="DataRejectedException">A line that counts has a customer who is not in the base, or a quantity beyond ±9·10¹²; names every row, the first being 0.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DemandTable Of(CustomerBase customers, IReadOnlyList<Purchase> purchases, ObservationWindow window, PeriodLength length, double level = 0.05, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        IReadOnlyList<ObservationWindow> periods = CivilPeriods.In(window, length);
        Dictionary<CustomerId, int> rows = WaterfallMaker.Rows(customers);
        decimal[][] units = [.. periods.Select(_ => new decimal[customers.Count])];
        int[] withoutQuantity = new int[customers.Count];
        ProblemList problems = new();
        for (int i = 0; i < purchases.Count; i++)
        {
            Purchase line = purchases[i];
            int period = CivilPeriods.IndexOf(periods, line.Date);
            if (period < 0)
                continue;
            if (!rows.TryGetValue(line.Customer, out int row))
                problems.Add(i, "purchases.customer", line.Customer.Value, "is not in the customer base; add the customer as a prospect, or leave the row out.");
            else if (line.Quantity is not { } quantity)
                withoutQuantity[row]++;
            else if (Math.Abs(quantity) > Most)
                problems.Add(i, "purchases.quantity", quantity.ToString(CultureInfo.InvariantCulture), "is out of range; |quantity| ≤ 9·10¹².");
            else
                units[period][row] += decimal.Round(quantity, 6, MidpointRounding.ToEven);
        }

        problems.ThrowIfAny();
        return new DemandTable(new PeriodTable(periods, units, "", length, level, cancellationToken), withoutQuantity);
    }
}
