using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Contribution.Credit;

/// <summary>How each customer pays, as of a day: columns aligned with the customer base; NaN where nothing is known. Immutable.</summary>
public sealed class CreditTable
{
    private readonly double[][] measures;
    private readonly int[] invoices;

    internal CreditTable(LocalDate asOf, int days, double[][] measures, int[] invoices) => (AsOf, Days, this.measures, this.invoices) = (asOf, days, measures, invoices);

    /// <summary>The day whose evening is measured.</summary>
    public LocalDate AsOf { get; }

    /// <summary>How many days back invoices count, <see cref="AsOf"/> included.</summary>
    public int Days { get; }

    /// <summary>How many customers.</summary>
    public int Count => invoices.Length;

    /// <summary>The measure of each customer; NaN where there is nothing to measure.</summary>
    public ReadOnlySpan<double> this[CreditMeasure measure] => measures[(int)measure];

    /// <summary>Invoices of each customer in the period or still open.</summary>
    public ReadOnlySpan<int> Invoices => invoices;

    /// <summary>The measures as columns <c>credit.*</c> of a base, so that rules may use them: <see cref="ColumnNames.DaysSalesOutstanding"/> and the like.</summary>
    public CustomerColumn[] Columns() =>
    [
        new NumberColumn(ColumnNames.DaysSalesOutstanding, measures[0]),
        new NumberColumn(ColumnNames.OverdueShare, measures[1]),
        new NumberColumn(ColumnNames.MeanDaysLate, measures[2]),
        new NumberColumn(ColumnNames.LimitUse, measures[3]),
    ];
}
