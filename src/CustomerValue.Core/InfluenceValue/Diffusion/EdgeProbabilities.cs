using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>Probabilities of edges from what was counted on them.</summary>
public static class EdgeProbabilities
{
    /// <summary>
    /// The beta-binomial mean (conversions + a)/(invites + a + b): few invites stay near the prior a/(a + b), many speak for themselves.
    /// </summary>
    /// <param name="conversions">Invites that won the other, one an edge; in [0, invites].</param>
    /// <param name="invites">Invites sent along the edge; ≥ 0.</param>
    /// <param name="a">Successes the prior counts for, &gt; 0.</param>
    /// <param name="b">Failures the prior counts for, &gt; 0.</param>
    /// <param name="probability">One an edge, written, in (0, 1).</param>
    /// <exception cref="DataRejectedException">Columns of different lengths, or numbers out of their range; names the rows.</exception>
    public static void OfInvites(ReadOnlySpan<int> conversions, ReadOnlySpan<int> invites, double a, double b, Span<double> probability)
    {
        ProblemList problems = new();
        if (invites.Length != conversions.Length || probability.Length != conversions.Length)
            problems.Add(null, nameof(invites), null, $"and probability have {Text(invites.Length)} and {Text(probability.Length)} places for {Text(conversions.Length)} conversions; give one an edge.");
        CheckPrior(problems, nameof(a), a);
        CheckPrior(problems, nameof(b), b);
        CheckCounts(problems, conversions, invites);
        problems.ThrowIfAny();
        for (int row = 0; row < conversions.Length; row++)
            probability[row] = (conversions[row] + a) / (invites[row] + a + b);
    }

    /// <summary>Refuses counts that are none.</summary>
    internal static void Check(ReadOnlySpan<int> conversions, ReadOnlySpan<int> invites)
    {
        ProblemList problems = new();
        if (invites.Length != conversions.Length)
            problems.Add(null, nameof(invites), null, $"has {Text(invites.Length)} places for {Text(conversions.Length)} conversions; give one an edge.");
        CheckCounts(problems, conversions, invites);
        problems.ThrowIfAny();
    }

    private static void CheckCounts(ProblemList problems, ReadOnlySpan<int> conversions, ReadOnlySpan<int> invites)
    {
        for (int row = 0; row < Math.Min(conversions.Length, invites.Length); row++)
        {
            if (invites[row] < 0)
                problems.Add(row, nameof(invites), Text(invites[row]), "is below 0.");
            else if (conversions[row] < 0 || conversions[row] > invites[row])
                problems.Add(row, nameof(conversions), Text(conversions[row]), $"is not in [0, {Text(invites[row])}], the invites of the edge.");
        }

    }

    private static void CheckPrior(ProblemList problems, string field, double value)
    {
        if (!(value > 0 && value <= double.MaxValue))
            problems.Add(null, field, value.ToString("R", CultureInfo.InvariantCulture), "is no finite number above 0; 1 and 1 know nothing beforehand.");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
