using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Data;

/// <summary>Reads what customers' purchases left over: customer, margin, and the date where there is one; any number of rows a customer.</summary>
public static class MarginReader
{
    /// <summary>What a margin without a date counts as: later than any link.</summary>
    public static readonly LocalDate Last = new(9999, 12, 31);

    private const int Customer = 0, Margin = 1, Date = 2;

    /// <summary>Reads the margins of a table.</summary>
    /// <param name="source">A file or a query.</param>
    /// <param name="columns">Columns by field, as the caller maps them; null where their names say so.</param>
    /// <param name="datesRequired">Whether a table without dates is refused; otherwise its margins count as of <see cref="Last"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DataRejectedException">The source can't be read, a column is missing, or rows are bad. Names every problem.</exception>
    public static IReadOnlyList<ReferredMargin> Read(TableSource source, IReadOnlyDictionary<string, string>? columns = null, bool datesRequired = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        TableField[] fields =
        [
            new("customer", true, "customerid", "customerkey", "id"),
            new("margin", true, "profit", "amount", "value"),
            new("date", datesRequired, "day", "purchasedate", "orderdate"),
        ];
        List<ReferredMargin> margins = [];
        using FieldReader reader = new(source.Name, RowReader.Open(source, cancellationToken), fields, columns);
        while (reader.Next())
        {
            ReferredMargin margin = new() { Customer = reader.Customer(Customer), Margin = reader.Amount(Margin), Day = reader.Has(Date) ? reader.Date(Date) : Last };
            if (reader.Good && Math.Abs(margin.Margin) > 1_000_000_000_000)
                reader.Refuse(Margin, "is beyond 10^12 to either side; give amounts in major units.");
            if (reader.Good)
                margins.Add(margin);
        }

        reader.Log.ThrowIfAny();
        return margins;
    }
}
