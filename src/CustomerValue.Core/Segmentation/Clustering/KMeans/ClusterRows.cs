using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// The customers of a base who have all fields, on fitted scales, in an order that follows from their values alone: sums then come out the
/// same to the last bit under any names.
/// </summary>
internal sealed class ClusterRows
{
    private readonly int[] order;

    public ClusterRows(CustomerBase customers, IReadOnlyList<ClusterField> fields, CancellationToken cancellationToken)
    {
        double[][] columns = FieldScale.Read(customers, [.. fields.Select(field => field.Column)]);
        cancellationToken.ThrowIfCancellationRequested();
        int[] complete = [.. Enumerable.Range(0, customers.Count).Where(row => Array.TrueForAll(columns, column => !double.IsNaN(column[row])))];
        if (complete.Length == 0)
            throw new DataRejectedException(new DataProblem { Field = "fields", Message = $"have no customer with a value in each of {string.Join(", ", fields.Select(field => field.Column))}; there is nothing to make clusters of." });
        NumericTable raw = new([.. columns.Select(column => (ReadOnlyMemory<double>)Array.ConvertAll(complete, row => column[row]))]);
        ulong[] hashes = [.. Enumerable.Range(0, complete.Length).Select(row => RowContents.Hash(raw, row))];
        order = complete;
        Array.Sort(hashes, order);
        cancellationToken.ThrowIfCancellationRequested();
        double[][] scaled = [.. columns.Select(column => Array.ConvertAll(order, row => column[row]))];
        Scales = [.. fields.Select((field, i) => FieldScale.Fit(field, scaled[i]))];
        for (int field = 0; field < scaled.Length; field++)
            scaled[field] = Array.ConvertAll(scaled[field], Scales[field].Scale);
        Table = new NumericTable([.. scaled.Select(column => (ReadOnlyMemory<double>)column)], [.. fields.Select(field => field.Column)]);
        Constant = [.. Table.Names.Where((_, i) => Array.TrueForAll(scaled[i], value => value == scaled[i][0]))];
    }

    public IReadOnlyList<FieldScale> Scales { get; }

    public NumericTable Table { get; }

    /// <summary>Fields that are the same for all.</summary>
    public IReadOnlyList<string> Constant { get; }

    /// <summary>Where the customer of a row of the base stands in the table; −1 where a value is missing.</summary>
    public int PlaceOf(int row) => Array.IndexOf(order, row);
}
