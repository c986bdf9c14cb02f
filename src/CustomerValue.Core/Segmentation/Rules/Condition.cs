using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>
/// What must hold of a customer: a closed set of typed forms over the columns of a base, never a text that is run. A comparison with a
/// value that is missing or no number does not hold, so that its <see cref="Not"/> does; ask <see cref="Missing"/> to tell. Immutable.
/// </summary>
public abstract class Condition
{
    private protected Condition()
    {
    }

    /// <summary>The column compared with a bound.</summary>
    public static Condition Compare(string column, Comparison comparison, double bound) => new CompareCondition(column, comparison, bound);

    /// <summary>The column in the half-open interval [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public static Condition Between(string column, double from, double to) => new BetweenCondition(column, from, to);

    /// <summary>The column's text one of <paramref name="values"/>, compared ordinally.</summary>
    public static Condition In(string column, params string[] values) => new InCondition(column, values);

    /// <summary>Nothing known in the column.</summary>
    public static Condition Missing(string column) => new MissingCondition(column);

    /// <summary>Every one of the conditions; holds where there are none.</summary>
    public static Condition All(params Condition[] conditions) => new AllCondition(conditions);

    /// <summary>At least one of the conditions; does not hold where there are none.</summary>
    public static Condition Any(params Condition[] conditions) => new AnyCondition(conditions);

    /// <summary>The condition does not hold.</summary>
    public static Condition Not(Condition condition) => new NotCondition(condition);

    /// <summary>Whether it holds for the customer of a row.</summary>
    /// <param name="customers">The customers; a column that they don't have is missing for everyone.</param>
    /// <param name="row">Range: [0, <see cref="CustomerBase.Count"/>).</param>
    public abstract bool Holds(CustomerBase customers, int row);
}
