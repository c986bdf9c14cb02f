using CustomerValue.Labels;
using CustomerValue.Loyalty.Rules.Compiled;
using CustomerValue.Loyalty.Rules.Tracing;

namespace CustomerValue.Loyalty.Rules;

/// <summary>What became of each rule for one event, and why. One object serves any number of evaluations, one after another; it holds what was found in the last one. Texts are made when they are asked for, from the facts as they are then: read them before the member's state moves on.</summary>
public sealed class RuleTrace
{
    private readonly List<RuleOutcome> outcomes = [];
    private RuleOutcome[] byRule = [];
    private RuleFacts facts;
    private CompiledProgram? program;

    /// <summary>The hash of the programme; empty before an evaluation.</summary>
    public string ProgramHash => program?.Hash ?? "";

    /// <summary>The rules that listen to the event, in the order of priority and id.</summary>
    public IReadOnlyList<RuleOutcome> Outcomes => outcomes;

    internal RuleFacts Facts => facts;

    internal CompiledProgram Program => program ?? throw new InvalidOperationException("The trace is empty: evaluate an event first.");

    internal void Begin(CompiledProgram of, Trigger? trigger, in RuleFacts given)
    {
        program = of;
        facts = given;
        outcomes.Clear();
        if (trigger is null)
            return;
        if (byRule.Length < of.Compiled.Length)
            byRule = new RuleOutcome[of.Compiled.Length];
        foreach (CompiledRule rule in trigger.Rules)
            outcomes.Add(byRule[rule.Index] = new RuleOutcome(this, rule));
    }

    internal void Stopped(CompiledRule rule, TestForm by) => byRule[rule.Index].Stopped(by);

    internal void Lost(CompiledRule rule, CompiledRule winner, LossReason reason) => byRule[rule.Index].Lost(winner, reason);

    internal void Cut(in Award award, CompiledCap cap, long from, long to, long left) => byRule[award.Rule].Cut(new AwardCut(cap, award, from, to, left));

    internal void End(AwardList awards)
    {
        for (int at = 0; at < awards.Count; at++)
            byRule[awards[at].Rule].Paid(awards[at]);
    }

    /// <summary>All of it in lines of text: what each rule pays or why it does not, and what would change it.</summary>
    public string In(DisplayLanguage language) => TraceText.Of(this, language);
}
