namespace CustomerValue.LifetimeValue;

/// <summary>Quantiles of a count by its tails.</summary>
internal static class CountQuantile
{
    /// <summary>
    /// The smallest n ≥ 0 whose tail P(N ≥ n + 1) is not above <paramref name="tail"/>: from the guess in growing steps to where it lies between two numbers, then
    /// by halving. Bounded by the largest int.
    /// </summary>
    public static int Of<TCount>(TCount count, double tail, int guess = 0)
        where TCount : struct, ICount
    {
        bool Exceeds(long n) => count.AtLeast((int)n + 1) > tail;
        long below = guess - 1L;
        long enough = guess;
        if (Exceeds(guess))
        {
            do
                (below, enough) = (enough, Math.Min(int.MaxValue, (2 * enough) + 1));
            while (enough < int.MaxValue && Exceeds(enough));
        }
        else
        {
            for (long step = 1; below >= 0 && !Exceeds(below); step *= 2)
                (below, enough) = (Math.Max(-1, below - step), below);
        }

        while (enough - below > 1)
        {
            long middle = below + ((enough - below) / 2);
            if (Exceeds(middle))
                below = middle;
            else
                enough = middle;
        }

        return (int)enough;
    }
}
