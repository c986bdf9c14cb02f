using CustomerValue.Customers.Summing;
using CustomerValue.Numerics;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Customers;

/// <summary>
/// Collects purchases in any order and sums them up for any window. Associative: builders of parts of the data merge into the
/// builder of the whole, and what is built is the same to the last bit, whatever the order, the split or the number of threads.
/// <para>All purchases of a customer on one civil day are one purchase, worth their sum. An amount of 0 is a purchase; an amount below 0 is a refund.</para>
/// <para>Refunds are matched when a summary is built, by their day, among the lines known on the window's last day. A refund with an
/// order lowers what the same customer bought by that order up to the refund's day, the latest day first; what exceeds it, or an order
/// that isn't there, is unmatched. A refund without an order lowers the customer's latest day, up to its own, of which as
/// much is left; if there is none it is unmatched. Refunds of one day are taken by order, those without one last, the largest first.
/// A day whose value was above 0 and becomes 0 is undone: it is no purchase any more.</para>
/// <para>Not thread-safe; give each thread its own and merge. Takes 16 bytes a line, 8 more with costs and 4 more with orders, and about as much again while building.</para>
/// </summary>
public sealed class PurchaseSummaryBuilder
{
    private readonly LineStore lines = new();

    /// <summary>Makes an empty builder; every purchase must be in <paramref name="currency"/>.</summary>
    public PurchaseSummaryBuilder(Currency currency = default)
    {
        Currency = currency;
    }

    /// <summary>The currency of all purchases.</summary>
    public Currency Currency { get; }

    /// <summary>The customers seen, as numbers. A key must be valid as a <see cref="CustomerId"/>.</summary>
    public KeyIndex Customers { get; } = KeyIndex.OfCustomers();

    /// <summary>The orders seen, as numbers.</summary>
    public KeyIndex Orders { get; private init; } = new();

    /// <summary>Lines added.</summary>
    public long Lines => lines.Count;

    /// <summary>The earliest day seen; null before the first line.</summary>
    public LocalDate? FirstDate => Lines == 0 ? null : DayNumber.Date(lines.FirstDay);

    /// <summary>The latest day seen; null before the first line.</summary>
    public LocalDate? LastDate => Lines == 0 ? null : DayNumber.Date(lines.LastDay);

    /// <summary>How many threads build; the answer is the same for any number.</summary>
    internal int Workers { get; init; } = Partitions.Workers;

    /// <summary>Adds one line. Amount and cost are rounded to six decimals, halves to even.</summary>
    /// <exception cref="DataRejectedException">No customer, another currency, an amount or cost beyond ±9·10¹², or a blank order; nothing was added.</exception>
    public void Add(Purchase purchase)
    {
        LineCheck check = new();
        check.Check(purchase, null, Currency);
        check.ThrowIfAny();
        Append(purchase);
    }

    /// <summary>Adds lines; all or none. Amounts and costs are rounded to six decimals, halves to even.</summary>
    /// <exception cref="DataRejectedException">Lines that <see cref="Add(Purchase)"/> would refuse, each with its row, the first being 0; nothing was added.</exception>
    public void Add(IEnumerable<Purchase> purchases)
    {
        Purchase[] all = [.. purchases ?? throw new ArgumentNullException(nameof(purchases))];
        LineCheck check = new();
        for (int row = 0; row < all.Length; row++)
            check.Check(all[row], row, Currency);
        check.ThrowIfAny();
        foreach (Purchase purchase in all)
            Append(purchase);
    }

    /// <summary>Adds lines given as columns; all or none.</summary>
    /// <exception cref="DataRejectedException">Columns of different lengths, numbers that no key has, days or money out of range, each with its row, the first being 0; nothing was added.</exception>
    public void Add(PurchaseBatch batch)
    {
        LineCheck check = new();
        check.Check(batch, Customers, Orders);
        check.ThrowIfAny();
        lines.Append(batch);
    }

    /// <summary>Adds all lines of another builder, which stays as it is.</summary>
    /// <exception cref="DataRejectedException">The other builder has another currency; nothing was added.</exception>
    public void Merge(PurchaseSummaryBuilder other)
    {
        if (other is null)
            throw new ArgumentNullException(nameof(other));
        if (ReferenceEquals(other, this))
            throw new ArgumentException("A builder can't be merged into itself: every line would count twice.", nameof(other));
        RequireCurrency(other.Currency);
        int[] customers = Enumerable.Range(0, other.Customers.Count).Select(number => Customers.GetOrAdd(other.Customers[number])).ToArray();
        int[] orders = Enumerable.Range(0, other.Orders.Count).Select(number => Orders.GetOrAdd(other.Orders[number])).ToArray();
        foreach (LineChunk chunk in other.lines.Chunks)
            lines.Append(chunk.Lines.Renumber(customers, orders));
    }

    /// <summary>Sums up what is known on the last day of <paramref name="window"/>; lines after it are as if they were not there.</summary>
    /// <exception cref="DataRejectedException">A customer's amounts sum to more than 9.2·10¹².</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PurchaseSummaries Build(ObservationWindow window, TimeUnit unit, CancellationToken cancellationToken = default) =>
        Summarise(window, unit, withRhythms: false, cancellationToken);

    /// <summary>
    /// As <see cref="Build"/>, and for the models of regular buyers and of single values also Σ ln(gap) and Σ ln(value) of every
    /// customer (<see cref="SummaryColumns.LogGaps"/>, <see cref="SummaryColumns.LogSpend"/>) and the last two gaps. A repeat purchase
    /// whose value is not above 0 makes the customer's Σ ln(value) unknown (NaN). Takes 24 bytes a customer more, and two logarithms a purchase.
    /// </summary>
    /// <exception cref="DataRejectedException">A customer's amounts sum to more than 9.2·10¹².</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PurchaseSummaries BuildDetailed(ObservationWindow window, TimeUnit unit, CancellationToken cancellationToken = default) =>
        Summarise(window, unit, withRhythms: true, cancellationToken);

    /// <summary>
    /// Sums up what the customers of <paramref name="calibration"/> bought after its window, up to and including <paramref name="lastDay"/>;
    /// refunds are matched as known on that day. Customers that this builder doesn't know bought nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The last day is not after the calibration's window.</exception>
    /// <exception cref="DataRejectedException">Another currency, or a customer's amounts sum to more than 9.2·10¹².</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public HoldoutColumns BuildHoldout(PurchaseSummaries calibration, LocalDate lastDay, CancellationToken cancellationToken = default)
    {
        if (calibration is null)
            throw new ArgumentNullException(nameof(calibration));
        int days = DayNumber.Of(lastDay) - DayNumber.Of(calibration.Window.LastDay);
        if (days <= 0)
            throw new ArgumentOutOfRangeException(nameof(lastDay), lastDay, $"A holdout ends after the calibration's last day {calibration.Window.LastDay}.");
        RequireCurrency(calibration.Currency);
        CustomerSums sums = Sum(calibration.Window.End, lastDay, gapUnit: null, cancellationToken);
        return SummaryAssembly.Holdout(sums, Customers, calibration, days / calibration.Columns.Unit.Days());
    }

    /// <summary>
    /// What the purchases of some customers left over, day by day, in the order of customers, ordinally, and days: amounts less costs, where a line
    /// without a cost counts as costing nothing, as it does in profit. A refund stands on its own day. Customers that this builder doesn't know bought nothing.
    /// </summary>
    /// <param name="customers">Who, such as those whom somebody referred.</param>
    /// <param name="lastDay">The last day whose lines count.</param>
    public IReadOnlyList<DayMargin> MarginsByDay(IEnumerable<CustomerId> customers, LocalDate lastDay)
    {
        int[] ranks = new int[Customers.Count];
        ranks.AsSpan().Fill(-1);
        CustomerId[] asked = [.. (customers ?? throw new ArgumentNullException(nameof(customers))).Distinct().OrderBy(id => id)];
        for (int rank = 0; rank < asked.Length; rank++)
        {
            if (Customers.TryGet(asked[rank].Value, out int number))
                ranks[number] = rank;
        }

        return Array.AsReadOnly(DayMargins.Of(lines, ranks, DayNumber.Of(lastDay)).Select(day => new DayMargin
        {
            Customer = asked[day.Rank],
            Day = DayNumber.Date(day.Day),
            Margin = day.Millionths / PurchaseBatch.MinorUnits,
        }).ToArray());
    }

    /// <summary>
    /// Every day of purchase in <paramref name="window"/>, as known on its last day: the days that the summaries of the same window count.
    /// Takes 12 bytes a day, and about as much again while building.
    /// </summary>
    /// <exception cref="DataRejectedException">A customer's amounts sum to more than 9.2·10¹².</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PurchaseCalendar BuildCalendar(ObservationWindow window, CancellationToken cancellationToken = default)
    {
        RequireDays(window);
        List<PurchaseDayList> days = [];
        CustomerSums.Of(lines, Customers, Orders, DayNumber.Of(window.Start), DayNumber.Of(window.LastDay), gapUnit: null, Workers, cancellationToken, days);
        return PurchaseCalendar.Of(days, Customers, Currency, window);
    }

    private static void RequireDays(ObservationWindow window)
    {
        if (window == default)
            throw new ArgumentException("The default window has no days; make one by ObservationWindow.Through or Between.", nameof(window));
    }

    private PurchaseSummaries Summarise(ObservationWindow window, TimeUnit unit, bool withRhythms, CancellationToken cancellationToken)
    {
        RequireDays(window);
        double days = unit.Days();
        CustomerSums sums = Sum(window.Start, window.LastDay, withRhythms ? days : null, cancellationToken);
        return SummaryAssembly.Summaries(sums, lines, Customers, Orders, Currency, window, unit);
    }

    private CustomerSums Sum(LocalDate firstDay, LocalDate lastDay, double? gapUnit, CancellationToken cancellationToken) =>
        CustomerSums.Of(lines, Customers, Orders, DayNumber.Of(firstDay), DayNumber.Of(lastDay), gapUnit, Workers, cancellationToken);

    /// <summary>The lines of the customers whose ids are kept, with numbers of their own; orders keep theirs.</summary>
    internal PurchaseSummaryBuilder Only(Func<string, bool> keeps)
    {
        PurchaseSummaryBuilder part = new(Currency) { Orders = Orders, Workers = Workers };
        int[] numbers = new int[Customers.Count];
        for (int customer = 0; customer < numbers.Length; customer++)
            numbers[customer] = keeps(Customers[customer]) ? part.Customers.GetOrAdd(Customers[customer]) : -1;
        foreach (LineChunk chunk in lines.Chunks)
        {
            PurchaseBatch batch = chunk.Lines;
            for (int i = 0; i < batch.Customers.Length; i++)
            {
                if (numbers[batch.Customers[i]] >= 0)
                    part.lines.Append(numbers[batch.Customers[i]], batch.Days[i], batch.Amounts[i], batch.Costs.IsEmpty ? PurchaseBatch.UnknownCost : batch.Costs[i], batch.Orders.IsEmpty ? -1 : batch.Orders[i]);
            }
        }

        return part;
    }

    /// <summary>About <paramref name="customers"/> customers with all their lines, chosen by a hash of their ids, so that neither order nor chance has a part in it; this builder where it has no more.</summary>
    internal PurchaseSummaryBuilder Sample(int customers)
    {
        if (Customers.Count <= customers)
            return this;
        double part = customers / (double)Customers.Count;
        return Only(id => Hash(id) < part * uint.MaxValue);
    }

    /// <summary>FNV-1a with a final mix, for ids that are numbered differ only in their last digits.</summary>
    private static uint Hash(string id)
    {
        uint hash = 2166136261;
        foreach (char c in id)
            hash = (hash ^ c) * 16777619;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }

    private void Append(Purchase purchase) => lines.Append(
        Customers.GetOrAdd(purchase.Customer.Value),
        DayNumber.Of(purchase.Date),
        Millionths(purchase.Amount),
        purchase.Cost is { } cost ? Millionths(cost) : PurchaseBatch.UnknownCost,
        purchase.Order is { } order ? Orders.GetOrAdd(order) : -1);

    private void RequireCurrency(Currency other)
    {
        if (other != Currency)
            throw new DataRejectedException(new DataProblem { Field = "currency", Value = other.Code, Message = $"differs from {Currency.Code}, the currency of this summary; convert the amounts first." });
    }

    private static long Millionths(decimal amount) => (long)(decimal.Round(amount, 6, MidpointRounding.ToEven) * PurchaseBatch.MinorUnits);
}
