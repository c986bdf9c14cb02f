using CustomerValue.Labels;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Effects;

namespace CustomerValue.Loyalty.Rules.Tracing;

/// <summary>An award, and what a cap took of it, in words.</summary>
internal static class AwardText
{
    public static LocalizedText Of(CompiledProgram program, in Award award)
    {
        if (award.Kind == AwardKind.Reward)
            return program.Rules[award.Rule].Then[award.Effect].Describe();
        string wallet = program.Wallets[award.Wallet].Id;
        string exact = Exact(award.Exact, program.UnitsPerPoint(award.Wallet));
        string wanted = Points(program, award.Wallet, award.Wanted);
        string whom = award.To switch { AwardTo.Referrer => " to the one who referred", AwardTo.Referee => " to the one referred", _ => "" };
        string whomInChinese = award.To switch { AwardTo.Referrer => "给推荐人", AwardTo.Referee => "给被推荐人", _ => "" };
        LocalizedText mode = Mode(program.Rounding);
        string byLine = program.RoundsByLine && award.Kind != AwardKind.Fixed ? " by line" : "";
        string byLineInChinese = byLine.Length > 0 ? "逐行" : "";
        return new LocalizedText(
            exact == wanted ? $"{wanted} {wallet}{whom}" : $"{wanted} {wallet}{whom} ({exact} exactly, {mode.English}{byLine})",
            exact == wanted ? $"{whomInChinese}{wanted} {wallet}" : $"{whomInChinese}{wanted} {wallet}（精确值 {exact}，{byLineInChinese}{mode.Chinese}）");
    }

    public static LocalizedText Of(CompiledProgram program, AwardCut cut)
    {
        string wallet = program.Wallets[cut.Wallet].Id;
        string left = Points(program, cut.Wallet, cut.Left);
        string wanted = Points(program, cut.Wallet, cut.Wanted);
        string granted = Points(program, cut.Wallet, cut.Granted);
        string limit = Say.Number(cut.Cap.Limit)!;
        LocalizedText kind = cut.IsBudget ? new("budget", "预算") : new("cap", "上限");
        return new LocalizedText(
            $"{kind.English} {cut.Cap.Id} has {left} of {limit} {wallet} left: {granted} paid instead of {wanted}",
            $"{kind.Chinese} {cut.Cap.Id}（{limit} {wallet}）剩余 {left}：发放 {granted}，原应 {wanted}");
    }

    private static string Points(CompiledProgram program, int wallet, long units) => Say.Number(units / program.UnitsPerPoint(wallet))!;

    /// <summary>A decimal where the fraction is one, else the fraction.</summary>
    private static string Exact(Fraction units, decimal unitsPerPoint)
    {
        decimal points = units.Numerator / unitsPerPoint / units.Denominator;
        return points * units.Denominator * unitsPerPoint == units.Numerator ? Say.Number(points)! : (units / Fraction.Of(unitsPerPoint)).ToString();
    }

    private static LocalizedText Mode(RoundingMode mode) => mode switch
    {
        RoundingMode.Floor => new("rounded down", "向下取整"),
        RoundingMode.Ceiling => new("rounded up", "向上取整"),
        RoundingMode.Truncate => new("truncated", "截尾"),
        RoundingMode.HalfUp => new("rounded, a half up", "四舍五入"),
        RoundingMode.HalfDown => new("rounded, a half down", "五舍六入"),
        _ => new("rounded, a half to even", "四舍六入五成双"),
    };
}
