using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Compiled;

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>Which of the rules of a group pay. Priority and id decide every tie, so that nothing depends on the order in which rules were written.</summary>
internal static class GroupSettlement
{
    public static void Settle(CompiledProgram program, Trigger trigger, in RuleFacts facts, AwardList awards, RuleTrace? trace)
    {
        awards.Scratch.OpenPays();
        Exclude(trigger, awards.Scratch, trace);
        for (int at = 0; at < trigger.Groups.Length; at++)
        {
            if (trigger.Groups[at].Group.Mode is GroupMode.FirstByPriority or GroupMode.Exclusive)
                Lose(trigger, trigger.Groups[at], First(trigger.Groups[at], awards.Scratch), awards.Scratch, trace, null);
        }
        // Rules that give a base come first: the rest is measured on what they leave.
        Compare(program, trigger, facts, awards, trace, withBonus: false);
        Compare(program, trigger, facts, awards, trace, withBonus: true);
        awards.Scratch.ClosePays();
    }

    /// <summary>Groups that exclude others and are not excluded themselves stop the others' rules; where they exclude one another the first rule by priority and id decides.</summary>
    private static void Exclude(Trigger trigger, Scratch scratch, RuleTrace? trace)
    {
        int open = 0;
        for (int at = 0; at < trigger.Groups.Length; at++)
        {
            TriggerGroup group = trigger.Groups[at];
            scratch.Winners[at] = group.Group.Mode == GroupMode.Exclusive && group.Excludes.Length > 0 ? First(group, scratch) : -1;
            scratch.IsOpen[at] = scratch.Winners[at] >= 0;
            open += scratch.IsOpen[at] ? 1 : 0;
        }
        for (; open > 0; open--)
        {
            int next = Next(trigger, scratch);
            if (next < 0)
                return;
            scratch.IsOpen[next] = false;
            foreach (int other in trigger.Groups[next].Excludes)
            {
                if (other == next)
                    continue;
                scratch.IsOpen[other] = false;
                foreach (int rule in trigger.Groups[other].Rules)
                    Lose(trigger, rule, scratch.Winners[next], scratch, trace, LossReason.Excluded);
            }
        }
    }

    private static int Next(Trigger trigger, Scratch scratch)
    {
        int first = -1;
        int free = -1;
        for (int at = 0; at < trigger.Groups.Length; at++)
        {
            if (!scratch.IsOpen[at])
                continue;
            if (first < 0 || scratch.Winners[at] < scratch.Winners[first])
                first = at;
            if (!IsExcluded(trigger, scratch, at) && (free < 0 || scratch.Winners[at] < scratch.Winners[free]))
                free = at;
        }
        return free >= 0 ? free : first;
    }

    private static bool IsExcluded(Trigger trigger, Scratch scratch, int group)
    {
        for (int at = 0; at < trigger.Groups.Length; at++)
        {
            if (at != group && scratch.IsOpen[at] && Array.IndexOf(trigger.Groups[at].Excludes, group) >= 0)
                return true;
        }
        return false;
    }

    private static void Compare(CompiledProgram program, Trigger trigger, in RuleFacts facts, AwardList awards, RuleTrace? trace, bool withBonus)
    {
        Scratch scratch = awards.Scratch;
        foreach (TriggerGroup group in trigger.Groups)
        {
            if (group.HasBonus != withBonus || group.Group.Mode is not (GroupMode.BestForMember or GroupMode.BestForIssuer) || Second(group, scratch, First(group, scratch)) < 0)
                continue;
            int best = -1;
            foreach (int rule in group.Rules)
            {
                if (!scratch.Pays[rule])
                    continue;
                scratch.Worths[rule] = Worth(program, trigger, rule, facts, awards);
                if (best < 0 || (group.Group.Mode == GroupMode.BestForMember ? scratch.Worths[rule] > scratch.Worths[best] : scratch.Worths[rule] < scratch.Worths[best]))
                    best = rule;
            }
            foreach (int rule in group.Rules)
                Lose(trigger, rule, best, scratch, trace, scratch.Worths[rule] == scratch.Worths[best] ? null : LossReason.Points);
        }
    }

    /// <summary>What a rule would pay by itself, in whole points of its wallets: multipliers on the base of the rules that compete with none.</summary>
    private static decimal Worth(CompiledProgram program, Trigger trigger, int rule, in RuleFacts facts, AwardList awards)
    {
        bool[] pays = awards.Scratch.Pays;
        awards.Clear();
        Payments.Begin(program, awards.Scratch);
        for (int at = 0; at < trigger.Rules.Length; at++)
        {
            if (at == rule || (pays[at] && trigger.Rules[at].HasBase && !Competes(trigger, at, awards.Scratch)))
                Payments.AddOf(program, trigger.Rules[at], facts, awards, onlyBase: at != rule);
        }
        Payments.Multiply(program, trigger, facts, awards);
        decimal points = 0;
        for (int at = 0; at < awards.Count; at++)
        {
            if (awards[at].Rule == trigger.Rules[rule].Index && awards[at].Wallet >= 0)
                points += awards[at].Wanted / program.UnitsPerPoint(awards[at].Wallet);
        }
        awards.Clear();
        return points;
    }

    private static bool Competes(Trigger trigger, int rule, Scratch scratch)
    {
        foreach (TriggerGroup group in trigger.Groups)
        {
            if (group.Group.Mode is GroupMode.BestForMember or GroupMode.BestForIssuer && Array.IndexOf(group.Rules, rule) >= 0)
                return Second(group, scratch, First(group, scratch)) >= 0;
        }
        return false;
    }

    private static void Lose(Trigger trigger, TriggerGroup group, int winner, Scratch scratch, RuleTrace? trace, LossReason? reason)
    {
        if (winner < 0)
            return;
        foreach (int rule in group.Rules)
            Lose(trigger, rule, winner, scratch, trace, reason);
    }

    private static void Lose(Trigger trigger, int rule, int winner, Scratch scratch, RuleTrace? trace, LossReason? reason)
    {
        if (rule == winner || !scratch.Pays[rule])
            return;
        scratch.Pays[rule] = false;
        trace?.Lost(trigger.Rules[rule], trigger.Rules[winner], reason ?? (trigger.Rules[rule].Rule.Priority == trigger.Rules[winner].Rule.Priority ? LossReason.Id : LossReason.Priority));
    }

    private static int First(TriggerGroup group, Scratch scratch) => Second(group, scratch, -1);

    /// <summary>The first rule after a place that pays, or −1.</summary>
    private static int Second(TriggerGroup group, Scratch scratch, int after)
    {
        foreach (int rule in group.Rules)
        {
            if (rule > after && scratch.Pays[rule])
                return rule;
        }
        return -1;
    }
}
