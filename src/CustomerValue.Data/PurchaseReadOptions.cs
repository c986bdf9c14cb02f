using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Data;

/// <summary>How purchases are read.</summary>
public sealed record PurchaseReadOptions
{
    /// <summary>
    /// Columns by field: customer, date, amount, cost, order, currency, quantity, product, category, channel, discount, time. An empty column says that the table has
    /// none. Fields that are not named are recognised by the column's name. Default: none named.
    /// </summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>The currency of rows that name none; rows that name another are refused. Default null: as the rows say, else <see cref="Customers.Currency.None"/>.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Whether a table without amounts is refused. Default true; where false, every purchase of such a table is worth 0.</summary>
    public bool AmountRequired { get; init; } = true;

    /// <summary>Whether rows that can't be read are left out and told of. Default false: they refuse the whole.</summary>
    public bool SkipBadRows { get; init; }

    /// <summary>Whether it is learned, too, how customers buy: quantity, category, channel, discount and time are read then. Default false.</summary>
    public bool Habits { get; init; }

    /// <summary>The last day whose lines count among the habits; null for all days.</summary>
    public LocalDate? HabitsThrough { get; init; }

    /// <summary>Whether the lines of files with a product column are kept, too, with product and quantity. Default false: they are summed up as they are read.</summary>
    public bool Lines { get; init; }

    /// <summary>The most memory for lines that are kept, in bytes. Range: ≥ 0. Default: 2³¹, which is 59 million lines.</summary>
    public long LinesBudget { get; init; } = 1L << 31;

    /// <summary>Whether lines beyond <see cref="LinesBudget"/> leave none kept, for whom they are welcome and not needed. Default false: they refuse the whole.</summary>
    public bool LinesMayBeDropped { get; init; }
}
