namespace CustomerValue.InfluenceValue.Attribution;

/// <summary>How much older contacts count: half as much after each half-life, nothing beyond the window.</summary>
public static class TimeDecay
{
    /// <summary>2^(−age/half-life); 0 beyond the window and for what is still to come (a negative age).</summary>
    /// <param name="age">Days from the contact to the purchase.</param>
    /// <param name="halfLife">Days, &gt; 0; null where age doesn't matter within the window.</param>
    /// <param name="window">The oldest age in days that counts, inclusive, ≥ 0; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The half-life or the window is out of its range, or the age is not finite.</exception>
    public static double Weight(double age, double? halfLife, double? window = null)
    {
        if (double.IsNaN(age) || double.IsInfinity(age))
            throw new ArgumentOutOfRangeException(nameof(age), age, "An age is a finite number of days.");
        if (halfLife is double half && !(half > 0 && half < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(halfLife), halfLife, "A half-life is a finite number of days above 0; null for none.");
        if (window is double most && !(most >= 0))
            throw new ArgumentOutOfRangeException(nameof(window), window, "A window is a number of days of 0 or more; null for none.");
        return age < 0 || age > window ? 0 : halfLife is double each ? Math.Pow(2, -age / each) : 1;
    }

    /// <summary>The parts of an amount that fall to contacts of the ages given, by their weights; they sum to the amount exactly. All are 0 where no contact counts.</summary>
    /// <param name="amount">The amount; at most 10^12 to either side, with at most ten decimals.</param>
    /// <param name="ages">Days from each contact to the purchase.</param>
    /// <param name="halfLife">Days, &gt; 0; null where age doesn't matter within the window.</param>
    /// <param name="window">The oldest age in days that counts, inclusive, ≥ 0; null for all.</param>
    /// <param name="decimals">Decimals of a part, in [0, 12]; the largest remainders are rounded up.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static IReadOnlyList<decimal> Credit(decimal amount, ReadOnlySpan<double> ages, double? halfLife, double? window = null, int decimals = 6)
    {
        if (!ExactShares.IsExact(amount))
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount is at most 10^12 to either side, with at most ten decimals.");
        if (decimals is < 0 or > ExactShares.MostDecimals)
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, "Parts have 0 to 12 decimals.");
        double newest = double.PositiveInfinity;
        foreach (double age in ages)
        {
            _ = Weight(age, halfLife, window);
            if (age >= 0 && !(age > window))
                newest = Math.Min(newest, age);
        }

        decimal[] parts = new decimal[ages.Length];
        if (double.IsPositiveInfinity(newest))
            return Array.AsReadOnly(parts);

        // Only differences of ages matter, so weights are taken beside the newest: old contacts alone don't vanish.
        double[] weights = new double[ages.Length];
        for (int i = 0; i < ages.Length; i++)
            weights[i] = ages[i] > window ? 0 : Weight(ages[i] - newest, halfLife);
        decimal[] fractions = new decimal[ages.Length];
        ExactShares.Fractions(weights, fractions);
        ExactShares.Split(amount, fractions, decimals, parts);
        return Array.AsReadOnly(parts);
    }
}
