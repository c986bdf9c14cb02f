using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Compiled;
using CustomerValue.Loyalty.Rules.Conditions;

namespace CustomerValue.Loyalty.Rules;

/// <summary>What became of one rule, and why.</summary>
public sealed class RuleOutcome
{
    private readonly RuleTrace trace;
    private readonly CompiledRule rule;
    private readonly CompiledProgram program;
    private Award[] awards = [];
    private AwardCut[] cuts = [];
    private Condition? when;
    private CompiledRule? winner;

    internal RuleOutcome(RuleTrace trace, CompiledProgram program, CompiledRule rule)
    {
        this.trace = trace;
        this.program = program;
        this.rule = rule;
    }

    /// <summary>The rule.</summary>
    public LoyaltyRule Rule => rule.Rule;

    /// <summary>What became of it.</summary>
    public OutcomeKind Kind { get; private set; }

    /// <summary>Its awards with their exact fractions, what they wanted and what was granted; empty where it did not fire.</summary>
    public IReadOnlyList<Award> Awards => awards;

    /// <summary>What caps and budgets took.</summary>
    public IReadOnlyList<AwardCut> Cuts => cuts;

    /// <summary>The rule that pays instead, or null.</summary>
    public LoyaltyRule? Winner => winner?.Rule;

    /// <summary>Why it lost, or null where it did not.</summary>
    public LossReason? Reason { get; private set; }

    internal void Outside() => Kind = OutcomeKind.NotFired;

    internal void Failed(Condition condition)
    {
        Kind = OutcomeKind.NotFired;
        when = condition;
    }

    internal void Used(CompiledLimit limit) => Kind = OutcomeKind.NotFired;

    internal void Lost(CompiledRule to, LossReason reason)
    {
        Kind = OutcomeKind.LostTo;
        winner = to;
        Reason = reason;
    }

    internal void Cut(AwardCut cut)
    {
        Kind = OutcomeKind.Trimmed;
        cuts = [.. cuts, cut];
    }

    internal void Paid(in Award award) => awards = [.. awards, award];
}
