using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>
/// How probabilities of invites lie among all customers or edges: Beta(a, b), the prior of <see cref="EdgeProbabilities.OfInvites"/>. Fitted to all, it lends each
/// what is known of the others (empirical Bayes). Immutable.
/// </summary>
public sealed record InvitePrior
{
    private const double Smallest = 1e-6;

    private InvitePrior(double a, double b) => (A, B) = (a, b);

    /// <summary>Successes the prior counts for, &gt; 0.</summary>
    public double A { get; }

    /// <summary>Failures the prior counts for, &gt; 0.</summary>
    public double B { get; }

    /// <summary>The mean probability a/(a + b), in (0, 1).</summary>
    public double Mean => A / (A + B);

    /// <summary>
    /// Fits by moments: the mean is all conversions over all invites, and the spread is what rates differ by beyond chance, ρ = 1/(a + b + 1) =
    /// (S/(p(1 − p)) − (N − 1))/(Σn − Σn²/Σn − (N − 1)) with S = Σn(rate − p)². Without spread the prior counts for as many invites as were seen.
    /// Source: Kleinman (1973), "Proportions with extraneous variance", Journal of the American Statistical Association 68, with weights n.
    /// </summary>
    /// <param name="conversions">Invites that won the other, one a customer or edge; in [0, invites].</param>
    /// <param name="invites">Invites sent; ≥ 0. Who sent none says nothing.</param>
    /// <exception cref="DataRejectedException">Columns of different lengths, numbers out of range, nobody with two invites, or nothing but failures or conversions; names the rows.</exception>
    public static InvitePrior Fit(ReadOnlySpan<int> conversions, ReadOnlySpan<int> invites)
    {
        EdgeProbabilities.Check(conversions, invites);
        double sent = 0, won = 0, squares = 0;
        long senders = 0;
        for (int row = 0; row < invites.Length; row++)
        {
            sent += invites[row];
            won += conversions[row];
            squares += (double)invites[row] * invites[row];
            senders += invites[row] > 0 ? 1 : 0;
        }

        if (squares == sent || won == 0 || won == sent)
        {
            string counted = string.Format(CultureInfo.InvariantCulture, "{0} of {1} by {2}", won, sent, senders);
            throw new DataRejectedException(new DataProblem { Field = "conversions", Value = counted, Message = "tell no prior: somebody must have sent two invites, and some must have been accepted and some not; give a and b instead." });
        }

        double p = won / sent, spread = 0;
        for (int row = 0; row < invites.Length; row++)
        {
            double off = conversions[row] - (invites[row] * p);
            spread += invites[row] > 0 ? off * off / invites[row] : 0;
        }

        double expected = sent - (squares / sent) - (senders - 1);
        double share = expected > 0 ? ((spread / (p * (1 - p))) - (senders - 1)) / expected : 0;
        double weight = Math.Max(Smallest, Math.Min(sent, share > 0 ? (1 / share) - 1 : sent));
        return new(p * weight, (1 - p) * weight);
    }

    /// <summary>Where the probability of one customer or edge lies: quantiles of Beta(a + conversions, b + invites − conversions).</summary>
    /// <param name="conversions">Invites that won the other; in [0, invites].</param>
    /// <param name="invites">Invites sent; ≥ 0.</param>
    /// <param name="level">How much the interval covers, in (0, 1).</param>
    public (double Low, double High) Interval(int conversions, int invites, double level = 0.95)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Must be in (0, 1); 0.95 is usual.");
        EdgeProbabilities.Check([conversions], [invites]);
        double a = A + conversions, b = B + (invites - conversions);
        return (Quantile(a, b, (1 - level) / 2), Quantile(a, b, (1 + level) / 2));
    }

    /// <summary>By halving: the distribution function is sure at every shape, its peers' inverses are not.</summary>
    private static double Quantile(double a, double b, double probability)
    {
        double low = 0, high = 1;
        for (double middle = 0.5; middle > low && middle < high; middle = (low + high) / 2)
        {
            if (MathNet.Numerics.SpecialFunctions.BetaRegularized(a, b, middle) < probability)
                low = middle;
            else
                high = middle;
        }

        return high;
    }
}
