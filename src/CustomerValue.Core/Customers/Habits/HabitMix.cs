namespace CustomerValue.Customers.Habits;

/// <summary>How the amount of each customer of a base parts into channels or categories.</summary>
internal sealed class HabitMix
{
    private readonly long[] known;
    private readonly long[] largest;
    private readonly int[] main;
    private readonly string[] names;
    private readonly int[] shown;
    private readonly double[][] shares;
    private readonly bool any;

    /// <summary>Parts amounts by customer and name.</summary>
    /// <param name="amounts">Pairs of customer number and name's number.</param>
    /// <param name="names">The names by number.</param>
    /// <param name="rows">The row of each customer number, −1 for none.</param>
    /// <param name="count">Rows.</param>
    public HabitMix(PairMap amounts, string[] names, int[] rows, int count)
    {
        this.names = names;
        (known, largest, main) = (new long[count], new long[count], new int[count]);
        main.AsSpan().Fill(-1);
        decimal[] exact = new decimal[names.Length];
        amounts.Visit((customer, name, amount) =>
        {
            exact[name] += amount;
            if (rows[customer] is var row && row < 0)
                return;
            known[row] += amount;
            if (amount > largest[row] || (amount > 0 && amount == largest[row] && string.CompareOrdinal(names[name], names[main[row]]) < 0))
                (largest[row], main[row]) = (amount, name);
        });
        any = amounts.Count > 0;
        shown = [.. Enumerable.Range(0, names.Length).Where(name => exact[name] > 0).OrderByDescending(name => exact[name]).ThenBy(name => names[name], StringComparer.Ordinal).Take(HabitColumns.MostShares)];
        shares = Array.ConvertAll(shown, _ => new double[count]);
        int[] place = new int[names.Length];
        place.AsSpan().Fill(-1);
        for (int i = 0; i < shown.Length; i++)
            place[shown[i]] = i;
        amounts.Visit((customer, name, amount) =>
        {
            if (rows[customer] >= 0 && place[name] >= 0)
                shares[place[name]][rows[customer]] = amount;
        });
    }

    /// <summary>Main one, its share, and the shares of the largest of all.</summary>
    public IEnumerable<CustomerColumn> Columns(string mainName, string mainShare, string share)
    {
        if (!any)
            yield break;
        yield return Main(mainName);
        yield return new NumberColumn(mainShare, Over(Array.ConvertAll(largest, amount => (double)amount)));
        for (int i = 0; i < shown.Length; i++)
            yield return new NumberColumn(share + names[shown[i]], Over(shares[i]));
    }

    /// <summary>Of the names only those that are somebody's main one, ordered ordinally.</summary>
    private TextColumn Main(string column)
    {
        int[] code = new int[names.Length];
        foreach (int name in main.Where(name => name >= 0))
            code[name] = 1;
        int[] used = [.. Enumerable.Range(0, names.Length).Where(name => code[name] > 0).OrderBy(name => names[name], StringComparer.Ordinal)];
        for (int i = 0; i < used.Length; i++)
            code[used[i]] = i;
        return new TextColumn(column, Array.ConvertAll(main, name => name < 0 ? -1 : code[name]), Array.ConvertAll(used, name => names[name]));
    }

    private double[] Over(double[] amounts)
    {
        double[] parts = new double[amounts.Length];
        for (int row = 0; row < parts.Length; row++)
            parts[row] = known[row] == 0 ? double.NaN : amounts[row] / known[row];
        return parts;
    }
}
