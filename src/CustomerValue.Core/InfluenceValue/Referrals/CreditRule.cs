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
    private readonly decimal[]?[] undecayed = new decimal[ReferralLedgerOptions.MostGenerations + 1][];
    private readonly int[] ages = new int[ReferralLedgerOptions.MostGenerations];
    private readonly double[] logs = new double[ReferralLedgerOptions.MostGenerations];
    private readonly decimal[] decayed = new decimal[ReferralLedgerOptions.MostGenerations];

    public CreditRule(ReferralLinks links, ReferralLedgerOptions options)
    {
        this.links = links;
        this.options = options;
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
        ReadOnlySpan<decimal> fractions = Fractions(reached);
        if (fractions.Length == 0)
            return 0;
        decimal probability = links.Probability[row];
        ExactShares.Split(margin * (probability < 0 ? options.CausalShare : probability), fractions, options.Decimals, Credit.AsSpan(0, reached));
        ExactShares.Split(margin, fractions, options.Decimals, IfAllCaused.AsSpan(0, reached));
        return reached;
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

    /// <summary>The fractions of the generations reached; empty where all are beyond the window.</summary>
    private ReadOnlySpan<decimal> Fractions(int reached)
    {
        if (options.HalfLifeDays is not null || options.WindowDays is not null)
            return Decayed(reached) ? decayed.AsSpan(0, reached) : default;
        if (undecayed[reached] is not { } fractions)
        {
            double[] weights = new double[reached];
            for (int i = 0; i < reached; i++)
                weights[i] = Math.Pow(options.GenerationWeight, i);
            ExactShares.Fractions(weights, undecayed[reached] = fractions = new decimal[reached]);
        }

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
        return true;
    }
}
