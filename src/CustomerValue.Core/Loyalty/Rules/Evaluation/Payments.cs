using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Compiled;

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>How many points the rules pay that were not stopped, before caps.</summary>
internal static class Payments
{
    public static void Add(CompiledProgram program, Trigger trigger, in RuleFacts facts, AwardList awards, CompiledRule? only)
    {
        bool[] pays = awards.Scratch.Pays;
        for (int at = 0; at < trigger.Rules.Length; at++)
        {
            if (pays[at])
                AddOf(program, trigger.Rules[at], facts, awards, only is not null && only != trigger.Rules[at]);
        }
        if (trigger.HasBonus)
            Multiply(program, trigger, facts, awards);
    }

    /// <summary>Adds what one rule pays; multipliers get their units when all of the base is there.</summary>
    public static void AddOf(CompiledProgram program, CompiledRule rule, in RuleFacts facts, AwardList awards, bool onlyBase)
    {
        CompiledEffect[] effects = rule.Effects;
        foreach (CompiledEffect effect in effects)
        {
            if (onlyBase && effect.Kind != AwardKind.Base)
                continue;
            if (effect.To != AwardTo.Member && facts.Referral is null)
                continue;
            Ratio units = default;
            if (effect.Form != EffectForm.Bonus && !Units(program, effect, facts, awards.Scratch, out units))
                continue;
            if (effect.Form == EffectForm.Bonus && facts.Order is null)
                continue;
            ref Award award = ref awards.Add();
            award.Rule = rule.Index;
            award.Effect = effect.Index;
            award.Wallet = effect.Wallet;
            award.To = effect.To;
            award.Kind = effect.Kind;
            award.Among = awards;
            award.Units = units;
            if (effect.Form == EffectForm.Bonus)
                continue;
            if (effect.Kind == AwardKind.Base && program.RoundsByLine)
                award.Wanted = ByLine(program, awards, awards.Count - 1, facts, out _);
            else
                award.Wanted = effect.Form == EffectForm.Fixed ? effect.Rounded : units.Round(program.Rounding);
            award.Granted = award.Wanted;
        }
    }

    /// <summary>The units of what is no multiplier; false where it pays nothing at all.</summary>
    private static bool Units(CompiledProgram program, CompiledEffect effect, in RuleFacts facts, Scratch scratch, out Ratio units)
    {
        units = effect.Rate;
        switch (effect.Form)
        {
            case EffectForm.Fixed:
                return units.Numerator > 0;
            case EffectForm.Reward:
                units = Ratio.Zero;
                return true;
            case EffectForm.Own:
                if (effect.Own!.Points(facts) is not { } points || points <= Fraction.Zero)
                    return false;
                units = effect.Rate.Times(Ratio.Of(points));
                return true;
        }
        if (facts.Order is not { } order || (effect.IsPerAmount && effect.Currency != order.Currency))
            return false;
        if (effect.IsSteps && program.RoundsByLine)
        {
            units = Ratio.Zero;
            for (int at = 0; at < order.Lines.Length; at++)
                units = units.Plus(LineShares.OfBase(effect, units, 0, order, at));
            return units.Numerator > 0;
        }
        units = effect.UnitsOf(Sum(program, effect.Filter, effect.IsPerAmount, order, scratch));
        return units.Numerator > 0;
    }

    public static void Multiply(CompiledProgram program, Trigger trigger, in RuleFacts facts, AwardList awards)
    {
        Scratch scratch = awards.Scratch;
        bool isReady = false;
        bool byParts = program.RoundsByLine || (program.IsMultiplicative && trigger.HasBonusOfLines);
        for (int at = 0; at < awards.Count; at++)
        {
            ref Award award = ref awards.At(at);
            if (award.Kind != AwardKind.Bonus)
                continue;
            if (!isReady)
                Ready(program, awards);
            isReady = true;
            CompiledEffect effect = program.EffectOf(award);
            Ratio gain = effect.GainOf(facts.Member.TierRank);
            if (gain.Numerator == 0)
            {
                award.Units = Ratio.Zero;
                continue;
            }
            if (byParts)
            {
                award.Wanted = ByLine(program, awards, at, facts, out Ratio units);
                award.Units = units;
                if (!program.RoundsByLine)
                    award.Wanted = units.Round(program.Rounding);
            }
            else
            {
                award.Units = (program.IsMultiplicative || effect.Filter == 0 ? scratch.Running[award.Wallet] : BaseOn(program, awards, effect, award.Wallet, facts.Order!)).Times(gain);
                award.Wanted = award.Units.Round(program.Rounding);
                if (program.IsMultiplicative)
                    scratch.Running[award.Wallet] = scratch.Running[award.Wallet].Plus(award.Units);
            }
            award.Granted = award.Wanted;
        }
    }

    /// <summary>Finds the base awards, and their sum for each wallet.</summary>
    private static void Ready(CompiledProgram program, AwardList awards)
    {
        Scratch scratch = awards.Scratch;
        for (int wallet = 0; wallet < program.Wallets.Count; wallet++)
            scratch.Running[wallet] = Ratio.Zero;
        scratch.ChosenCount = 0;
        for (int at = 0; at < awards.Count; at++)
        {
            ref Award award = ref awards.At(at);
            if (award.Kind != AwardKind.Base)
                continue;
            scratch.Choose(at);
            scratch.Running[award.Wallet] = scratch.Running[award.Wallet].Plus(award.Units);
        }
    }

    /// <summary>What the base comes to on the lines that a multiplier is for.</summary>
    private static Ratio BaseOn(CompiledProgram program, AwardList awards, CompiledEffect bonus, int wallet, OrderFacts order)
    {
        Scratch scratch = awards.Scratch;
        Ratio sum = Ratio.Zero;
        for (int at = 0; at < scratch.ChosenCount; at++)
        {
            ref Award award = ref awards.At(scratch.Chosen[at]);
            if (award.Wallet != wallet)
                continue;
            CompiledEffect effect = program.EffectOf(award);
            if (bonus.Filter == 0 || bonus.Filter == effect.Filter)
            {
                sum = sum.Plus(award.Units);
                continue;
            }
            long common = effect.Filter == 0 ? Sum(program, bonus.Filter, effect.IsPerAmount, order, scratch) : Common(effect, bonus, order);
            if (common > 0)
                sum = sum.Plus(effect.IsSteps ? award.Units.Times(new Ratio(common, Sum(program, effect.Filter, effect.IsPerAmount, order, scratch))) : effect.Rate.Times(common));
        }
        return sum;
    }

    private static long Sum(CompiledProgram program, int filter, bool amounts, OrderFacts order, Scratch scratch)
    {
        if (filter == 0)
            return amounts ? order.Amount : order.Quantity;
        scratch.Sum(program, filter, order);
        return amounts ? scratch.Amounts[filter] : scratch.Quantities[filter];
    }

    private static long Common(CompiledEffect effect, CompiledEffect bonus, OrderFacts order)
    {
        long sum = 0;
        for (int at = 0; at < order.Lines.Length; at++)
        {
            if (effect.Lines.Test(order.Lines[at]) == Truth.True && bonus.Lines.Test(order.Lines[at]) == Truth.True)
                sum += effect.IsPerAmount ? order.Amounts[at] : order.Quantities[at];
        }
        return sum;
    }

    private static long ByLine(CompiledProgram program, AwardList awards, int at, in RuleFacts facts, out Ratio units)
    {
        OrderFacts order = facts.Order!;
        Scratch scratch = awards.Scratch;
        scratch.Room(order.Lines.Length);
        LineShares.Fill(program, awards, at, facts, scratch.Parts, scratch.PartsOfBase);
        units = Ratio.Zero;
        long rounded = 0;
        for (int line = 0; line < order.Lines.Length; line++)
        {
            units = units.Plus(scratch.Parts[line]);
            rounded = checked(rounded + scratch.Parts[line].Round(program.Rounding));
        }
        return rounded;
    }
}
