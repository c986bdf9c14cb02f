using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Rules.Compiled;

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>Which line of an order earned how much of an award, exactly.</summary>
internal static class LineShares
{
    /// <summary>Fills the parts of so many units, in the proportion in which the lines earned the award at a place.</summary>
    public static void Fill(CompiledProgram program, AwardList awards, int place, Ratio units, in RuleFacts facts, Ratio[] parts, Ratio[] partsOfBase)
    {
        Fraction exact = awards[place].Exact;
        if (exact == Fraction.Zero)
        {
            FillFixed(program.EffectOf(awards[place]), units, facts.Order!, parts);
            return;
        }
        Fill(program, awards, place, facts, parts, partsOfBase);
        if (units.Lowest == exact)
            return;
        for (int line = 0; line < facts.Order!.Lines.Length; line++)
            parts[line] = Ratio.Of(parts[line].Lowest * units.Lowest / exact);
    }

    /// <summary>Fills the parts of an award; they sum to its units.</summary>
    public static void Fill(CompiledProgram program, AwardList awards, int place, in RuleFacts facts, Ratio[] parts, Ratio[] partsOfBase)
    {
        OrderFacts order = facts.Order!;
        ref Award award = ref awards.At(place);
        CompiledEffect effect = program.EffectOf(award);
        switch (award.Kind)
        {
            case AwardKind.Base:
                FillBase(program, effect, award.Units, order, parts);
                break;
            case AwardKind.Bonus:
                FillBonus(program, awards, place, effect, facts, parts, partsOfBase);
                break;
            default:
                FillFixed(effect, award.Units, order, parts);
                break;
        }
    }

    /// <summary>What one line gives a base. With a sum of millionths the steps of the whole order are shared out; without one each line's steps count.</summary>
    public static Ratio OfBase(CompiledEffect effect, Ratio units, long sum, OrderFacts order, int line)
    {
        long millionths = effect.IsPerAmount ? order.Amounts[line] : order.Quantities[line];
        if (millionths == 0 || effect.Lines.Test(order.Lines[line]) != Truth.True)
            return Ratio.Zero;
        return effect.IsSteps && sum > 0 ? units.Times(new Ratio(millionths, sum)) : effect.UnitsOf(millionths);
    }

    private static void FillBase(CompiledProgram program, CompiledEffect effect, Ratio units, OrderFacts order, Ratio[] parts)
    {
        long sum = 0;
        if (effect.IsSteps && !program.RoundsByLine)
        {
            for (int line = 0; line < order.Lines.Length; line++)
                sum += effect.Lines.Test(order.Lines[line]) == Truth.True ? effect.IsPerAmount ? order.Amounts[line] : order.Quantities[line] : 0;
        }
        for (int line = 0; line < order.Lines.Length; line++)
            parts[line] = OfBase(effect, units, sum, order, line);
    }

    private static void FillBonus(CompiledProgram program, AwardList awards, int place, CompiledEffect effect, in RuleFacts facts, Ratio[] parts, Ratio[] partsOfBase)
    {
        OrderFacts order = facts.Order!;
        int wallet = awards[place].Wallet;
        Ratio gain = effect.GainOf(facts.Member.TierRank);
        for (int line = 0; line < order.Lines.Length; line++)
            parts[line] = Ratio.Zero;
        for (int at = 0; at < awards.Count; at++)
        {
            ref Award award = ref awards.At(at);
            if (award.Kind != AwardKind.Base || award.Wallet != wallet)
                continue;
            FillBase(program, program.EffectOf(award), award.Units, order, partsOfBase);
            for (int line = 0; line < order.Lines.Length; line++)
                parts[line] = parts[line].Plus(partsOfBase[line]);
        }
        for (int at = 0; at < place && program.IsMultiplicative; at++)
        {
            ref Award award = ref awards.At(at);
            if (award.Kind == AwardKind.Bonus && award.Wallet == wallet)
                Raise(program.EffectOf(award), facts, parts);
        }
        for (int line = 0; line < order.Lines.Length; line++)
            parts[line] = effect.Lines.Test(order.Lines[line]) == Truth.True ? parts[line].Times(gain) : Ratio.Zero;
    }

    private static void Raise(CompiledEffect effect, in RuleFacts facts, Ratio[] parts)
    {
        OrderFacts order = facts.Order!;
        Ratio gain = effect.GainOf(facts.Member.TierRank);
        Ratio factor = new(checked(gain.Numerator + gain.Denominator), gain.Denominator);
        for (int line = 0; line < order.Lines.Length; line++)
        {
            if (effect.Lines.Test(order.Lines[line]) == Truth.True)
                parts[line] = parts[line].Times(factor);
        }
    }

    /// <summary>A fixed award goes by the amounts of the lines it is for; by all lines equally where they come to nothing.</summary>
    private static void FillFixed(CompiledEffect effect, Ratio units, OrderFacts order, Ratio[] parts)
    {
        long sum = 0;
        for (int line = 0; line < order.Lines.Length; line++)
            sum += effect.Lines.Test(order.Lines[line]) == Truth.True ? order.Amounts[line] : 0;
        for (int line = 0; line < order.Lines.Length; line++)
        {
            parts[line] = sum == 0 ? units.Times(new Ratio(1, order.Lines.Length))
                : effect.Lines.Test(order.Lines[line]) == Truth.True ? units.Times(new Ratio(order.Amounts[line], sum)) : Ratio.Zero;
        }
    }
}
