namespace CustomerValue.Loyalty.Amounts;

/// <summary>Reversals that add up: what stays of an award is worked out from what is left of the order, never what goes from what was refunded, so any split of a refund in any order ends at the same.</summary>
public static class Cumulative
{
    /// <summary>The units that stay of an award: its exact lines, each times what is left of it, rounded once or line by line, and at most what was granted.</summary>
    /// <param name="lines">The award's exact units for each line.</param>
    /// <param name="remaining">The part that is left of each line, 0 to 1.</param>
    /// <param name="mode">How the award was rounded.</param>
    /// <param name="byLine">Whether each line was rounded by itself.</param>
    /// <param name="granted">The units that were granted; less than the rounded units where a cap trimmed them.</param>
    /// <exception cref="ArgumentException">There is not one part for each line.</exception>
    /// <exception cref="OverflowException">The exact result does not fit.</exception>
    public static long Stays(IReadOnlyList<Fraction> lines, IReadOnlyList<Fraction> remaining, RoundingMode mode, bool byLine, long granted)
    {
        if (lines is null)
            throw new ArgumentNullException(nameof(lines));
        if (remaining is null || remaining.Count != lines.Count)
            throw new ArgumentException($"There have to be {lines.Count} parts, one for each line.", nameof(remaining));
        Fraction exact = Fraction.Zero;
        long rounded = 0;
        for (int at = 0; at < lines.Count; at++)
        {
            Fraction part = lines[at] * remaining[at];
            if (byLine)
                rounded = checked(rounded + part.Round(mode));
            else
                exact += part;
        }

        return Math.Min(byLine ? rounded : exact.Round(mode), granted);
    }

    /// <summary>The units of an award that are taken back in all once a part of it is left.</summary>
    /// <param name="exact">The award before it was rounded.</param>
    /// <param name="mode">How it was rounded.</param>
    /// <param name="granted">The units that were granted.</param>
    /// <param name="remainingShare">The part that is left, 0 to 1.</param>
    /// <exception cref="OverflowException">The exact result does not fit.</exception>
    public static long Reversal(Fraction exact, RoundingMode mode, long granted, Fraction remainingShare) =>
        granted - Math.Min((exact * remainingShare).Round(mode), granted);
}
