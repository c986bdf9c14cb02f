using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>The eight segments of established × potential × influence value with what to do in each, and the tiers. Data: replace any of it. Immutable.</summary>
public sealed class ThreeValueDecisions
{
    internal const int Count = 8;
    private static readonly string[] Keys = ["hhh", "hhl", "hlh", "hll", "lhh", "lhl", "llh", "lll"];

    /// <summary>Checks and keeps a definition.</summary>
    /// <param name="segments">All eight, each once, in any order.</param>
    /// <param name="tiers">In order, of which the first that holds decides; the last asks nothing. Null for the usual four.</param>
    /// <exception cref="DataRejectedException">A segment is missing, given twice or unknown, a text is empty, a tier's key is given twice, a tier can never be reached, or the last tier asks something; names each.</exception>
    public ThreeValueDecisions(IReadOnlyList<ThreeValueDecision> segments, IReadOnlyList<CustomerTier>? tiers = null)
    {
        if (segments is null)
            throw new ArgumentNullException(nameof(segments));
        tiers ??= ThreeValueDefaults.Tiers;
        List<DataProblem> problems = [.. segments.SelectMany(Problems)];
        foreach (string key in Keys)
        {
            int count = segments.Count(segment => segment?.Key == key);
            if (count != 1)
                problems.Add(new DataProblem { Field = "segments", Value = key, Message = count == 0 ? "is missing; give all eight." : "is given twice; keep one." });
        }

        problems.AddRange(TierProblems(tiers));
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
        Segments = Array.AsReadOnly([.. segments.OrderBy(segment => Array.IndexOf(Keys, segment.Key))]);
        Tiers = Array.AsReadOnly([.. tiers]);
    }

    /// <summary>The built-in definition.</summary>
    public static ThreeValueDecisions Default { get; } = new(ThreeValueDefaults.Segments);

    /// <summary>The eight, from <c>hhh</c> to <c>lll</c>.</summary>
    public IReadOnlyList<ThreeValueDecision> Segments { get; }

    /// <summary>The tiers, the first match first.</summary>
    public IReadOnlyList<CustomerTier> Tiers { get; }

    internal int TierOf(EstablishedLevel established, bool potentialHigh)
    {
        int tier = 0;
        while (!Tiers[tier].Holds(established, potentialHigh))
            tier++;
        return tier;
    }

    private static IEnumerable<DataProblem> Problems(ThreeValueDecision? segment)
    {
        if (segment is null || !Keys.Contains(segment.Key))
            yield return new DataProblem { Field = "segments", Value = segment?.Key, Message = $"is none of {string.Join(", ", Keys)}." };
        else
        {
            if (IsBlank(segment.Label))
                yield return new DataProblem { Field = "segments", Value = segment.Key, Message = "has no label in one of the languages; give both." };
            if (IsBlank(segment.Decision))
                yield return new DataProblem { Field = "segments", Value = segment.Key, Message = "has no decision in one of the languages; give both." };
        }
    }

    private static List<DataProblem> TierProblems(IReadOnlyList<CustomerTier> tiers)
    {
        List<DataProblem> problems = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        void Add(string? key, string message) => problems.Add(new DataProblem { Field = "tiers", Value = key, Message = message });
        for (int i = 0; i < tiers.Count; i++)
        {
            CustomerTier? tier = tiers[i];
            if (tier?.Segment is null || string.IsNullOrWhiteSpace(tier.Segment.Key))
            {
                Add(null, "have one without a key; give it one.");
                continue;
            }

            if (!keys.Add(tier.Segment.Key) || tier.Segment.Key == CommonSegments.Incomplete.Key)
                Add(tier.Segment.Key, "is the key of two tiers, or that of customers with incomplete data; give another.");
            if (IsBlank(tier.Segment.Label))
                Add(tier.Segment.Key, "has no label in one of the languages; give both.");
            if (tier.EstablishedAtLeast is < EstablishedLevel.Low or > EstablishedLevel.High)
                Add(tier.Segment.Key, "asks for a level that there is not; there are low, middle and high.");
            if (tiers.Take(i).Any(earlier => earlier is not null && earlier.Holds(tier.EstablishedAtLeast, tier.PotentialHigh)))
                Add(tier.Segment.Key, "is never reached, as a tier before it holds wherever this one does; put it first.");
        }

        if (tiers.Count == 0 || tiers[tiers.Count - 1] is { AsksNothing: false })
            Add(null, "leave customers without a tier; let the last one ask nothing.");
        return problems;
    }

    private static bool IsBlank(LocalizedText text) => string.IsNullOrWhiteSpace(text.English) || string.IsNullOrWhiteSpace(text.Chinese);
}
