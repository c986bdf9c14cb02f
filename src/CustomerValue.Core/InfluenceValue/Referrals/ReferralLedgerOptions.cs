using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Attribution;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>How the margins of referred customers are credited to those who brought them.</summary>
public sealed record ReferralLedgerOptions
{
    /// <summary>The most generations that may be credited.</summary>
    public const int MostGenerations = 64;

    /// <summary>
    /// λ: the part of a referred customer's margin that is counted as caused by the referral, where the link has no probability of its own. Default 0.4; range: [0, 1], at most six decimals.
    /// Below 1 since observed clustering overstates influence three to seven times: Aral, Muchnik &amp; Sundararajan (2009).
    /// </summary>
    public decimal CausalShare { get; init; } = 0.4m;

    /// <summary>w: how much a generation further away counts beside the nearer one. Default 0.5; range: [0, 1].</summary>
    public double GenerationWeight { get; init; } = 0.5;

    /// <summary>How many generations upward are credited. Default 3; range: [1, <see cref="MostGenerations"/>].</summary>
    public int Generations { get; init; } = 3;

    /// <summary>Days after which a link counts half. Default null: age doesn't matter within the window. &gt; 0 and finite.</summary>
    public double? HalfLifeDays { get; init; }

    /// <summary>The oldest age in days of a link that counts, inclusive. Default null: all. ≥ 0.</summary>
    public int? WindowDays { get; init; }

    /// <summary>Decimals of a credit; what remains goes to the largest remainders. Default 6; range: [0, 12].</summary>
    public int Decimals { get; init; } = 6;

    /// <summary>The currency of all amounts. Default: none named.</summary>
    public Currency Currency { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool valid, string field, IFormattable? value, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Field = field, Value = value?.ToString(null, CultureInfo.InvariantCulture), Message = message });
        }

        Check(IsShare(CausalShare), nameof(CausalShare), CausalShare, "is not in [0, 1] with at most six decimals; 0.4 counts 40 % as caused.");
        Check(GenerationWeight is >= 0 and <= 1, nameof(GenerationWeight), GenerationWeight, "is not in [0, 1]; 0.5 halves the weight each generation.");
        Check(Generations is >= 1 and <= MostGenerations, nameof(Generations), Generations, "is not in [1, 64].");
        Check(HalfLifeDays is null or (> 0 and < double.PositiveInfinity), nameof(HalfLifeDays), HalfLifeDays, "is not a finite number of days above 0; null for none.");
        Check(WindowDays is null or >= 0, nameof(WindowDays), WindowDays, "is below 0; null for no window.");
        Check(Decimals is >= 0 and <= ExactShares.MostDecimals, nameof(Decimals), Decimals, "is not in [0, 12].");
        return problems;
    }

    internal static bool IsShare(decimal share) => share is >= 0 and <= 1 && decimal.Round(share, 6) == share;
}
