using CustomerValue.Customers;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>Reads the answers of customers in a model's own codes.</summary>
internal sealed class LatentClassReader
{
    private readonly LatentClassModel model;
    private readonly TextColumn?[] columns;
    private readonly int[][] codesOfTexts;
    private readonly CustomerColumn?[] covariates;
    private readonly double[] values;

    public LatentClassReader(LatentClassModel model, CustomerBase customers)
    {
        this.model = model;
        columns = [.. model.Items.Select(item => customers.ColumnLike(item.Name) is { } column ? LatentClassColumns.AsText(column) : null)];
        codesOfTexts = [.. columns.Select((column, item) => Map(column, model.Items[item]))];
        covariates = [.. model.Covariates.Select(name => customers.ColumnLike(name))];
        Codes = new int[columns.Length];
        values = new double[covariates.Length];
    }

    /// <summary>The codes of the row that was read last.</summary>
    public int[] Codes { get; }

    /// <summary>Whether the classes depend on something that isn't known of the customer.</summary>
    public bool LacksCovariate(int row) => !LatentClassColumns.HasAll(covariates, row);

    /// <summary>Writes how probable each class is; false where there is nothing to tell it by.</summary>
    public bool Read(int row, Span<double> posterior)
    {
        bool any = false;
        for (int item = 0; item < columns.Length; item++)
        {
            int code = columns[item] is { } column ? column.Codes[row] : -1;
            Codes[item] = code < 0 ? -1 : codesOfTexts[item][code];
            any |= Codes[item] >= 0;
        }

        for (int j = 0; j < values.Length; j++)
        {
            values[j] = covariates[j]?.Number(row) ?? double.NaN;
            any &= !double.IsNaN(values[j]);
        }

        if (any)
            model.Posterior(Codes, values, posterior);
        return any;
    }

    private static int[] Map(TextColumn? column, LatentClassItem item)
    {
        Dictionary<string, int> codes = new(StringComparer.Ordinal);
        for (int code = 0; code < item.Categories.Count; code++)
            codes.Add(item.Categories[code], code);
        return [.. (column?.Texts ?? []).Select(text => codes.TryGetValue(text, out int code) ? code : -1)];
    }
}
