using CustomerValue.Customers;
using CustomerValue.Labels;
using NodaTime;

namespace CustomerValue.Segmentation.Rules;

/// <summary>
/// What must hold of a customer: a closed set of typed forms over the columns of a base, never a text that is run. A comparison with a
/// value that is missing or can't be read does not hold, so that its <see cref="Not"/> does; ask <see cref="Missing"/> to tell.
/// Two conditions of the same form with the same parts are equal. Immutable.
/// </summary>
public abstract class Condition : IEquatable<Condition>
{
    private protected Condition()
    {
    }

    /// <summary>The column, as a number, compared with a bound.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="comparison">How.</param>
    /// <param name="bound">Finite.</param>
    public static Condition Compare(string column, Comparison comparison, double bound) => new CompareCondition(column, comparison, Bound.Of(bound));

    /// <summary>The column, whose texts are ISO dates such as 2024-06-30, compared with a day. A text that is no such date does not compare.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="comparison">How.</param>
    /// <param name="bound">The day.</param>
    public static Condition Compare(string column, Comparison comparison, LocalDate bound) => new CompareCondition(column, comparison, Bound.Of(bound));

    /// <summary>The column, as a number, in the half-open interval [<paramref name="from"/>, <paramref name="to"/>).</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="from">Finite; the interval has it.</param>
    /// <param name="to">Finite and above <paramref name="from"/>; the interval ends below it.</param>
    public static Condition Between(string column, double from, double to) => new BetweenCondition(column, Bound.Of(from), Bound.Of(to));

    /// <summary>The column, whose texts are ISO dates, from the day <paramref name="from"/> up to the day before <paramref name="to"/>.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last; later than <paramref name="from"/>.</param>
    public static Condition Between(string column, LocalDate from, LocalDate to) => new BetweenCondition(column, Bound.Of(from), Bound.Of(to));

    /// <summary>The column's text one of <paramref name="values"/>, compared ordinally; in a column of numbers, the number one of those that the values stand for.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="values">At least one; spaces around a value don't count.</param>
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

    /// <summary>The condition as people read it, such as <c>age ≥ 30 and city in 上海, 北京</c>.</summary>
    public abstract LocalizedText Describe();

    /// <inheritdoc/>
    public bool Equals(Condition? other) => ReferenceEquals(this, other) || (other?.GetType() == GetType() && SameAs(other));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Condition);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The English description.</summary>
    public sealed override string ToString() => Describe().English;

    /// <summary>The conditions that it is made of; none for one that looks at a column.</summary>
    internal virtual IReadOnlyList<Condition> Parts => [];

    /// <summary>The same condition over the columns of a base, with all that doesn't depend on the row worked out.</summary>
    internal abstract BoundCondition Bind(CustomerBase customers);

    /// <summary>Whether it holds of a customer in the chosen cells; null where that depends on columns that are open.</summary>
    internal abstract bool? Decide(CellChoice cells);

    /// <summary>Adds the values by which it holds, or does not, in clauses.</summary>
    internal abstract void Explain(CustomerBase customers, int row, bool holds, Clauses clauses);

    /// <summary>Whether a condition of the same form has the same parts.</summary>
    private protected abstract bool SameAs(Condition other);
}
