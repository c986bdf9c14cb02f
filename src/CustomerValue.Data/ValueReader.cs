using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>Reads one number a customer: customer and value, the value also called margin, profit, clv or lifetime_value.</summary>
public static class ValueReader
{
    private const int Customer = 0, Value = 1;

    /// <summary>Reads the values of a table.</summary>
    /// <param name="source">A file or a query.</param>
    /// <param name="columns">Columns by field, as the caller maps them; null where their names say so.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DataRejectedException">The source can't be read, a column is missing, or rows are bad or name a customer twice. Names every problem.</exception>
    public static IReadOnlyDictionary<CustomerId, double> Read(TableSource source, IReadOnlyDictionary<string, string>? columns = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        TableField[] fields = [new("customer", true, "customerid", "customerkey", "id"), new("value", true, "margin", "profit", "clv", "lifetimevalue")];
        Dictionary<CustomerId, double> values = [];
        Dictionary<CustomerId, long> rowOf = [];
        using FieldReader reader = new(source.Name, RowReader.Open(source, cancellationToken), fields, columns);
        while (reader.Next())
        {
            (CustomerId customer, double value) = (reader.Customer(Customer), reader.Number(Value));
            if (reader.Good && !rowOf.TryAdd(customer, reader.Rows.Row))
                reader.Refuse(Customer, $"is in row {rowOf[customer]} already; give every customer one row.");
            if (reader.Good)
                values.Add(customer, value);
        }

        reader.Log.ThrowIfAny();
        return values;
    }
}
