using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Segmentation.Rules;

/// <summary>
/// What is known of a column, so that rules over it can be checked: its kind, and which values are plausible. Values beside these count as
/// unreadable in the check; they change nothing in how rules are applied. Immutable.
/// </summary>
public sealed class RuleField
{
    private RuleField(string column, RuleFieldKind kind, double least, double most, bool isWhole, IEnumerable<string> values)
    {
        if (string.IsNullOrWhiteSpace(column))
            throw new ArgumentException("A field needs its column's name.", nameof(column));
        if (!(least <= most))
            throw new ArgumentException($"The range of {column} ends at or above its start.", nameof(most));
        (Column, Kind, Least, Most, IsWhole) = (column, kind, least, most, isWhole);
        Values = [.. values.OrderBy(value => value, StringComparer.Ordinal)];
    }

    /// <summary>The column's name.</summary>
    public string Column { get; }

    /// <summary>What it holds.</summary>
    public RuleFieldKind Kind { get; }

    /// <summary>Whether numbers are whole ones, as days of a date are.</summary>
    public bool IsWhole { get; }

    /// <summary>The known categories, ordered ordinally; none where any text may come.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The least plausible number, or of dates the day counted from 1970-01-01; −∞ where there is none.</summary>
    public double Least { get; }

    /// <summary>The greatest plausible number, or of dates the day counted from 1970-01-01; ∞ where there is none.</summary>
    public double Most { get; }

    /// <summary>The first plausible day of a date; null where there is none.</summary>
    public LocalDate? FirstDay => Day(Least);

    /// <summary>The last plausible day of a date; null where there is none.</summary>
    public LocalDate? LastDay => Day(Most);

    /// <summary>What the columns of <see cref="ColumnNames"/> hold, where a schema does not say otherwise.</summary>
    internal static IReadOnlyDictionary<string, RuleField> Known { get; } = new[]
    {
        Number(ColumnNames.RecencyDays, 0, isWhole: true), Number(ColumnNames.Frequency, 1, isWhole: true), Number(ColumnNames.Revenue), Number(ColumnNames.MeanSpend),
        Number(ColumnNames.TenureDays, 0, isWhole: true), Number(ColumnNames.Profit), Number(ColumnNames.Alive, 0, 1), Number(ColumnNames.ExpectedPurchases, 0),
        Number(ColumnNames.LifetimeValue), Number(ColumnNames.Contribution),
    }.ToDictionary(field => field.Column, StringComparer.Ordinal);

    /// <summary>A column of numbers.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="least">The least plausible one.</param>
    /// <param name="most">The greatest plausible one, ≥ <paramref name="least"/>.</param>
    /// <param name="isWhole">Whether all are whole.</param>
    public static RuleField Number(string column, double least = double.NegativeInfinity, double most = double.PositiveInfinity, bool isWhole = false) =>
        new(column, RuleFieldKind.Number, least, most, isWhole, []);

    /// <summary>A column of categories.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="values">All known ones; none where any text may come.</param>
    public static RuleField Category(string column, params string[] values) =>
        new(column, RuleFieldKind.Category, double.NegativeInfinity, double.PositiveInfinity, false, (values ?? throw new ArgumentNullException(nameof(values))).Distinct(StringComparer.Ordinal));

    /// <summary>A column of ISO dates.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="first">The first plausible day, or null.</param>
    /// <param name="last">The last plausible day, or null.</param>
    public static RuleField Date(string column, LocalDate? first = null, LocalDate? last = null) =>
        new(column, RuleFieldKind.Date, first is { } from ? Bound.Of(from).Value : double.NegativeInfinity, last is { } to ? Bound.Of(to).Value : double.PositiveInfinity, true, []);

    private LocalDate? Day(double end) => Kind == RuleFieldKind.Date && !double.IsInfinity(end) ? new Bound(end, true).Date : null;
}
