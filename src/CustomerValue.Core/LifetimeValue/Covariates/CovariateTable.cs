namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>
/// Covariates of many customers as numbers, one row a customer in the order of the summaries. Equal rows are kept once, so a table of
/// a few categories is hardly larger than one number a customer. Immutable.
/// </summary>
public sealed class CovariateTable
{
    private readonly int[] kindOf;
    private readonly double[] kinds;

    internal CovariateTable(CovariateEncoding encoding, int rows, double[] numbers)
    {
        Encoding = encoding;
        (kindOf, kinds) = DistinctRows.Of(numbers, rows, encoding.Names.Count);
        Kinds = encoding.Names.Count == 0 ? Math.Min(1, rows) : kinds.Length / encoding.Names.Count;
    }

    /// <summary>How the numbers came about.</summary>
    public CovariateEncoding Encoding { get; }

    /// <summary>The names of the numeric columns: <c>age</c>, <c>gender=F</c>.</summary>
    public IReadOnlyList<string> Names => Encoding.Names;

    /// <summary>How many customers.</summary>
    public int Count => kindOf.Length;

    /// <summary>How many distinct rows.</summary>
    public int Kinds { get; }

    /// <summary>The numbers of customer <paramref name="row"/>, in the order of <see cref="Names"/>.</summary>
    public ReadOnlySpan<double> this[int row] => Kind(kindOf[row]);

    /// <summary>A table of these columns, encoded as <see cref="CovariateEncoding.Of"/> learns from them.</summary>
    /// <exception cref="Validation.DataRejectedException">Names, levels or values that can't be used; names rows and fields.</exception>
    public static CovariateTable Of(params CovariateColumn[] columns) => CovariateEncoding.Of(columns).Encode(columns);

    /// <summary>The kind of every customer: equal rows have equal kinds, numbered in the order of their numbers.</summary>
    internal ReadOnlySpan<int> KindOf => kindOf;

    /// <summary>The numbers of a kind.</summary>
    internal ReadOnlySpan<double> Kind(int kind) => kinds.AsSpan(kind * Names.Count, Names.Count);
}
