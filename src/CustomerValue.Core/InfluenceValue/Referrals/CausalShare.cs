using System.Globalization;
using CustomerValue.Labels;
using CustomerValue.Validation;
using MathNet.Numerics.Distributions;

namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>
/// λ by an experiment: of the friends whom customers named some, drawn by lot, are not invited. Who comes all the same would have come anyway, so
/// λ = 1 − (rate at which the held back join)/(rate at which the invited join).
/// </summary>
public sealed record CausalShare
{
    private CausalShare(double? value, double low, double high, double level) => (Value, Low, High, Level) = (value, low, high, level);

    /// <summary>λ in [0, 1]: 0 where the held back join at least as often. Null where the experiment says nothing: nobody invited, nobody held back, or none of the invited joined.</summary>
    public double? Value { get; }

    /// <summary>The interval's lower end, in [0, 1]; 0 where the experiment says nothing.</summary>
    public double Low { get; }

    /// <summary>The interval's upper end, in [0, 1]; 1 where the experiment says nothing.</summary>
    public double High { get; }

    /// <summary>How much the interval covers, in (0, 1).</summary>
    public double Level { get; }

    /// <summary>λ as <see cref="ReferralLedgerOptions.CausalShare"/> takes it, to six decimals; null where <see cref="Value"/> is.</summary>
    public decimal? Rounded => Value is double value ? Math.Round((decimal)value, 6) : null;

    /// <summary>λ in a sentence.</summary>
    public LocalizedText Reason => Value is double value
        ? new(
            $"{Wording.Percent(value)} of the friends who joined came because of the invitation ({Wording.Percent(Low)} to {Wording.Percent(High)}).",
            $"加入的好友中有{Wording.Percent(value)}因邀请而来（{Wording.Percent(Low)}至{Wording.Percent(High)}）。")
        : new(
            "What invitations cause isn't known: it takes friends invited, friends held back, and some of the invited who joined.",
            "邀请的作用未知：需有受邀者、对照者，且受邀者中有人加入。");

    /// <summary>
    /// Compares. The interval is that of the logarithm of a ratio of two rates, by its asymptotic variance 1/x − 1/n + 1/y − 1/m; where nobody or everybody of a group
    /// joined, half a joiner and half a friend who didn't are added to both groups, for the interval alone. Source: Katz, Baptista, Azen &amp; Pike (1978), "Obtaining
    /// confidence intervals for the risk ratio in cohort studies", Biometrics 34.
    /// </summary>
    /// <param name="invited">Friends who were invited, ≥ 0.</param>
    /// <param name="joinedOfInvited">Of them, who joined; in [0, invited].</param>
    /// <param name="heldOut">Friends who were named and not invited, ≥ 0. Drawn by lot: who is held back for a reason says nothing.</param>
    /// <param name="joinedOfHeldOut">Of them, who joined within the same time; in [0, heldOut].</param>
    /// <param name="level">How much the interval covers, in (0, 1).</param>
    /// <exception cref="DataRejectedException">Counts or level are out of range; names every one.</exception>
    public static CausalShare OfExperiment(long invited, long joinedOfInvited, long heldOut, long joinedOfHeldOut, double level = 0.95)
    {
        ProblemList problems = new();
        void Check(bool valid, string field, IFormattable value, string message)
        {
            if (!valid)
                problems.Add(null, field, value.ToString(null, CultureInfo.InvariantCulture), message);
        }

        Check(invited >= 0, nameof(invited), invited, "is below 0.");
        Check(joinedOfInvited >= 0 && joinedOfInvited <= invited, nameof(joinedOfInvited), joinedOfInvited, $"is not in [0, {invited}], the invited.");
        Check(heldOut >= 0, nameof(heldOut), heldOut, "is below 0.");
        Check(joinedOfHeldOut >= 0 && joinedOfHeldOut <= heldOut, nameof(joinedOfHeldOut), joinedOfHeldOut, $"is not in [0, {heldOut}], the held back.");
        Check(level is > 0 and < 1, nameof(level), level, "is not in (0, 1); 0.95 is usual.");
        problems.ThrowIfAny();
        if (heldOut == 0 || joinedOfInvited == 0)
            return new(null, 0, 1, level);

        double value = Within(1 - (joinedOfHeldOut / (double)heldOut / (joinedOfInvited / (double)invited)));
        double more = joinedOfHeldOut == 0 || joinedOfHeldOut == heldOut || joinedOfInvited == invited ? 0.5 : 0;
        double x = joinedOfHeldOut + more, n = heldOut + (2 * more), y = joinedOfInvited + more, m = invited + (2 * more);
        double ratio = x / n / (y / m), width = Normal.InvCDF(0, 1, (1 + level) / 2) * Math.Sqrt((1 / x) - (1 / n) + (1 / y) - (1 / m));
        return new(value, Math.Min(value, Within(1 - (ratio * Math.Exp(width)))), Math.Max(value, Within(1 - (ratio * Math.Exp(-width)))), level);
    }

    private static double Within(double share) => Math.Max(0, Math.Min(1, share));
}
