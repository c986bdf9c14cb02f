using CustomerValue.InfluenceValue.Attribution;

namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>
/// Splits one margin among those above its customer: λ·m·w^(l−1)·2^(−age/half-life), normalised. Holds room for one margin; one a thread.
/// A link counts only if it was there when the link below it, or the purchase, was made: who joined later caused nothing before.
/// </summary>
internal sealed class CreditRule
{
    private readonly ReferralLinks links;
    private readonly ReferralLedgerOptions options;
    private readonly decimal unitsOfOne;
    private readonly decimal[]?[] undecayed = new decimal[ReferralLedgerOptions.MostGenerations + 1][];
    private readonly ulong[]?[] undecayedWhole = new ulong[ReferralLedgerOptions.MostGenerations + 1][];
    private readonly int[] ages = new int[ReferralLedgerOptions.MostGenerations];
    private readonly double[] logs = new double[ReferralLedgerOptions.MostGenerations];
    private readonly decimal[] decayed = new decimal[ReferralLedgerOptions.MostGenerations];
    private readonly ulong[] decayedWhole = new ulong[ReferralLedgerOptions.MostGenerations];
    private readonly long[] parts = new long[ReferralLedgerOptions.MostGenerations];

    public CreditRule(ReferralLinks links, ReferralLedgerOptions options)
    {
        this.links = links;
        this.options = options;
        unitsOfOne = ExactShares.UnitsOfOne(options.Decimals);
    }

    /// <summary>Who is credited, nearest first.</summary>
    public int[] Rows { get; } = new int[ReferralLedgerOptions.MostGenerations];

    /// <summary>The parts at the causal share.</summary>
    public decimal[] Credit { get; } = new decimal[ReferralLedgerOptions.MostGenerations];

    /// <summary>The parts at λ = 1.</summary>
    public decimal[] IfAllCaused { get; } = new decimal[ReferralLedgerOptions.MostGenerations];

    /// <summary>Splits a margin of a row and returns how many generations it reached; 0 where nobody is credited.</summary>
    public int Apply(int row, int day, decimal margin)
    {
        int reached = Climb(row, day);
        if (reached == 0)
            return 0;
        if (reached == 1 && options.WindowDays is null)
        {
            IfAllCaused[0] = margin;
            Credit[0] = margin * ShareOf(row);
            return 1;
        }

        ReadOnlySpan<decimal> fractions = Fractions(reached, out ReadOnlySpan<ulong> whole);
        if (fractions.Length == 0)
            return 0;
        Split(margin * ShareOf(row), fractions, whole, Credit);
        Split(margin, fractions, whole, IfAllCaused);
        return reached;
    }

    private decimal ShareOf(int row) => links.Probability[row] is decimal probability and >= 0 ? probability : options.CausalShare;

    private void Split(decimal amount, ReadOnlySpan<decimal> fractions, ReadOnlySpan<ulong> whole, decimal[] credits)
    {
        decimal units = Math.Abs(amount) * unitsOfOne;
        if (units <= WholeShares.MostUnits && (long)units is long count && count == units && WholeShares.TrySplit(count, whole, parts))
        {
            for (int i = 0; i < whole.Length; i++)
                credits[i] = new decimal((int)parts[i], (int)(parts[i] >> 32), 0, amount < 0, (byte)options.Decimals);
        }
        else
        {
            ExactShares.Split(amount, fractions, options.Decimals, credits.AsSpan(0, fractions.Length));
        }
    }

    private int Climb(int row, int day)
    {
        int reached = 0;
        for (int below = row, until = day; reached < options.Generations && links.Referrer[below] >= 0 && links.Day[below] <= until; reached++)
        {
            until = links.Day[below];
            ages[reached] = day - until;
            below = Rows[reached] = links.Referrer[below];
        }

        return reached;
    }

    /// <summary>The fractions of the generations reached, as decimals and as whole numbers; empty where all are beyond the window.</summary>
    private ReadOnlySpan<decimal> Fractions(int reached, out ReadOnlySpan<ulong> whole)
    {
        whole = decayedWhole.AsSpan(0, reached);
        if (options.HalfLifeDays is not null || options.WindowDays is not null)
            return Decayed(reached) ? decayed.AsSpan(0, reached) : default;
        if (undecayed[reached] is not { } fractions)
        {
            double[] weights = new double[reached];
            for (int i = 0; i < reached; i++)
                weights[i] = Math.Pow(options.GenerationWeight, i);
            ExactShares.Fractions(weights, undecayed[reached] = fractions = new decimal[reached]);
            WholeShares.Scale(fractions, undecayedWhole[reached] = new ulong[reached]);
        }

        whole = undecayedWhole[reached];
        return fractions;
    }

    /// <summary>Weights as logarithms beside the largest, so that very old links don't all vanish.</summary>
    private bool Decayed(int reached)
    {
        double largest = double.NegativeInfinity;
        for (int i = 0; i < reached; i++)
        {
            double generation = i == 0 ? 0 : i * Math.Log(options.GenerationWeight, 2);
            logs[i] = ages[i] > options.WindowDays ? double.NegativeInfinity : generation - (options.HalfLifeDays is double half ? ages[i] / half : 0);
            largest = Math.Max(largest, logs[i]);
        }

        if (double.IsNegativeInfinity(largest))
            return false;
        for (int i = 0; i < reached; i++)
            logs[i] = Math.Pow(2, logs[i] - largest);
        ExactShares.Fractions(logs.AsSpan(0, reached), decayed.AsSpan(0, reached));
        WholeShares.Scale(decayed.AsSpan(0, reached), decayedWhole);
        return true;
    }
}
