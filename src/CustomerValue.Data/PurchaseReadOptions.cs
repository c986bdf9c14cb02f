using CustomerValue.Customers;

namespace CustomerValue.Data;

/// <summary>How purchases are read.</summary>
public sealed record PurchaseReadOptions
{
    /// <summary>
    /// Columns by field: customer, date, amount, cost, order, currency, quantity, product, category, channel. An empty column says that the table has
    /// none. Fields that are not named are recognised by the column's name. Default: none named.
    /// </summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>The currency of rows that name none; rows that name another are refused. Default null: as the rows say, else <see cref="Customers.Currency.None"/>.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Whether a table without amounts is refused. Default true; where false, every purchase of such a table is worth 0.</summary>
    public bool AmountRequired { get; init; } = true;

    /// <summary>Whether rows that can't be read are left out and told of. Default false: they refuse the whole.</summary>
    public bool SkipBadRows { get; init; }
}
