using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering;

/// <summary>The customers of a base who have all fields, read on fitted scales, in an order that follows from their values alone.</summary>
internal sealed class MixedRows
{
    private readonly int[] order;

    /// <param name="customers">The base.</param>
    /// <param name="fields">The columns; null for the usual ones.</param>
    /// <param name="fit">Fits the scale of a field on its values, none missing.</param>
    public MixedRows(CustomerBase customers, IReadOnlyList<MixedField>? fields, Func<MixedField, MixedScale, double[], MixedScale> fit)
    {
        fields ??= MixedFields.Usual(customers);
        MixedScale[] read = MixedFields.Of(customers, fields);
        double[][] columns = [.. read.Select(scale => scale.Read(customers))];
        for (int field = 0; field < read.Length; field++)
            RefuseUnknown(fields[field], read[field], columns[field]);
        int[] complete = [.. Enumerable.Range(0, customers.Count).Where(row => Array.TrueForAll(columns, column => !double.IsNaN(column[row])))];
        if (complete.Length == 0)
            throw new DataRejectedException(new DataProblem { Field = "fields", Message = $"have no customer with a value in each of {string.Join(", ", fields.Select(field => field.Column))}; there is nothing to make clusters of." });
        ContentRows contents = new([.. columns.Select(column => Array.ConvertAll(complete, row => column[row]))]);
        order = Array.ConvertAll(contents.Order, place => complete[place]);
        Scales = [.. read.Select((scale, field) => fit(fields[field], scale, Array.ConvertAll(order, row => columns[field][row])))];
        Values = [.. Scales.Select(scale => scale.Read(customers)).Select(column => Array.ConvertAll(order, row => column[row]))];
        Constant = [.. Scales.Where((_, field) => Array.TrueForAll(Values[field], value => value == Values[field][0])).Select(scale => scale.Column)];
    }

    public IReadOnlyList<MixedScale> Scales { get; }

    /// <summary>The values of each field on its scale, a customer after the other.</summary>
    public IReadOnlyList<double[]> Values { get; }

    /// <summary>How many customers have all fields.</summary>
    public int Count => order.Length;

    /// <summary>Fields that are the same for all.</summary>
    public IReadOnlyList<string> Constant { get; }

    /// <summary>Where the customer of a row of the base stands; −1 where a value is missing.</summary>
    public int PlaceOf(int row) => Array.IndexOf(order, row);

    private static void RefuseUnknown(MixedField field, MixedScale scale, double[] values)
    {
        if (!scale.IsNumber && Array.IndexOf(values, MixedScale.Unknown) >= 0)
            throw new DataRejectedException(new DataProblem { Field = "fields", Value = field.Column, Message = $"has values beside its levels {string.Join(", ", scale.Categories)}; name all of them." });
    }
}
