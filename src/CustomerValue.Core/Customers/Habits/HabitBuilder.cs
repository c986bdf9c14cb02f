using CustomerValue.Customers.Summing;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Customers.Habits;

/// <summary>
/// Learns from purchase lines, as they come and in any order, how each customer buys: baskets, discounts, returns, channels, categories, days
/// and times. Associative: builders of parts of the data merge into the builder of the whole. The columns are the same to the last bit,
/// whatever the order or the split.
/// <para>Lines with an amount ≥ 0 are what was bought, those below 0 what came back; returns count in the return rate and nowhere else. An
/// order is all a customer bought under one order key, and where there is none all of a day; its moment is the earliest of its lines.</para>
/// <para>Not thread-safe; give each thread its own and merge. Room grows with customers (about 160 bytes each) and with distinct orders,
/// categories and channels of each (22 to 43 bytes a pair), not with lines.</para>
/// </summary>
public sealed class HabitBuilder
{
    private readonly HabitStore store = new();
    private readonly (int First, int Last)? days;

    /// <summary>Makes an empty builder.</summary>
    /// <param name="currency">The currency of every line.</param>
    /// <param name="window">Only lines of these days count; null for all.</param>
    public HabitBuilder(Currency currency = default, ObservationWindow? window = null)
    {
        Currency = currency;
        days = DaysOf(window);
    }

    /// <summary>Makes an empty builder that numbers customers and orders as another builder does, so that one batch of lines goes into both.</summary>
    /// <param name="numbering">Whose indexes and currency to share.</param>
    /// <param name="window">Only lines of these days count; null for all.</param>
    public HabitBuilder(PurchaseSummaryBuilder numbering, ObservationWindow? window = null)
    {
        (Currency, Customers, Orders) = ((numbering ?? throw new ArgumentNullException(nameof(numbering))).Currency, numbering.Customers, numbering.Orders);
        days = DaysOf(window);
    }

    /// <summary>The currency of all lines.</summary>
    public Currency Currency { get; }

    /// <summary>The customers seen, as numbers. A key must be valid as a <see cref="CustomerId"/>.</summary>
    public KeyIndex Customers { get; } = KeyIndex.OfCustomers();

    /// <summary>The orders seen, as numbers.</summary>
    public KeyIndex Orders { get; } = new();

    /// <summary>The categories seen, as numbers; levels are parted by '/'.</summary>
    public KeyIndex Categories { get; } = new();

    /// <summary>The channels seen, as numbers.</summary>
    public KeyIndex Channels { get; } = new();

    /// <summary>Lines that counted: those in the window.</summary>
    public long Lines => store.Lines;

    /// <summary>Adds one line. Money and pieces are rounded to six decimals, halves to even.</summary>
    /// <exception cref="DataRejectedException">No customer, another currency, a number out of range, a discount below 0, or a blank key; nothing was added.</exception>
    public void Add(Purchase purchase)
    {
        HabitCheck check = new();
        check.Check(purchase, null, Currency);
        check.ThrowIfAny();
        Append(purchase);
    }

    /// <summary>Adds lines; all or none.</summary>
    /// <exception cref="DataRejectedException">Lines that <see cref="Add(Purchase)"/> would refuse, each with its row, the first being 0; nothing was added.</exception>
    public void Add(IEnumerable<Purchase> purchases)
    {
        Purchase[] all = [.. purchases ?? throw new ArgumentNullException(nameof(purchases))];
        HabitCheck check = new();
        for (int row = 0; row < all.Length; row++)
            check.Check(all[row], row, Currency);
        check.ThrowIfAny();
        foreach (Purchase purchase in all)
            Append(purchase);
    }

    /// <summary>Adds lines given as columns; all or none. Allocates nothing per line.</summary>
    /// <exception cref="DataRejectedException">Columns of different lengths, numbers that no key has, or values out of range, each with its row, the first being 0; nothing was added.</exception>
    public void Add(HabitBatch batch)
    {
        HabitCheck check = new();
        check.Check(batch, this);
        check.ThrowIfAny();
        PurchaseBatch lines = batch.Lines;
        for (int i = 0; i < lines.Customers.Length; i++)
        {
            Append(new HabitLine(lines.Customers[i], lines.Days[i], At(batch.Times, i), At(lines.Orders, i), At(batch.Categories, i), At(batch.Channels, i),
                lines.Amounts[i], At(batch.Discounts, i), At(batch.Quantities, i)));
        }
    }

    /// <summary>Adds all that another builder learned, which stays as it is.</summary>
    /// <exception cref="ArgumentException">The other one is this one, or counts the lines of other days.</exception>
    /// <exception cref="DataRejectedException">The other builder has another currency; nothing was added.</exception>
    public void Merge(HabitBuilder other)
    {
        if (other is null)
            throw new ArgumentNullException(nameof(other));
        if (ReferenceEquals(other, this) || other.days != days)
            throw new ArgumentException(ReferenceEquals(other, this) ? "A builder can't be merged into itself: every line would count twice." : "The builders count lines of different windows; make both with one window.", nameof(other));
        if (other.Currency != Currency)
            throw new DataRejectedException(new DataProblem { Field = "currency", Value = other.Currency.Code, Message = $"differs from {Currency.Code}, the currency of this builder; convert the amounts first." });
        store.Add(other.store, Numbers(other.Customers, Customers), Numbers(other.Orders, Orders), Numbers(other.Categories, Categories), Numbers(other.Channels, Channels));
    }

    /// <summary>The habits of the customers of a base as columns to join to it: <see cref="HabitColumns"/>. What nobody has is left out; customers without lines have NaN.</summary>
    /// <param name="customers">The rows that the columns shall have.</param>
    /// <exception cref="DataRejectedException">A customer's amounts sum to more than 9.2·10¹²; names the customers.</exception>
    public CustomerColumn[] ColumnsFor(CustomerBase customers) =>
        new HabitAssembly(this, store, customers ?? throw new ArgumentNullException(nameof(customers))).Columns();

    private static (int First, int Last)? DaysOf(ObservationWindow? window) => window is not { } some ? null
        : some == default ? throw new ArgumentException("The default window has no days; make one by ObservationWindow.Through or Between.", nameof(window))
        : (DayNumber.Of(some.Start), DayNumber.Of(some.LastDay));

    private static int[] Numbers(KeyIndex from, KeyIndex to) => Enumerable.Range(0, from.Count).Select(number => ReferenceEquals(from, to) ? number : to.GetOrAdd(from[number])).ToArray();

    private static int At(ReadOnlySpan<int> numbers, int row) => numbers.IsEmpty ? -1 : numbers[row];

    private static long At(ReadOnlySpan<long> numbers, int row) => numbers.IsEmpty ? PurchaseBatch.UnknownCost : numbers[row];

    private static int Number(KeyIndex index, string? key) => key is null ? -1 : index.GetOrAdd(key);

    private static long Millionths(decimal? amount) => amount is { } known ? (long)(decimal.Round(known, 6, MidpointRounding.ToEven) * PurchaseBatch.MinorUnits) : PurchaseBatch.UnknownCost;

    private void Append(Purchase purchase) => Append(new HabitLine(
        Customers.GetOrAdd(purchase.Customer.Value),
        DayNumber.Of(purchase.Date),
        purchase.Time is { } time ? (int)(time.TickOfDay / NodaConstants.TicksPerSecond) : -1,
        Number(Orders, purchase.Order),
        Number(Categories, purchase.Category),
        Number(Channels, purchase.Channel),
        Millionths(purchase.Amount),
        Millionths(purchase.Discount),
        Millionths(purchase.Quantity)));

    private void Append(in HabitLine line)
    {
        if (days is null || (line.Day >= days.Value.First && line.Day <= days.Value.Last))
            store.Add(line);
    }
}
