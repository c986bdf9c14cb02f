using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>A member who is written down, as rules ask for him.</summary>
internal sealed class SnapshotFacts(CompiledProgram program, MemberSnapshot member) : IMemberFacts
{
    public LocalDate? Joined => member.Joined;

    public MemberProfile Profile => member.Profile;

    public int TierRank => member.Tier is { } tier ? program.RankOf(tier) : program.Program.Tiers is null ? -1 : 0;

    public int Purchases => member.Purchases;

    public LocalDate? LastPurchase => member.LastPurchase;

    public int EventsBetween(string type, LocalDate from, LocalDate to) =>
        member.Events.TryGetValue(type, out IReadOnlyList<LocalDate>? days) ? days.Count(day => day >= from && day < to) : 0;
}
