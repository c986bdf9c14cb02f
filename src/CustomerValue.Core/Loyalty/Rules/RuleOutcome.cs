using CustomerValue.Labels;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Compiled;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Tracing;

namespace CustomerValue.Loyalty.Rules;

/// <summary>What became of one rule, and why.</summary>
public sealed class RuleOutcome
{
    private readonly RuleTrace trace;
    private readonly CompiledRule rule;
    private TestForm? stop;
    private Award[] awards = [];
    private AwardCut[] cuts = [];
    private CompiledRule? winner;

    internal RuleOutcome(RuleTrace trace, CompiledRule rule)
    {
        this.trace = trace;
        this.rule = rule;
    }

    /// <summary>The rule.</summary>
    public LoyaltyRule Rule => rule.Rule;

    /// <summary>What became of it.</summary>
    public OutcomeKind Kind { get; private set; }

    /// <summary>Its awards with their exact fractions, what they wanted and what was granted; empty where it did not fire.</summary>
    public IReadOnlyList<Award> Awards => awards;

    /// <summary>What caps and budgets took, in the order in which they did.</summary>
    public IReadOnlyList<AwardCut> Cuts => cuts;

    /// <summary>The rule that pays instead, or null.</summary>
    public LoyaltyRule? Winner => winner?.Rule;

    /// <summary>Why it lost, or null where it did not.</summary>
    public LossReason? Reason { get; private set; }

    /// <summary>The first condition that does not hold, from the left and as far inside as it can be told; null where it is none that stopped the rule.</summary>
    public Condition? FailedCondition => stop is null or TestForm.Days or TestForm.Window or TestForm.Limit ? null : FirstFailing(rule.Rule.When!);

    /// <summary>Whether the failed condition is unknown for want of a fact.</summary>
    public bool IsUnknown => FailedCondition?.Test(trace.Facts) == Truth.Unknown;

    /// <summary>What was asked for by the window, condition or limit that stopped the rule; empty where nothing did.</summary>
    public LocalizedText Required => OutcomeText.Required(this);

    /// <summary>What was found instead; empty where nothing stopped the rule.</summary>
    public LocalizedText Actual => OutcomeText.Actual(this);

    /// <summary>What became of the rule, and why, in one sentence.</summary>
    public LocalizedText Describe() => OutcomeText.Describe(this);

    /// <summary>What would change it; empty where the rule pays all that it wanted.</summary>
    public LocalizedText Change() => OutcomeText.Change(this);

    internal RuleTrace Trace => trace;

    internal CompiledLimit? UsedLimit => stop == TestForm.Limit ? rule.Limit : null;

    internal void Stopped(TestForm by)
    {
        Kind = OutcomeKind.NotFired;
        stop = by;
    }

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

    internal void Paid(in Award award) => awards = [.. awards, award with { Among = null }];

    private Condition FirstFailing(Condition condition)
    {
        while (condition is AllCondition all)
        {
            Condition outer = condition;
            foreach (Condition part in all.Of)
            {
                if (part.Test(trace.Facts) == Truth.True)
                    continue;
                condition = part;
                break;
            }
            if (condition == outer)
                return outer;
        }
        return condition;
    }
}
