using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Compiled;
#if NET
using Wide = System.Int128;
#else
using Wide = System.Numerics.BigInteger;
#endif

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>Cuts awards to what caps and budgets leave: a rule's own budget, its own cap, then the caps it shares.</summary>
internal static class CapSettlement
{
    public static void Settle(CompiledProgram program, Trigger trigger, in RuleFacts facts, ICounterView counters, AwardList awards, RuleTrace? trace)
    {
        for (int at = 0, next; at < awards.Count; at = next)
        {
            int rule = awards[at].Rule;
            for (next = at + 1; next < awards.Count && awards[next].Rule == rule;)
                next++;
            if (program.Compiled[rule].Budget is { } budget)
                Settle(program, budget, at, next, facts, counters, awards, trace);
            if (program.Compiled[rule].Cap is { } cap)
                Settle(program, cap, at, next, facts, counters, awards, trace);
        }
        foreach (CompiledCap cap in trigger.Caps)
            Settle(program, cap, 0, awards.Count, facts, counters, awards, trace);
    }

    private static void Settle(CompiledProgram program, CompiledCap cap, int from, int to, in RuleFacts facts, ICounterView counters, AwardList awards, RuleTrace? trace)
    {
        if (cap.IsShared)
        {
            Choose(program, cap, from, to, awards, null);
            Cut(program, cap, false, facts, counters, awards, trace);
            return;
        }
        Choose(program, cap, from, to, awards, false);
        Cut(program, cap, false, facts, counters, awards, trace);
        if (facts.Referral is null)
            return;
        Choose(program, cap, from, to, awards, true);
        Cut(program, cap, true, facts, counters, awards, trace);
    }

    private static void Choose(CompiledProgram program, CompiledCap cap, int from, int to, AwardList awards, bool? ofReferrer)
    {
        awards.Scratch.ChosenCount = 0;
        for (int at = from; at < to; at++)
        {
            ref readonly Award award = ref awards[at];
            if (award.Granted > 0 && award.Wallet == cap.Wallet && program.Compiled[award.Rule].IsUnder(cap) && !(ofReferrer is { } wanted && wanted != (award.To == AwardTo.Referrer)))
                awards.Scratch.Choose(at);
        }
    }

    private static void Cut(CompiledProgram program, CompiledCap cap, bool ofReferrer, in RuleFacts facts, ICounterView counters, AwardList awards, RuleTrace? trace)
    {
        Scratch scratch = awards.Scratch;
        if (scratch.ChosenCount == 0)
            return;
        long left = Math.Max(0, cap.Limit - counters.Used(cap.KeyOf(program.Calendar, facts, ofReferrer)));
        if (cap.Cap.Overflow == CapOverflow.ProRata)
        {
            Share(cap, left, awards, trace);
            return;
        }
        for (int at = 0; at < scratch.ChosenCount; at++)
        {
            long granted = awards[scratch.Chosen[at]].Granted;
            long paid = granted <= left ? granted : cap.Cap.Overflow == CapOverflow.AllOrNothing ? 0 : left;
            Grant(cap, awards, scratch.Chosen[at], paid, left, trace);
            left -= paid;
        }
    }

    /// <summary>Each gets the part of what is left that it is of the whole; units left by rounding go by largest remainder.</summary>
    private static void Share(CompiledCap cap, long left, AwardList awards, RuleTrace? trace)
    {
        Scratch scratch = awards.Scratch;
        Wide total = 0;
        for (int at = 0; at < scratch.ChosenCount; at++)
            total += awards[scratch.Chosen[at]].Granted;
        if (total <= left)
            return;
        long over = left;
        for (int at = 0; at < scratch.ChosenCount; at++)
            over -= (long)((Wide)awards[scratch.Chosen[at]].Granted * left / total);
        for (int at = 0; at < scratch.ChosenCount; at++)
        {
            Wide product = (Wide)awards[scratch.Chosen[at]].Granted * left;
            bool isTopped = Before(awards, left, total, at) < over;
            scratch.Paid[at] = (long)(product / total) + (isTopped ? 1 : 0);
        }
        for (int at = 0; at < scratch.ChosenCount; at++)
            Grant(cap, awards, scratch.Chosen[at], scratch.Paid[at], left, trace);
    }

    /// <summary>How many of the chosen have a larger remainder, or the same one and come first.</summary>
    private static int Before(AwardList awards, long left, Wide total, int place)
    {
        Scratch scratch = awards.Scratch;
        Wide own = (Wide)awards[scratch.Chosen[place]].Granted * left % total;
        int before = 0;
        for (int at = 0; at < scratch.ChosenCount; at++)
        {
            Wide other = (Wide)awards[scratch.Chosen[at]].Granted * left % total;
            before += other > own || (other == own && at < place) ? 1 : 0;
        }
        return before;
    }

    private static void Grant(CompiledCap cap, AwardList awards, int at, long paid, long left, RuleTrace? trace)
    {
        ref Award award = ref awards.At(at);
        if (paid == award.Granted)
            return;
        trace?.Cut(award, cap, award.Granted, paid, left);
        award.Granted = paid;
    }
}
