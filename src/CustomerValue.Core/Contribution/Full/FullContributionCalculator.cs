using CustomerValue.Contribution.Trends;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Contribution.Full;

/// <summary>
/// Contribution in full: gross sales, less returns, cost of goods, cost to serve by activity, late payment, bad debts and a part of shared costs.
/// Service is costed by activity (Kaplan &amp; Cooper, Cost &amp; Effect, 1998): count × rate, or the amount where a record has one.
/// Shared costs are divided by their driver with the largest remainders, so that the parts sum exactly to the cost. Thread-safe.
/// </summary>
public sealed class FullContributionCalculator : IContributionCalculator
{
    private readonly ContributionData data;
    private readonly FullContributionOptions options;

    /// <summary>Makes the calculator.</summary>
    /// <param name="data">What happened; the lists are read when calculating and must not be changed afterwards.</param>
    /// <param name="options">Activities and rates; null for no activities, 8 % a year on overdue money, and cents.</param>
    /// <exception cref="DataRejectedException">Options or rows are wrong: unknown activities, quantities or rates below 0, payments before their invoice; names every row, the first being 0.</exception>
    public FullContributionCalculator(ContributionData data, FullContributionOptions? options = null)
    {
        this.data = data ?? throw new ArgumentNullException(nameof(data));
        this.options = options ?? new FullContributionOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        ContributionDataCheck.Check(data, this.options);
    }

    /// <inheritdoc/>
    public string Name => "full";

    /// <summary>The net contribution of every row in the window of the purchases; prospects too, who may have costs.</summary>
    /// <exception cref="DataRejectedException">
    /// A row has a customer who is not in the base or another currency; names every row. Or the sales are not those of the base; names every customer.
    /// </exception>
    public ContributionTable Calculate(CustomerBase customers)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        ContributionWaterfall waterfall = Waterfall(customers, customers.Purchases.Window);
        decimal[] revenue = waterfall.NetSales.ToArray();
        ProblemList problems = new();
        for (int row = 0; row < customers.Buyers; row++)
        {
            if (revenue[row] != customers.Purchases.Revenue[row])
                problems.Add(row, "sales", customers.Customer(row).Value, $"has net sales of {FormattableString.Invariant($"{revenue[row]}")} here and a revenue of {FormattableString.Invariant($"{customers.Purchases.Revenue[row]}")} in the summaries; give the lines that the summaries were made of.");
        }

        problems.ThrowIfAny();
        decimal[]? profit = customers.Purchases.HasCost ? waterfall.GrossMargin.ToArray() : null;
        return ContributionRanking.Of(customers, options.Levels, revenue, profit, waterfall.NetAmounts, [.. waterfall.Parts]);
    }

    /// <summary>The steps from gross sales to net contribution in a period; only rows dated in it count.</summary>
    /// <param name="customers">The rows to give.</param>
    /// <param name="period">The days that count; need not lie in the window of the purchases.</param>
    /// <exception cref="DataRejectedException">A row has a customer who is not in the base or another currency; names every row.</exception>
    public ContributionWaterfall Waterfall(CustomerBase customers, ObservationWindow period)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        if (period == default)
            throw new ArgumentException("The default window has no days; make one by ObservationWindow.Through or Between.", nameof(period));
        return WaterfallMaker.Make(data, options, customers, [period]).Single();
    }

    /// <summary>The net contribution by month, quarter or year, with each customer's trend.</summary>
    /// <param name="customers">The rows to give.</param>
    /// <param name="window">The days to cut into periods; only whole ones count. Rows of other days count nowhere, also not in interest for days outside.</param>
    /// <param name="length">How long a period is.</param>
    /// <param name="level">The largest p-value that makes a trend; in (0, 1).</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The window has no whole period, or more than <see cref="CivilPeriods.Most"/>; or the level is out of range.</exception>
    /// <exception cref="DataRejectedException">A row has a customer who is not in the base or another currency; names every row of the first period that has one.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PeriodTable ByPeriod(CustomerBase customers, ObservationWindow window, PeriodLength length, double level = 0.05, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        IReadOnlyList<ObservationWindow> periods = CivilPeriods.In(window, length);
        List<decimal[]> amounts = [];
        foreach (ContributionWaterfall waterfall in WaterfallMaker.Make(data, options, customers, periods))
        {
            cancellationToken.ThrowIfCancellationRequested();
            amounts.Add(waterfall.NetAmounts);
        }

        return new PeriodTable(periods, [.. amounts], customers.Purchases.Currency.Beside, length, level, cancellationToken);
    }
}
