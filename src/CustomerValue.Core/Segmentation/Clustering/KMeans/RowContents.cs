using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>What a row holds, apart from where it stands.</summary>
internal static class RowContents
{
    /// <summary>A number that rows share only where their values are equal, but for one pair in 10¹⁹.</summary>
    public static ulong Hash(NumericTable table, int row)
    {
        ulong hash = 0x9E3779B97F4A7C15UL;
        for (int column = 0; column < table.Width; column++)
        {
            // Adding 0 makes −0 the same as 0.
            hash = (hash ^ (ulong)BitConverter.DoubleToInt64Bits(table[column][row] + 0.0)) * 0xBF58476D1CE4E5B9UL;
            hash ^= hash >> 32;
            hash *= 0x94D049BB133111EBUL;
            hash ^= hash >> 29;
        }

        return hash;
    }

    /// <summary>Orders rows by their values, the first column first.</summary>
    public static int Compare(NumericTable table, int row, int other)
    {
        for (int column = 0; column < table.Width; column++)
        {
            ReadOnlySpan<double> values = table[column];
            if (values[row] != values[other])
                return values[row] < values[other] ? -1 : 1;
        }

        return 0;
    }

    public static DataProblem TooFew(int k, int? distinct = null) => new()
    {
        Field = "k",
        Value = k.ToString(CultureInfo.InvariantCulture),
        Message = (distinct is { } count ? $"clusters, but there are only {count.ToString(CultureInfo.InvariantCulture)} distinct rows" : "clusters, but there are fewer distinct rows") + "; ask for no more clusters than that.",
    };
}
