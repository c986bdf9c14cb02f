using NodaTime;

namespace CustomerValue.Customers;

/// <summary>
/// What purchases in an observation window say of every customer who bought in it: the models' columns, dates and money.
/// Rows are ordered by customer id, ordinally, so the order of the input never shows. Immutable.
/// </summary>
public sealed class PurchaseSummaries
{
    private readonly int[] firstDays;
    private readonly int[] lastDays;
    private readonly decimal[] revenue;
    private readonly decimal[]? cost;
    private readonly int[] repeatPurchasesByDay;

    internal PurchaseSummaries(
        ObservationWindow window,
        Currency currency,
        SummaryColumns columns,
        int[] firstDays,
        int[] lastDays,
        decimal[] revenue,
        decimal[]? cost,
        int[] repeatPurchasesByDay,
        SummaryReport report)
    {
        Window = window;
        Currency = currency;
        Columns = columns;
        this.firstDays = firstDays;
        this.lastDays = lastDays;
        this.revenue = revenue;
        this.cost = cost;
        this.repeatPurchasesByDay = repeatPurchasesByDay;
        Report = report;
    }

    /// <summary>The days in which purchases were seen.</summary>
    public ObservationWindow Window { get; }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The models' input: frequency, recency, age and spend, with ids.</summary>
    public SummaryColumns Columns { get; }

    /// <summary>How many customers.</summary>
    public int Count => Columns.Count;

    /// <summary>Days of the first purchase in the window, counted from <see cref="Epoch"/>.</summary>
    public ReadOnlySpan<int> FirstDays => firstDays;

    /// <summary>Days of the last purchase in the window, counted from <see cref="Epoch"/>.</summary>
    public ReadOnlySpan<int> LastDays => lastDays;

    /// <summary>Sum of all amounts dated in the window, a row a customer; refunds count, matched or not, whatever they undid.</summary>
    public ReadOnlySpan<decimal> Revenue => revenue;

    /// <summary>Sum of all known costs dated in the window; empty where no line in it had a cost. Lines without a cost count as 0.</summary>
    public ReadOnlySpan<decimal> Cost => cost;

    /// <summary>Whether costs, and so profits, are known.</summary>
    public bool HasCost => cost is not null;

    /// <summary>Repeat purchases of all customers by day, from the day of the earliest first purchase to the window's last day; empty where nobody bought.</summary>
    public ReadOnlySpan<int> RepeatPurchasesByDay => repeatPurchasesByDay;

    /// <summary>
    /// Days between the last two purchases of every customer; 0 where there was only one. Empty unless built by
    /// <see cref="PurchaseSummaryBuilder.BuildDetailed"/>, as is <see cref="GapsBefore"/>.
    /// </summary>
    public ReadOnlySpan<int> LastGaps => LastGapDays;

    /// <summary>Days between the two purchases before the last of every customer; 0 where there were fewer than three.</summary>
    public ReadOnlySpan<int> GapsBefore => GapBeforeDays;

    /// <summary>What was left out, matched or not, and why.</summary>
    public SummaryReport Report { get; }

    /// <summary>The day from which day numbers are counted: 1970-01-01.</summary>
    public static LocalDate Epoch { get; } = new(1970, 1, 1);

    internal int[]? LastGapDays { get; init; }

    internal int[]? GapBeforeDays { get; init; }

    /// <summary>The first purchase of a customer in the window.</summary>
    public LocalDate FirstPurchase(int row) => Epoch.PlusDays(firstDays[row]);

    /// <summary>The last purchase of a customer in the window.</summary>
    public LocalDate LastPurchase(int row) => Epoch.PlusDays(lastDays[row]);
}
