using System.Runtime.CompilerServices;
using CustomerValue.Loyalty.Calendars;
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
        scratch.Begin(program);
        Fire(trigger, facts, counters, scratch, trace, only);
        // One alone has nobody to lose to.
        if (scratch.GroupedCount > 1 && trigger.Groups.Length > 0 && only is null)
            GroupSettlement.Settle(program, trigger, facts, awards, trace);
        Payments.Add(program, trigger, facts, awards, only);
        if (trigger.HasCaps)
            CapSettlement.Settle(program, trigger, facts, counters, awards, trace);
        if (scratch.HasLimit)
            MarkLimits(program, awards);
        trace?.End(awards);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fire(Trigger trigger, in RuleFacts facts, ICounterView counters, Scratch scratch, RuleTrace? trace, CompiledRule? only)
    {
        RuleTest[] tests = trigger.Tests;
        for (int at = 0; at < tests.Length;)
        {
            ref readonly RuleTest test = ref tests[at];
            if (only is not null && trigger.Rules[test.Rule] is var rule && rule != only && !rule.HasBase)
            {
                at = test.Next;
            }
            else if (!Holds(test, facts, counters, scratch))
            {
                trace?.Stopped(trigger.Rules[test.Rule], test.Form);
                at = test.Next;
            }
            else if (++at == test.Next)
            {
                scratch.Fire(test.Rule, trigger.Rules[test.Rule]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Holds(in RuleTest test, in RuleFacts facts, ICounterView counters, Scratch scratch)
    {
        switch (test.Form)
        {
            case TestForm.Own:
                return test.Condition!.Test(facts) == Truth.True;
            case TestForm.Always:
                return true;
            case TestForm.Days:
                return facts.Day >= test.Least && facts.Day <= test.Most && (test.Weekdays & (1 << (int)CivilDays.WeekdayOf(facts.Day))) != 0;
            case TestForm.Window:
                return test.Window!.Contains(facts.Local);
            case TestForm.Limit:
                return test.Limit!.IsOpen(facts.Program!.Calendar, facts, counters);
            case TestForm.Amount:
                return facts.Order is { } order && order.Amount >= test.Least && order.Amount <= test.Most && order.Currency == test.Currency;
            default:
                return facts.Order is not null && Fits(test, facts.Order, scratch.Fitting(facts.Program!, test.Filter, facts.Order));
        }
    }

    private static bool Fits(in RuleTest test, OrderFacts order, in FittingLines fitting) => test.Form switch
    {
        TestForm.AnyLine => fitting.Lines > 0,
        TestForm.EveryLine => fitting.Lines == order.Lines.Length,
        _ => fitting.Amount >= test.Least && fitting.Amount <= test.Most && order.Currency == test.Currency,
    };

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
