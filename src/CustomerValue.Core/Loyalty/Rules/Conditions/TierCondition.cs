using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The member's tier is one of a list, or at least one.</summary>
public sealed record TierCondition : Condition
{
    /// <summary>The levels allowed; empty where a least one is given.</summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>The lowest level allowed, or null.</summary>
    public string? AtLeast { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        int rank = facts.Member.TierRank;
        if (rank < 0 || facts.Program is not { } program)
            return Truth.Unknown;
        if (AtLeast is { } least)
            return rank >= program.RankOf(least) ? Truth.True : Truth.False;
        foreach (string level in In)
        {
            if (program.RankOf(level) == rank)
                return Truth.True;
        }
        return Truth.False;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe() => AtLeast is { } least
        ? new($"the tier is at least {least}", $"等级至少为 {least}")
        : new("the tier is " + Say.Or(In).English, "等级为" + Say.Or(In).Chinese);

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Program?.Program.Tiers is { } tiers && facts.Member.TierRank >= 0 && facts.Member.TierRank < tiers.Levels.Count
        ? Say.Same(tiers.Levels[facts.Member.TierRank].Id)
        : new LocalizedText("the member has no tier", "会员没有等级");

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "tier").Fields("in", In).Field("atLeast", AtLeast);
}
