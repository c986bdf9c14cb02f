using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>How far every column of a base moved between two dates. Immutable.</summary>
public sealed record BaseDrift
{
    private const int MostCategories = 1000;

    private BaseDrift()
    {
    }

    /// <summary>The columns that both dates have, the most moved first, of equals by name.</summary>
    public required IReadOnlyList<ColumnDrift> Columns { get; init; }

    /// <summary>Columns at one date only, by name.</summary>
    public required IReadOnlyList<string> NotInBoth { get; init; }

    /// <summary>Columns of more than 1,000 different texts, such as names, which have no shares to compare.</summary>
    public required IReadOnlyList<string> TooManyCategories { get; init; }

    /// <summary>Compares the columns of two dates: numbers on the first date's deciles, texts by category.</summary>
    /// <param name="before">The base; at least one customer.</param>
    /// <param name="after">The other date; at least one customer, the same ones or not.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Validation.DataRejectedException">A date has no customers.</exception>
    public static BaseDrift Between(CustomerBase before, CustomerBase after, CancellationToken cancellationToken = default)
    {
        if (before is null)
            throw new ArgumentNullException(nameof(before));
        if (after is null)
            throw new ArgumentNullException(nameof(after));
        string[] both = [.. before.Columns.Intersect(after.Columns, StringComparer.Ordinal)];
        ColumnDrift?[] drifts = new ColumnDrift?[both.Length];
        Partitions.For(both.Length, Partitions.Workers, (_, part) => drifts[part] = Of(before.Column(both[part])!, after.Column(both[part])!), cancellationToken);
        return new BaseDrift
        {
            Columns = [.. drifts.OfType<ColumnDrift>().OrderByDescending(drift => drift.Stability.Psi).ThenBy(drift => drift.Column, StringComparer.Ordinal)],
            NotInBoth = [.. before.Columns.Union(after.Columns, StringComparer.Ordinal).Except(both, StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)],
            TooManyCategories = [.. both.Where((_, i) => drifts[i] is null).OrderBy(name => name, StringComparer.Ordinal)],
        };
    }

    private static ColumnDrift? Of(CustomerColumn before, CustomerColumn after)
    {
        if (before is TextColumn texts && after is TextColumn others && !(ColumnKinds.IsNumeric(texts) && ColumnKinds.IsNumeric(others)))
        {
            return Math.Max(texts.Texts.Count, others.Texts.Count) > MostCategories ? null
                : new ColumnDrift { Column = before.Name, Stability = PopulationStability.OfCategories(texts, others), Test = null };
        }

        double[] first = new double[before.Count], second = new double[after.Count];
        before.CopyNumbers(first);
        after.CopyNumbers(second);
        bool known = !first.All(double.IsNaN) && !second.All(double.IsNaN);
        return new ColumnDrift { Column = before.Name, Stability = PopulationStability.OfNumbers(first, second), Test = known ? KolmogorovSmirnov.Of(first, second) : null };
    }
}
