using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Evaluation;

/// <summary>Whether a column is looked at as numbers or as categories.</summary>
internal static class ColumnKinds
{
    /// <summary>Texts are numbers where each of them is one.</summary>
    public static bool IsNumeric(CustomerColumn column)
    {
        if (column is not TextColumn texts)
            return true;
        foreach (double number in texts.Numbers)
        {
            if (double.IsNaN(number))
                return false;
        }

        return texts.Texts.Count > 0;
    }
}
