using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Compiled;

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>What rules pay for an event: conditions, then groups, then points, then caps.</summary>
internal static class RuleEvaluation
{
    /// <summary>Fills the list. With a rule given, that one and those that give it a base are looked at by themselves: no groups, no counters of others.</summary>
    public static void Run(CompiledProgram program, in RuleFacts facts, ICounterView counters, AwardList awards, RuleTrace? trace, CompiledRule? only = null)
    {
        awards.Clear();
        Trigger? trigger = program.TriggerOf(facts.Event.Type);
        trace?.Begin(program, trigger, facts);
        if (trigger is null)
            return;
        Scratch scratch = awards.Scratch;
        scratch.Begin(program, trigger);
        CompiledRule[] rules = trigger.Rules;
        bool[] pays = scratch.Pays;
        int grouped = 0;
        for (int at = 0; at < rules.Length; at++)
        {
            CompiledRule rule = rules[at];
            bool fires = (only is null || rule == only || rule.HasBase) && Fires(rule, program, facts, counters, trace);
            pays[at] = fires;
            grouped += fires && rule.IsGrouped ? 1 : 0;
        }
        // One alone has nobody to lose to.
        if (grouped > 1 && trigger.Groups.Length > 0 && only is null)
            GroupSettlement.Settle(program, trigger, facts, awards, trace);
        Payments.Add(program, trigger, facts, awards, only);
        if (trigger.HasCaps)
            CapSettlement.Settle(program, trigger, facts, counters, awards, trace);
        if (trigger.HasLimits)
            MarkLimits(program, awards);
        trace?.End(awards);
    }

    private static bool Fires(CompiledRule rule, CompiledProgram program, in RuleFacts facts, ICounterView counters, RuleTrace? trace)
    {
        if (rule.Window is { } window && !window.Contains(facts.Local))
        {
            trace?.Outside(rule);
            return false;
        }
        if (rule.When is { } when && when.Test(facts) != Truth.True)
        {
            trace?.Failed(rule, when);
            return false;
        }
        if (rule.Limit is { } limit && !limit.IsOpen(program.Calendar, facts, counters))
        {
            trace?.Used(rule);
            return false;
        }
        return true;
    }

    /// <summary>A rule's limit is used once, by the first of its awards that pays; by one of the referrer's where his times are counted.</summary>
    private static void MarkLimits(CompiledProgram program, AwardList awards)
    {
        int marked = -1;
        for (int at = 0; at < awards.Count; at++)
        {
            ref Award award = ref awards.At(at);
            if (award.Rule == marked || program.Compiled[award.Rule].Limit is not { } limit || (award.Granted == 0 && award.Kind != AwardKind.Reward))
                continue;
            if (limit.OfReferrer && award.To != AwardTo.Referrer && PaysReferrerLater(awards, at))
                continue;
            award.UsesLimit = true;
            marked = award.Rule;
        }
    }

    private static bool PaysReferrerLater(AwardList awards, int at)
    {
        for (int later = at + 1; later < awards.Count && awards[later].Rule == awards[at].Rule; later++)
        {
            if (awards[later].To == AwardTo.Referrer && awards[later].Granted > 0)
                return true;
        }
        return false;
    }
}
