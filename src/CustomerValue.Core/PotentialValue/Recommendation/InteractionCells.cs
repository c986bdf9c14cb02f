namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>The sparse table both ways: cells by customer, and the same by product.</summary>
internal sealed class InteractionCells
{
    private InteractionCells(int[] rowStarts, int[] products, double[] counts, double[] amounts, int[] lastDays, int width)
    {
        (RowStarts, Products, Counts, Amounts, LastDays) = (rowStarts, products, counts, amounts, lastDays);
        ColumnStarts = new int[width + 1];
        foreach (int product in products)
            ColumnStarts[product + 1]++;
        for (int product = 0; product < width; product++)
            ColumnStarts[product + 1] += ColumnStarts[product];
        int[] next = (int[])ColumnStarts.Clone();
        Customers = new int[products.Length];
        CountsByProduct = new double[products.Length];
        for (int customer = 0; customer + 1 < rowStarts.Length; customer++)
        {
            for (int cell = rowStarts[customer]; cell < rowStarts[customer + 1]; cell++)
            {
                int place = next[products[cell]]++;
                (Customers[place], CountsByProduct[place]) = (customer, counts[cell]);
            }
        }
    }

    public int[] RowStarts { get; }

    public int[] Products { get; }

    public double[] Counts { get; }

    public double[] Amounts { get; }

    public int[] LastDays { get; }

    public int[] ColumnStarts { get; }

    public int[] Customers { get; }

    public double[] CountsByProduct { get; }

    public static InteractionCells Of(InteractionLines lines)
    {
        long[] keys = (long[])lines.Cells.Clone();
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        int[] rowStarts = new int[lines.Customers.Length + 1];
        List<int> products = [], days = [];
        List<double> counts = [], amounts = [];
        int width = Math.Max(1, lines.Products.Length);
        for (int first = 0, next; first < keys.Length; first = next)
        {
            // Counts, exact sums and a maximum: the order of lines within a cell can't show.
            int bought = 0, day = 0;
            decimal amount = 0;
            bool refunded = false;
            for (next = first; next < keys.Length && keys[next] == keys[first]; next++)
            {
                int line = order[next];
                amount += lines.Amounts[line];
                refunded |= lines.Refunds[line];
                if (lines.Refunds[line])
                    continue;
                day = bought++ == 0 ? lines.Days[line] : Math.Max(day, lines.Days[line]);
            }

            if (bought == 0 || (refunded && amount <= 0))
                continue;
            rowStarts[(keys[first] / width) + 1]++;
            products.Add((int)(keys[first] % width));
            counts.Add(bought);
            amounts.Add((double)amount);
            days.Add(day);
        }

        for (int row = 1; row < rowStarts.Length; row++)
            rowStarts[row] += rowStarts[row - 1];
        return new InteractionCells(rowStarts, [.. products], [.. counts], [.. amounts], [.. days], lines.Products.Length);
    }
}
