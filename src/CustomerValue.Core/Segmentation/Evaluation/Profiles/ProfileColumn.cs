using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Evaluation.Profiles;

/// <summary>A column as numbers (NaN where missing) or as codes of categories (−1 where missing).</summary>
internal sealed class ProfileColumn
{
    public ProfileColumn(CustomerColumn column)
    {
        Name = column.Name;
        if (ColumnKinds.IsNumeric(column))
        {
            Numbers = new double[column.Count];
            column.CopyNumbers(Numbers);
        }
        else
        {
            TextColumn texts = (TextColumn)column;
            (Codes, Texts) = (texts.Codes.ToArray(), texts.Texts);
        }
    }

    public string Name { get; }

    public double[]? Numbers { get; }

    public int[] Codes { get; } = [];

    public IReadOnlyList<string> Texts { get; } = [];

    public bool IsMissing(int row) => Numbers is null ? Codes[row] < 0 : double.IsNaN(Numbers[row]);
}
