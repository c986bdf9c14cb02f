using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>
/// A column at two dates as something that can move a customer. For numbers: the change in standard deviations times how far the segments' means
/// lie apart in them, so that a change counts by how much it leads from the one segment to the other. For categories: by how much likelier the new
/// value is than the old in the new segment, beside the same in the old one.
/// </summary>
internal sealed class MovementScale
{
    private readonly CustomerColumn before;
    private readonly CustomerColumn after;
    private readonly double spread;
    private readonly double[] means;
    private readonly Dictionary<string, int>? codes;
    private readonly double[][] logShares = [];

    /// <summary>Learns what the segments look like after.</summary>
    public MovementScale(CustomerColumn before, CustomerColumn after, ReadOnlySpan<int> segments, int count)
    {
        (this.before, this.after) = (before, after);
        means = new double[count];
        if (ColumnKinds.IsNumeric(before) && ColumnKinds.IsNumeric(after))
            spread = Learn(segments);
        else
            logShares = Learn((TextColumn)(after as TextColumn ?? before), segments, codes = new(StringComparer.Ordinal));
    }

    public string Column => after.Name;

    public string? Before(int row) => before.Text(row);

    public string? After(int row) => after.Text(row);

    /// <summary>How far the change leads from a segment to another; at most 0 where it leads nowhere or back.</summary>
    public double Pull(int rowBefore, int rowAfter, int from, int to)
    {
        if (codes is not null)
        {
            int old = Code(before.Text(rowBefore)), now = Code(after.Text(rowAfter));
            return old == now ? 0 : logShares[to][now] - logShares[to][old] - (logShares[from][now] - logShares[from][old]);
        }

        double change = after.Number(rowAfter) - before.Number(rowBefore), apart = means[to] - means[from];
        return spread == 0 || double.IsNaN(change) || double.IsNaN(apart) ? 0 : change / spread * (apart / spread);
    }

    private double Learn(ReadOnlySpan<int> segments)
    {
        double[] values = new double[after.Count];
        after.CopyNumbers(values);
        int[] known = new int[means.Length];
        double mean = 0, squares = 0;
        int count = 0;
        for (int row = 0; row < values.Length; row++)
        {
            if (double.IsNaN(values[row]))
                continue;
            double off = values[row] - mean;
            mean += off / ++count;
            squares += off * (values[row] - mean);
            means[segments[row]] += (values[row] - means[segments[row]]) / ++known[segments[row]];
        }

        for (int segment = 0; segment < means.Length; segment++)
            means[segment] = known[segment] == 0 ? double.NaN : means[segment];
        return count == 0 ? 0 : Math.Sqrt(squares / count);
    }

    /// <summary>Log-shares of categories in each segment, every category counted half a time more, so that none has a share of 0; the last is what is missing or new.</summary>
    private double[][] Learn(TextColumn texts, ReadOnlySpan<int> segments, Dictionary<string, int> codeOf)
    {
        foreach (string text in texts.Texts)
            codeOf.Add(text, codeOf.Count);
        int width = codeOf.Count + 1;
        double[][] counts = [.. means.Select(_ => Enumerable.Repeat(0.5, width).ToArray())];
        for (int row = 0; row < segments.Length; row++)
            counts[segments[row]][Code(after.Text(row))]++;
        foreach (double[] ofSegment in counts)
        {
            double all = ofSegment.Sum();
            for (int code = 0; code < width; code++)
                ofSegment[code] = Math.Log(ofSegment[code] / all);
        }

        return counts;
    }

    private int Code(string? text) => text is not null && codes!.TryGetValue(text, out int code) ? code : codes!.Count;
}
