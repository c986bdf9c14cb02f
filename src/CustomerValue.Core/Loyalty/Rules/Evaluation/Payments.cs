using System.Runtime.CompilerServices;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Compiled;

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>How many points the rules pay that were not stopped, before caps.</summary>
internal static class Payments
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(CompiledProgram program, Trigger trigger, in RuleFacts facts, AwardList awards, CompiledRule? only)
    {
        Scratch scratch = awards.Scratch;
        Begin(program, scratch);
        for (int at = 0; at < scratch.FiredCount; at++)
        {
            CompiledRule rule = trigger.Rules[scratch.Fired[at]];
            AddOf(program, rule, facts, awards, only is not null && only != rule);
        }
        if (scratch.FirstBonus < awards.Count)
            Multiply(program, trigger, facts, awards);
    }

    /// <summary>Forgets the base.</summary>
    public static void Begin(CompiledProgram program, Scratch scratch)
    {
        for (int wallet = 0; wallet < program.WalletCount; wallet++)
            scratch.Running[wallet] = Ratio.Zero;
        scratch.ChosenCount = 0;
        scratch.FirstBonus = int.MaxValue;
    }

    /// <summary>Adds what one rule pays; multipliers get their units when all of the base is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddOf(CompiledProgram program, CompiledRule rule, in RuleFacts facts, AwardList awards, bool onlyBase)
    {
        Scratch scratch = awards.Scratch;
        foreach (CompiledEffect effect in rule.Effects)
        {
            if (onlyBase && effect.Kind != AwardKind.Base)
                continue;
            if (effect.To != AwardTo.Member && facts.Referral is null)
                continue;
            Ratio units = UnitsOf(program, effect, facts, scratch);
            if (units.Denominator == 0)
                continue;
            ref Award award = ref awards.Add();
            award.Rule = rule.Index;
            award.Effect = effect.Index;
            award.Wallet = effect.Wallet;
            award.To = effect.To;
            award.Kind = effect.Kind;
            award.UsesLimit = false;
            award.Units = units;
            long wanted = effect.Form == EffectForm.Fixed ? effect.Rounded
                : effect.Kind == AwardKind.Base && program.RoundsByLine ? ByLine(program, awards, awards.Count - 1, facts)
                : units.Numerator == 0 ? 0 : units.Round(program.Rounding);
            award.Wanted = wanted;
            award.Granted = wanted;
            if (effect.Kind == AwardKind.Bonus)
                scratch.FirstBonus = Math.Min(scratch.FirstBonus, awards.Count - 1);
            if (effect.Kind != AwardKind.Base)
                continue;
            scratch.Choose(awards.Count - 1);
            scratch.Running[effect.Wallet] = scratch.Running[effect.Wallet].Plus(units);
        }
    }

    /// <summary>The units of what is no multiplier (0 for those); the default value where it pays nothing at all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Ratio UnitsOf(CompiledProgram program, CompiledEffect effect, in RuleFacts facts, Scratch scratch)
    {
        switch (effect.Form)
        {
            case EffectForm.Fixed:
                return effect.Rate.Numerator > 0 ? effect.Rate : default;
            case EffectForm.Reward:
                return Ratio.Zero;
            case EffectForm.Bonus:
                return facts.Order is null ? default : Ratio.Zero;
            case EffectForm.Own:
                return OwnUnits(effect, facts);
        }
        if (facts.Order is not { } order || (effect.IsPerAmount && effect.Currency != order.Currency))
            return default;
        Ratio units = effect.IsSteps && program.RoundsByLine
            ? StepsByLine(effect, order)
            : effect.UnitsOf(Sum(program, effect.Filter, effect.IsPerAmount, order, scratch));
        return units.Numerator > 0 ? units : default;
    }

    private static Ratio OwnUnits(CompiledEffect effect, in RuleFacts facts) =>
        effect.Own!.Points(facts) is { } points && points > Fraction.Zero ? effect.Rate.Times(Ratio.Of(points)) : default;

    private static Ratio StepsByLine(CompiledEffect effect, OrderFacts order)
    {
        Ratio units = Ratio.Zero;
        for (int at = 0; at < order.Lines.Length; at++)
            units = units.Plus(LineShares.OfBase(effect, units, 0, order, at));
        return units;
    }

    public static void Multiply(CompiledProgram program, Trigger trigger, in RuleFacts facts, AwardList awards)
    {
        bool byParts = program.RoundsByLine || (program.IsMultiplicative && trigger.HasBonusOfLines);
        int rank = facts.Member.TierRank;
        for (int at = awards.Scratch.FirstBonus; at < awards.Count; at++)
        {
            ref Award award = ref awards.At(at);
            if (award.Kind != AwardKind.Bonus)
                continue;
            CompiledEffect effect = program.EffectOf(award);
            Ratio gain = effect.GainOf(rank);
            if (gain.Numerator == 0)
                continue;
            if (byParts)
                MultiplyByLine(program, awards, at, facts);
            else
                Multiply(program, awards, ref award, effect, gain, facts.Order!);
        }
    }

    private static void Multiply(CompiledProgram program, AwardList awards, ref Award award, CompiledEffect effect, Ratio gain, OrderFacts order)
    {
        ref Ratio running = ref awards.Scratch.Running[award.Wallet];
        Ratio units = (program.IsMultiplicative || effect.Filter == 0 ? running : BaseOn(program, awards, effect, award.Wallet, order)).Times(gain);
        if (program.IsMultiplicative)
            running = running.Plus(units);
        long wanted = units.Round(program.Rounding);
        award.Units = units;
        award.Wanted = wanted;
        award.Granted = wanted;
    }

    private static void MultiplyByLine(CompiledProgram program, AwardList awards, int at, in RuleFacts facts)
    {
        ref Award award = ref awards.At(at);
        long wanted = ByLine(program, awards, at, facts, out Ratio units);
        award.Units = units;
        award.Wanted = program.RoundsByLine ? wanted : units.Round(program.Rounding);
        award.Granted = award.Wanted;
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
        ref readonly FittingLines fitting = ref scratch.Fitting(program, filter, order);
        return amounts ? fitting.Amount : fitting.Quantity;
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

    private static long ByLine(CompiledProgram program, AwardList awards, int at, in RuleFacts facts) => ByLine(program, awards, at, facts, out _);

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
