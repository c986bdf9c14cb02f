using CustomerValue.Labels;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Loyalty.Programs.Terms;

/// <summary>Wallets, tiers and rewards in words.</summary>
internal static class FrameTerms
{
    public static void Wallets(TermsText text, LoyaltyProgram program)
    {
        text.Section(new("Points", "积分"));
        foreach (Wallet wallet in program.Wallets)
        {
            LocalizedText expiry = RangeTerms.Of(wallet.Expiry);
            text.Item(new($"{wallet.Id}: points {expiry.English}.", $"{wallet.Id}：积分{expiry.Chinese}。"));
            if (wallet.Scale > 0)
                text.Item(new($"{wallet.Id} has {wallet.Scale} decimals.", $"{wallet.Id} 保留 {wallet.Scale} 位小数。"));
            if (wallet.Currency is { } currency)
                text.Item(new($"{wallet.Id} is money in {currency}.", $"{wallet.Id} 为 {currency} 现金。"));
            LocalizedText order = Say.Joined([.. wallet.Consume], By, ", then ", "，其次");
            text.Item(new($"{wallet.Id} are spent in this order: {order.English}.", $"{wallet.Id} 的使用顺序：{order.Chinese}。"));
        }

        LocalizedText scope = program.Rounding.Scope == RoundingScope.OrderRule ? new("once for each order and rule", "每笔订单、每条规则一次") : new("once for each line and rule", "每个商品行、每条规则一次");
        LocalizedText mode = Mode(program.Rounding.Mode);
        text.Item(new($"Fractions are rounded {scope.English}, {mode.English}.", $"小数部分{scope.Chinese}取整，{mode.Chinese}。"));
    }

    public static void Tiers(TermsText text, LoyaltyProgram program)
    {
        if (program.Tiers is not { } tiers)
            return;
        text.Section(new("Tiers", "等级"));
        LocalizedText basis = tiers.Basis switch
        {
            TierBasis.Spend => new("what is spent, less refunds", "消费金额（扣除退款）"),
            TierBasis.Visits => new("orders that were not refunded in full", "未全额退款的订单数"),
            TierBasis.SpendableBalance => new("points that can be spent now", "当前可用积分"),
            _ => new("qualifying points earned; spending points never reduces them", "定级积分；使用积分不会减少定级积分"),
        };
        LocalizedText period = tiers.Period switch
        {
            TierPeriod.MemberYear => new("in a member year", "按会员年度计算"),
            TierPeriod.Rolling when tiers.Window is { } window => new($"in the last {RangeTerms.Of(window).English}", $"按最近 {RangeTerms.Of(window).Chinese}计算"),
            TierPeriod.Ever => new("over all time", "终身累计"),
            _ => new("in a calendar year", "按自然年计算"),
        };
        text.Item(new($"What counts: {basis.English}, {period.English}.", $"计算依据：{basis.Chinese}，{period.Chinese}。"));
        foreach (TierLevel level in tiers.Levels)
            Level(text, level);
        if (tiers.Period is not (TierPeriod.CalendarYear or TierPeriod.MemberYear))
            return;
        text.Item(tiers.Downgrade == Downgrade.OneDown
            ? new("A tier that is not reached again falls by one level, or to what was reached, whichever is higher.", "未再次达标的等级下降一级，或降至实际达到的等级，以较高者为准。")
            : new("A tier that is not reached again falls to what was reached.", "未再次达标的等级降至实际达到的等级。"));
        if (tiers.Grace is { } grace)
            text.Item(new($"Before it falls it stays for {RangeTerms.Of(grace).English} after the end of the period.", $"降级前，期末后保留 {RangeTerms.Of(grace).Chinese}。"));
    }

    public static void Rewards(TermsText text, LoyaltyProgram program)
    {
        if (program.Rewards.Count == 0)
            return;
        text.Section(new("Rewards", "奖励"));
        foreach (Reward reward in program.Rewards)
        {
            LocalizedText name = TermsText.Name(reward.Name, reward.Id);
            string wallet = reward.Wallet ?? program.Wallets[0].Id;
            LocalizedText price = reward.Price is { } points ? new($" costs {Say.Number(points)} {wallet}", $"需 {Say.Number(points)} {wallet}") : new(" is given, not sold", "仅赠送");
            foreach (KeyValuePair<string, decimal> tier in reward.PriceByTier.OrderBy(tier => tier.Key, StringComparer.Ordinal))
                price = new($"{price.English}, {Say.Number(tier.Value)} in tier {tier.Key}", $"{price.Chinese}，{tier.Key} 等级 {Say.Number(tier.Value)}");
            LocalizedText worth = reward.Value is { } value ? new($"; it is worth {Say.Amount(value)}", $"；价值 {Say.Amount(value)}") : default;
            LocalizedText stock = reward.Stock is { } count ? new($"; there are {count}", $"；共 {count} 份") : default;
            LocalizedText limit = reward.Limit is { } times ? new($"; at most {times.Times} {RangeTerms.Per(true, times.Period).English}", $"；{RangeTerms.Per(true, times.Period).Chinese}最多 {times.Times} 次") : default;
            LocalizedText offered = RangeTerms.Of(reward.Offered);
            LocalizedText valid = RangeTerms.Of(reward.Validity);
            text.Item(new(
                $"{name.English}{price.English}{worth.English}{stock.English}{limit.English}; offered {offered.English}; coupons {valid.English}.",
                $"{name.Chinese}：{price.Chinese}{worth.Chinese}{stock.Chinese}{limit.Chinese}；供应期：{offered.Chinese}；券{valid.Chinese}。"));
        }
    }

    private static void Level(TermsText text, TierLevel level)
    {
        LocalizedText name = TermsText.Name(level.Name, level.Id);
        LocalizedText life = level.LifetimeFrom is { } ever ? new($", for life from {Say.Number(ever)} over all time", $"，终身累计 {Say.Number(ever)} 起永久保留") : default;
        text.Item(new($"{name.English}: from {Say.Number(level.From)}{life.English}.", $"{name.Chinese}：{Say.Number(level.From)} 起{life.Chinese}。"));
        foreach (TierBenefit benefit in level.Benefits)
        {
            LocalizedText discount = benefit.Discount is { } part ? new($" ({Say.Number(100 * part)}% off)", $"（优惠 {Say.Number(100 * part)}%）") : default;
            text.Item(new($"{name.English} has: {benefit.Description.English}{discount.English}.", $"{name.Chinese}权益：{benefit.Description.Chinese}{discount.Chinese}。"));
        }
    }

    private static LocalizedText By(ConsumeBy by) => by switch
    {
        ConsumeBy.EarliestExpiry => new("what expires first", "最早到期者"),
        ConsumeBy.EarliestEarn => new("what was earned first", "最早获得者"),
        _ => new("what was recorded first", "最早入账者"),
    };

    private static LocalizedText Mode(Amounts.RoundingMode mode) => mode switch
    {
        Amounts.RoundingMode.Floor => new("down", "向下取整"),
        Amounts.RoundingMode.Ceiling => new("up", "向上取整"),
        Amounts.RoundingMode.Truncate => new("towards zero", "向零取整"),
        Amounts.RoundingMode.HalfUp => new("to the nearest, halves away from zero", "四舍五入"),
        Amounts.RoundingMode.HalfDown => new("to the nearest, halves towards zero", "五舍六入"),
        _ => new("to the nearest, halves to the even number", "四舍六入五成双"),
    };
}
