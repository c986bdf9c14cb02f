using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>The places of customers as texts, from the largest to the smallest, each pair of places looked up once.</summary>
internal sealed class PlaceTexts
{
    private readonly TextColumn?[] columns;

    public PlaceTexts(CustomerBase customers, IReadOnlyList<string> names) =>
        columns = [.. names.Select(name => customers.ColumnLike(name) is { } column ? AsTexts(column) : null)];

    /// <summary>
    /// Moves every customer from the place it is in to smaller ones, as long as they are known. <paramref name="enter"/> gives the place of a name
    /// within another, or −1 where the walk ends; it is asked once for each.
    /// </summary>
    public void Walk(Span<int> places, Func<int, string, int> enter)
    {
        bool[] ended = new bool[places.Length];
        foreach (TextColumn? column in columns)
        {
            if (column is null)
                return;
            Dictionary<long, int> found = [];
            ReadOnlySpan<int> codes = column.Codes;
            for (int row = 0; row < places.Length; row++)
            {
                if (ended[row] || codes[row] < 0)
                {
                    ended[row] = true;
                    continue;
                }

                long step = ((long)places[row] << 32) | (uint)codes[row];
                if (!found.TryGetValue(step, out int place))
                    found.Add(step, place = enter(places[row], column.Texts[codes[row]]));
                ended[row] = place < 0;
                if (place >= 0)
                    places[row] = place;
            }
        }
    }

    private static TextColumn AsTexts(CustomerColumn column)
    {
        if (column is TextColumn texts)
            return texts;
        string?[] values = new string?[column.Count];
        for (int row = 0; row < values.Length; row++)
            values[row] = column.Text(row);
        return new TextColumn(column.Name, values);
    }
}
