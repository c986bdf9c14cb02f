using CustomerValue.Labels;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>Customers who together reach the most, with a certificate of how near to the best possible choice they are. Immutable.</summary>
public sealed record AmbassadorSet
{
    /// <summary>The customers as nodes of the graph, in the order of choice: each adds most to those before.</summary>
    public required IReadOnlyList<int> Customers { get; init; }

    /// <summary>What the set is expected to reach, estimated from draws that took no part in the choice, in the unit of the margins; the ambassadors' own margins count in.</summary>
    public required double Spread { get; init; }

    /// <summary>The ambassadors' own margins, which they bring even if nothing spreads (λ = 0); the rest of <see cref="Spread"/> is at λ = 1.</summary>
    public double OwnMargins { get; init; }

    /// <summary>With <see cref="Confidence"/> the set reaches at least this.</summary>
    public required double Lower { get; init; }

    /// <summary>With <see cref="Confidence"/> no set of as many customers reaches more than this.</summary>
    public required double Upper { get; init; }

    /// <summary>The certificate: <see cref="Lower"/> over <see cref="Upper"/>, in [0, 1]. The set reaches at least this part of what the best set would.</summary>
    public double Approximation => Upper > 0 ? Lower / Upper : 1;

    /// <summary>How sure the certificate is, in (0, 1).</summary>
    public required double Confidence { get; init; }

    /// <summary>Reverse-reachable sets drawn, both halves together.</summary>
    public required long Sets { get; init; }

    /// <summary>The same in words.</summary>
    public LocalizedText Reason
    {
        get
        {
            string count = Wording.Number(Customers.Count), part = Wording.Percent(Approximation), sure = Wording.Percent(Confidence);
            return new(
                $"These {count} reach {Wording.Number(Spread)} together; with a probability of {sure} that is at least {part} of what any {count} could reach.",
                $"这{count}位客户合计可影响{Wording.Number(Spread)}；以{sure}的概率，不低于任意{count}位客户所能达到的{part}。");
        }
    }
}
