namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>Quantiles of a count whose tails are known.</summary>
internal static class CountQuantile
{
    /// <summary>The smallest n with P(N(t) ≤ n) ≥ <paramref name="level"/>, by doubling and halving.</summary>
    public static int Of<TBuyer>(TBuyer buyer, double t, double level)
        where TBuyer : struct, IBuyer
    {
        if (t == 0)
            return 0;
        long below = -1;
        long enough = 0;
        while (enough < int.MaxValue && buyer.AtLeast((int)enough + 1, t) > 1 - level)
        {
            below = enough;
            enough = Math.Min(int.MaxValue, (2 * enough) + 1);
        }

        while (enough - below > 1)
        {
            long middle = below + ((enough - below) / 2);
            if (buyer.AtLeast((int)middle + 1, t) > 1 - level)
                below = middle;
            else
                enough = middle;
        }

        return (int)enough;
    }
}
