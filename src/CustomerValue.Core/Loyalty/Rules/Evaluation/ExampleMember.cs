using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using NodaTime;

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>The member of an example: what it says of him, and no past.</summary>
internal sealed class ExampleMember(CompiledProgram program, RuleExample example) : IMemberFacts
{
    public LocalDate? Joined => example.Given is MemberJoined ? program.Calendar.DateOf(example.Given.OccurredAt) : null;

    public MemberProfile Profile => example.Given is MemberJoined joined && example.Member == MemberProfile.Unknown ? joined.Profile : example.Member;

    public int TierRank => example.Tier is { } tier ? program.RankOf(tier) : program.Program.Tiers is null ? -1 : 0;

    public int Purchases => 0;

    public LocalDate? LastPurchase => null;

    public int EventsBetween(string type, LocalDate from, LocalDate to) => 0;
}
