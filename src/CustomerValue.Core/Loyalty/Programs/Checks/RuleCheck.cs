using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;

namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>One rule by itself: names, numbers, window, effects.</summary>
internal static class RuleCheck
{
    public static void Of(CheckScope scope)
    {
        IReadOnlyList<LoyaltyRule> rules = scope.Program.Rules;
        if (rules.Count > ProgramCheck.MostRules)
            scope.Error(ProgramFindingCode.TooMany, "$.rules", $"{rules.Count} rules are more than the {ProgramCheck.MostRules} of a programme; split it.", $"{rules.Count} 条规则超过上限 {ProgramCheck.MostRules} 条；请拆分。");
        scope.Ids([.. rules.Select(rule => rule.Id)], "$.rules");
        for (int at = 0; at < Math.Min(rules.Count, ProgramCheck.MostRules); at++)
        {
            scope.Rule = rules[at];
            One(scope, rules[at], $"$.rules[{at}]");
        }

        scope.Rule = null;
    }

    /// <summary>No moment is in the window.</summary>
    public static bool IsEmpty(RuleWindow window) =>
        window.Days.From >= window.Days.To || (window.DailyFrom is { } from && from == (window.DailyTo ?? LocalTime.Midnight) && window.DailyTo is not null) || (window.DailyFrom is null && window.DailyTo == LocalTime.Midnight);

    public static void Window(CheckScope scope, RuleWindow window, string path)
    {
        scope.Days(window.Days, path);
        if (IsEmpty(window with { Days = DayRange.Always }))
            scope.Error(ProgramFindingCode.EmptyWindow, path + ".daily", "begins and ends at the same time of day; the end is excluded and has to be another one.", "每日开始与结束时刻相同；结束时刻不含在内，须不同。");
        for (int at = 0; at < window.MonthDays.Count; at++)
        {
            if (window.MonthDays[at] is not (-1 or (>= 1 and <= 31)))
                scope.Error(ProgramFindingCode.OutOfRange, $"{path}.monthDays[{at}]", $"{window.MonthDays[at]} is no day of a month; take 1 to 31, or -1 for the last one.", $"{window.MonthDays[at]} 不是月内日期；请使用 1 至 31，或以 -1 表示最后一天。");
        }
    }

    private static void One(CheckScope scope, LoyaltyRule rule, string path)
    {
        scope.Event(rule.On, path + ".on");
        if (rule.Group is { } group && !scope.Groups.Contains(group))
            scope.Unknown(ProgramFindingCode.UnknownGroup, path + ".group", "group", "组", group, scope.Groups);
        if (rule.Window is { } window)
        {
            Window(scope, window, path + ".window");
            Effective(scope, window, path + ".window");
        }

        if (rule.When is { } when)
            ConditionCheck.Of(scope, when, path + ".when", 0);
        Limit(scope, rule, path);
        if (rule.Cap is { } cap)
            FrameCheck.Cap(scope, cap, path + ".cap");
        foreach (string shared in rule.SharedCaps)
        {
            if (!scope.Caps.Contains(shared))
                scope.Unknown(ProgramFindingCode.UnknownCap, path + ".cap", "cap", "上限", shared, scope.Caps);
        }

        if (rule.Budget is { } budget)
            FrameCheck.Cap(scope, budget, path + ".budget");
        if (rule.Then.Count == 0)
            scope.Error(ProgramFindingCode.Incomplete, path + ".then", "does nothing; give it an effect.", "没有任何效果；请添加。");
        for (int at = 0; at < rule.Then.Count; at++)
            Effect(scope, rule, rule.Then[at], $"{path}.then[{at}]");
        Examples(scope, rule, path);
    }

    private static void Limit(CheckScope scope, LoyaltyRule rule, string path)
    {
        if (rule.Limit is not { } limit)
            return;
        scope.Whole(limit.Times, path + ".limit.times", 1, int.MaxValue);
        if (limit.Of != AwardTo.Member && rule.On != EventTypes.ReferralQualified)
            scope.Error(ProgramFindingCode.WrongEvent, path + ".limit.per", $"counts those of a referral, but the rule listens to {rule.On}; take member.", $"按推荐双方计数，但规则监听 {rule.On}；请改用 member。");
    }

    private static void Effective(CheckScope scope, RuleWindow window, string path)
    {
        DayRange effective = scope.Program.Effective;
        if (window.Days.To <= effective.From || window.Days.From >= effective.To)
            scope.Warn(ProgramFindingCode.UnreachableRule, path, "lies outside of the days on which the programme is in force, so the rule never fires; move it, or remove the rule.", "不在计划有效期内，规则永远不会触发；请调整窗口或删除规则。");
    }

    private static void Effect(CheckScope scope, LoyaltyRule rule, Effect effect, string path)
    {
        switch (effect)
        {
            case EarnEffect earn:
                Earn(scope, rule, earn, path + ".earn");
                break;
            case BonusEffect bonus:
                Bonus(scope, rule, bonus, path + ".bonus");
                break;
            case AwardEffect award:
                scope.Wallet(award.Wallet, path + ".wallet");
                To(scope, rule, award.To, path);
                break;
            case IssueCouponEffect coupon when !scope.Rewards.Contains(coupon.Reward):
                scope.Unknown(ProgramFindingCode.UnknownReward, path + ".issueCoupon.reward", "reward", "奖励", coupon.Reward, scope.Rewards);
                break;
            case ReverseEarnEffect or RestoreRedemptionEffect when rule.On != EventTypes.OrderRefunded:
                Wrong(scope, path, EventTypes.OrderRefunded, rule.On);
                break;
        }
    }

    private static void Earn(CheckScope scope, LoyaltyRule rule, EarnEffect earn, string path)
    {
        scope.Wallet(earn.Wallet, path + ".wallet");
        scope.Money(earn.Per, path + ".rate.per", mustBePositive: true);
        scope.Number(earn.PerQuantity, path + ".rate.perQuantity", mustBePositive: true);
        if (earn.Per is not null && earn.PerQuantity is not null)
            scope.Error(ProgramFindingCode.Incomplete, path + ".rate", "is per amount and per item; keep one.", "同时按金额和按件数；请保留一个。");
        bool isRate = earn.Per is not null || earn.PerQuantity is not null;
        if (isRate && rule.On != EventTypes.OrderPaid)
            Wrong(scope, path + ".rate", EventTypes.OrderPaid, rule.On);
        if (isRate)
            scope.Number(earn.Points, path + ".rate.points", mustBePositive: false);
        else
            FrameCheck.Units(scope, earn.Wallet, earn.Points, path + ".points");
        To(scope, rule, earn.To, path);
        Lot(scope, earn.Lines, earn.Pending, earn.Expiry, path);
    }

    private static void Bonus(CheckScope scope, LoyaltyRule rule, BonusEffect bonus, string path)
    {
        scope.Wallet(bonus.Wallet, path + ".wallet");
        if (rule.On != EventTypes.OrderPaid)
            Wrong(scope, path, EventTypes.OrderPaid, rule.On);
        if ((bonus.Factor is null) == (bonus.FactorByTier.Count == 0))
            scope.Error(ProgramFindingCode.Incomplete, path + ".factor", "give either one factor or factors by tier.", "请给出一个倍数，或按等级的倍数，二者取一。");
        if (bonus.Factor is { } factor)
            Factor(scope, factor, path + ".factor");
        foreach (KeyValuePair<string, decimal> tier in bonus.FactorByTier.OrderBy(tier => tier.Key, StringComparer.Ordinal))
        {
            scope.Tier(tier.Key, path + ".factorByTier");
            Factor(scope, tier.Value, $"{path}.factorByTier.{tier.Key}");
        }

        Lot(scope, bonus.Lines, bonus.Pending, bonus.Expiry, path);
    }

    private static void Factor(CheckScope scope, decimal factor, string path)
    {
        if (factor < 1)
            scope.Error(ProgramFindingCode.BonusBelowOne, path, $"{CheckScope.Text(factor)} would take base points away; a factor is 1 or more: 2 pays as much again.", $"{CheckScope.Text(factor)} 会减少基础积分；倍数须不小于 1：2 表示再加一倍。");
        else
            scope.Number(factor, path, mustBePositive: true, largest: 1_000_000);
    }

    private static void Lot(CheckScope scope, LineFilter lines, Period? pending, Calendars.ExpiryTerms? expiry, string path)
    {
        ConditionCheck.Lines(scope, lines, path + ".lines");
        scope.Period(pending, path + ".pending");
        scope.Expiry(expiry, path + ".expiry");
    }

    private static void To(CheckScope scope, LoyaltyRule rule, AwardTo to, string path)
    {
        if (to != AwardTo.Member && rule.On != EventTypes.ReferralQualified)
            Wrong(scope, path + ".to", EventTypes.ReferralQualified, rule.On);
    }

    private static void Examples(CheckScope scope, LoyaltyRule rule, string path)
    {
        for (int at = 0; at < rule.Examples.Count; at++)
        {
            RuleExample example = rule.Examples[at];
            string where = $"{path}.examples[{at}]";
            if (example.Given.Type != rule.On)
                Wrong(scope, where + ".given", example.Given.Type, rule.On);
            if (example.Tier is { } tier)
                scope.Tier(tier, where + ".tier");
            foreach (KeyValuePair<string, decimal> expect in example.Expect.OrderBy(each => each.Key, StringComparer.Ordinal))
            {
                scope.Wallet(expect.Key, where + ".expect");
                FrameCheck.Units(scope, expect.Key, expect.Value, $"{where}.expect.{expect.Key}");
            }
        }
    }

    private static void Wrong(CheckScope scope, string path, string needed, string found) => scope.Error(
        ProgramFindingCode.WrongEvent, path, $"is possible on {needed} only, but the rule listens to {found}; change one of them.", $"只能用于 {needed}，但规则监听 {found}；请修改其一。");
}
