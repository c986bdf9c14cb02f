using System.Globalization;
using System.Text;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>Reads what is known of customers: one row a customer, every column but the id an attribute, empty fields left out.</summary>
public static class CustomerReader
{
    private static readonly TableField[] Fields = [Field(required: true)];
    private static readonly TableField[] Optional = [Field(required: false)];

    /// <summary>Reads the profiles, in the order of their rows.</summary>
    /// <param name="source">A file or a query.</param>
    /// <param name="customerColumn">The column of the customer's id; null where its name says so: customer, customer_id, CustomerKey, id and the like.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DataRejectedException">The source can't be read, the id's column is missing, or rows are bad or name a customer twice. Names every problem.</exception>
    public static IReadOnlyList<CustomerProfile> Read(TableSource source, string? customerColumn = null, CancellationToken cancellationToken = default) =>
        Read(source, customerColumn, numbered: false, cancellationToken);

    /// <summary>Reads the profiles, in the order of their rows, also of a table without ids: answers to a survey, measurements.</summary>
    /// <param name="source">A file or a query.</param>
    /// <param name="customerColumn">The column of the customer's id; null where its name says so.</param>
    /// <param name="numbered">Whether rows of a table without a column of ids are called 1, 2, 3, …, instead of refused.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DataRejectedException">The source can't be read, or rows are bad or name a customer twice. Names every problem.</exception>
    public static IReadOnlyList<CustomerProfile> Read(TableSource source, string? customerColumn, bool numbered, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ProblemLog log = new();
        Dictionary<string, string> given = customerColumn is null ? [] : new() { ["customer"] = customerColumn };
        List<CustomerProfile> profiles = [];
        Dictionary<CustomerId, long> rows = [];
        using RowReader reader = RowReader.Open(source, cancellationToken);
        int customer = ColumnMap.Find(source.Name, reader.Columns, numbered && customerColumn is null ? Optional : Fields, given, log)[0];
        log.ThrowIfAny();
        reader.Select(Enumerable.Range(0, reader.Columns.Count).ToArray());
        while (reader.Read())
        {
            if (reader.Broken is { } broken)
            {
                log.Add(reader, broken);
                continue;
            }

            string key = customer < 0 ? reader.Rows.ToString(CultureInfo.InvariantCulture) : Encoding.UTF8.GetString(reader.Field(customer));
            if (!CustomerId.IsValid(key))
                log.Add(reader, FieldText.WantKey, "customer", reader.Field(customer));
            else if (!rows.TryAdd(new(key), reader.Row))
                log.Add(reader, $"is in row {rows[new(key)]} already; give every customer one row.", "customer", reader.Field(customer));
            else
                profiles.Add(new() { Customer = new(key), Attributes = Attributes(reader, customer) });
        }

        log.ThrowIfAny();
        return profiles;
    }

    private static TableField Field(bool required) =>
        new("customer", required, "id", "customerid", "customerkey", "customernumber", "customerno", "customercode", "custid", "clientid", "userid", "memberid", "householdid");

    private static Dictionary<string, string> Attributes(RowReader reader, int customer)
    {
        Dictionary<string, string> attributes = new(StringComparer.Ordinal);
        for (int column = 0; column < reader.Columns.Count; column++)
        {
            if (column != customer && reader.Columns[column].Length > 0 && reader.Field(column) is { Length: > 0 } value)
                attributes[reader.Columns[column]] = Encoding.UTF8.GetString(value);
        }

        return attributes;
    }
}
