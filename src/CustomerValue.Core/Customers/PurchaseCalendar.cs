using CustomerValue.Customers.Summing;
using NodaTime;

namespace CustomerValue.Customers;

/// <summary>
/// Every day on which customers bought in a window, with what refunds left of its value: the purchases that the summaries count, one by one.
/// Rows are ordered by customer id, ordinally. Immutable and thread-safe.
/// </summary>
public sealed class PurchaseCalendar
{
    private readonly CustomerId[] customers;
    private readonly int[] starts;
    private readonly int[] days;
    private readonly long[] values;

    internal PurchaseCalendar(ObservationWindow window, Currency currency, CustomerId[] customers, int[] starts, int[] days, long[] values) =>
        (Window, Currency, this.customers, this.starts, this.days, this.values) = (window, currency, customers, starts, days, values);

    /// <summary>The days in which purchases were seen.</summary>
    public ObservationWindow Window { get; }

    /// <summary>The currency of all values.</summary>
    public Currency Currency { get; }

    /// <summary>Customers who bought in the window.</summary>
    public int Count => customers.Length;

    /// <summary>Their ids.</summary>
    public ReadOnlySpan<CustomerId> Customers => customers;

    /// <summary>Days of all customers together.</summary>
    public int Purchases => days.Length;

    /// <summary>The days of a customer, rising, counted from <see cref="PurchaseSummaries.Epoch"/>; one or more.</summary>
    /// <param name="row">Range: [0, <see cref="Count"/>).</param>
    public ReadOnlySpan<int> Of(int row) => days.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>What refunds left of the value of each of those days, in millionths of the currency's unit.</summary>
    /// <param name="row">Range: [0, <see cref="Count"/>).</param>
    public ReadOnlySpan<long> ValuesOf(int row) => values.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>The row of a customer, or −1.</summary>
    public int RowOf(CustomerId customer) => Math.Max(-1, Array.BinarySearch(customers, customer));

    /// <summary>What the days up to one of them say of every customer who had bought by then: x, t_x and T. Amounts are left out.</summary>
    /// <param name="asOf">The last day that counts.</param>
    /// <param name="unit">The unit of recency and age.</param>
    public SummaryColumns SummariesAt(LocalDate asOf, TimeUnit unit)
    {
        int last = DayNumber.Of(asOf);
        double length = unit.Days();
        List<CustomerId> ids = [];
        List<int> frequency = [];
        List<double> recency = [], age = [];
        for (int row = 0; row < Count; row++)
        {
            ReadOnlySpan<int> bought = BoughtBy(row, last);
            if (bought.IsEmpty)
                continue;
            ids.Add(customers[row]);
            frequency.Add(bought.Length - 1);
            recency.Add((bought[bought.Length - 1] - bought[0]) / length);
            age.Add((last - bought[0]) / length);
        }

        return new SummaryColumns(unit, [.. frequency], [.. recency], [.. age], customers: [.. ids]);
    }

    /// <summary>The days of a customer up to and including one.</summary>
    internal ReadOnlySpan<int> BoughtBy(int row, int last)
    {
        ReadOnlySpan<int> all = Of(row);
        int count = all.Length;
        while (count > 0 && all[count - 1] > last)
            count--;
        return all.Slice(0, count);
    }

    /// <summary>Puts the days that workers found in the order of customers.</summary>
    internal static PurchaseCalendar Of(IReadOnlyList<PurchaseDayList> found, KeyIndex keys, Currency currency, ObservationWindow window)
    {
        int[] counts = new int[keys.Count];
        foreach (PurchaseDayList list in found)
        {
            foreach (int customer in list.Customers)
                counts[customer]++;
        }

        int[] buyers = Array.FindAll(keys.InOrdinalOrder(), customer => counts[customer] > 0);
        int[] starts = new int[buyers.Length + 1], next = counts;
        for (int row = 0; row < buyers.Length; row++)
        {
            starts[row + 1] = starts[row] + counts[buyers[row]];
            next[buyers[row]] = starts[row];
        }

        int[] days = new int[starts[buyers.Length]];
        long[] values = new long[days.Length];
        foreach (PurchaseDayList list in found)
        {
            // A customer's days are all with one worker, rising.
            for (int i = 0; i < list.Customers.Count; i++)
            {
                int place = next[list.Customers[i]]++;
                (days[place], values[place]) = (list.Days[i], list.Values[i]);
            }
        }

        return new(window, currency, Array.ConvertAll(buyers, customer => new CustomerId(keys[customer])), starts, days, values);
    }
}
