using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>Everything but the rules: names, zone, wallets, policies, tiers, groups, caps, rewards.</summary>
internal static class FrameCheck
{
    public static void Of(CheckScope scope)
    {
        LoyaltyProgram program = scope.Program;
        scope.Id(program.Id, "$.program");
        scope.Id(program.Version, "$.version");
        if (program.TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(program.TimeZone) is null)
            scope.Error(ProgramFindingCode.UnknownTimeZone, "$.timeZone", $"there is no time zone '{program.TimeZone}'; take an IANA name such as Asia/Shanghai.", $"没有时区“{program.TimeZone}”；请使用 IANA 名称，如 Asia/Shanghai。");
        scope.Days(program.Effective, "$.effective");
        if (program.Margin is < 0 or > 1)
            scope.Error(ProgramFindingCode.OutOfRange, "$.margin", $"{CheckScope.Text(program.Margin.Value)} has to be in [0, 1].", $"{CheckScope.Text(program.Margin.Value)} 须在 [0, 1] 内。");
        Wallets(scope);
        Policies(scope, program.Policies);
        Tiers(scope);
        scope.Ids([.. program.Groups.Select(group => group.Id)], "$.groups");
        for (int at = 0; at < program.Groups.Count; at++)
            Group(scope, program.Groups[at], $"$.groups[{at}]");
        scope.Ids([.. program.Caps.Select(cap => cap.Id)], "$.caps");
        for (int at = 0; at < program.Caps.Count; at++)
            Cap(scope, program.Caps[at], $"$.caps[{at}]");
        for (int at = 0; at < program.CustomEvents.Count; at++)
            scope.Id(program.CustomEvents[at], $"$.events[{at}]");
        scope.Ids([.. program.Rewards.Select(reward => reward.Id)], "$.rewards");
        for (int at = 0; at < program.Rewards.Count; at++)
            Reward(scope, program.Rewards[at], $"$.rewards[{at}]");
        RebateCheck.Run(scope);
    }

    public static void Cap(CheckScope scope, Cap cap, string path)
    {
        scope.Wallet(cap.Wallet, path + ".wallet");
        if (cap.Limit <= 0)
            scope.Error(ProgramFindingCode.CapNotPositive, path + ".limit", $"{CheckScope.Text(cap.Limit)} lets nothing through; give a limit above 0, or remove the rule.", $"{CheckScope.Text(cap.Limit)} 使任何积分都无法发放；请给出大于 0 的上限，或删除规则。");
        else
            Units(scope, cap.Wallet, cap.Limit, path + ".limit");
    }

    private static void Wallets(CheckScope scope)
    {
        IReadOnlyList<Wallet> wallets = scope.Program.Wallets;
        if (wallets.Count == 0)
            scope.Error(ProgramFindingCode.UnknownWallet, "$.wallets", "there is no wallet; a programme needs at least one.", "没有钱包；计划至少需要一个。");
        scope.Ids([.. wallets.Select(wallet => wallet.Id)], "$.wallets");
        for (int at = 0; at < wallets.Count; at++)
        {
            Wallet wallet = wallets[at];
            string path = $"$.wallets[{at}]";
            scope.Whole(wallet.Scale, path + ".scale", 0, Wallet.LargestScale);
            scope.Expiry(wallet.Expiry, path + ".expiry");
            scope.Money(wallet.LiabilityUnitValue, path + ".liabilityUnitValue", mustBePositive: false);
            if (wallet.Consume.Distinct().Count() != wallet.Consume.Count)
                scope.Error(ProgramFindingCode.DuplicateId, path + ".consume", "names an order twice; keep one.", "重复了同一顺序；请保留一个。");
            if (wallet.Currency is { } currency && wallet.LiabilityUnitValue is { } value && value.Currency != currency)
                scope.Error(ProgramFindingCode.MixedCurrencies, path + ".liabilityUnitValue", $"{value} is not in the wallet's currency, {currency}.", $"{value} 与钱包币种 {currency} 不同。");
        }
    }

    private static void Policies(CheckScope scope, ProgramPolicies policies)
    {
        if (policies.NegativeLimit < 0)
            scope.Error(ProgramFindingCode.OutOfRange, "$.policies.shortfallOnClawback.allowNegative.limit", $"{policies.NegativeLimit} has to be 0 or above.", $"{policies.NegativeLimit} 须不小于 0。");
        scope.Whole(policies.RestoredGraceDays, "$.policies.redemptionReversal.expiry.grace", 1, 36_500);
        scope.Whole(policies.HoldMinutes, "$.policies.holdTimeout", 1, 525_600);
    }

    private static void Tiers(CheckScope scope)
    {
        if (scope.Program.Tiers is not { } tiers)
            return;
        if (tiers.Basis is TierBasis.QualifyingPoints or TierBasis.SpendableBalance)
            scope.Wallet(tiers.Wallet, "$.tiers.wallet");
        scope.Period(tiers.Window, "$.tiers.window", tiers.Period == TierPeriod.Rolling);
        scope.Period(tiers.Grace, "$.tiers.grace");
        scope.Ids([.. tiers.Levels.Select(level => level.Id)], "$.tiers.levels");
        if (tiers.Levels.Count == 0 || tiers.Levels[0].From != 0)
            scope.Error(ProgramFindingCode.TiersNotRising, "$.tiers.levels", "the lowest level has to begin at 0, so that everybody has a tier.", "最低等级须从 0 开始，使每个会员都有等级。");
        for (int at = 0; at < tiers.Levels.Count; at++)
        {
            TierLevel level = tiers.Levels[at];
            string path = $"$.tiers.levels[{at}]";
            if (at > 0 && level.From <= tiers.Levels[at - 1].From)
                scope.Error(ProgramFindingCode.TiersNotRising, path + ".from", $"{CheckScope.Text(level.From)} has to be above {CheckScope.Text(tiers.Levels[at - 1].From)}, where the level before it begins.", $"{CheckScope.Text(level.From)} 须高于前一等级的 {CheckScope.Text(tiers.Levels[at - 1].From)}。");
            scope.Number(level.From, path + ".from", mustBePositive: false);
            scope.Number(level.LifetimeFrom, path + ".lifetimeFrom", mustBePositive: true);
            for (int one = 0; one < level.Benefits.Count; one++)
            {
                scope.Id(level.Benefits[one].Id, $"{path}.benefits[{one}].id");
                scope.Number(level.Benefits[one].Discount, $"{path}.benefits[{one}].discount", mustBePositive: false, largest: 1);
            }
        }
    }

    private static void Group(CheckScope scope, RuleGroup group, string path)
    {
        for (int at = 0; at < group.Excludes.Count; at++)
        {
            if (!scope.Groups.Contains(group.Excludes[at]) || group.Excludes[at] == group.Id)
                scope.Unknown(ProgramFindingCode.UnknownGroup, $"{path}.excludes[{at}]", "other group", "其他组", group.Excludes[at], scope.Groups);
        }

        if (group.Excludes.Count > 0 && group.Mode != GroupMode.Exclusive)
            scope.Error(ProgramFindingCode.Incomplete, path + ".excludes", "only a group of the mode exclusive can exclude others.", "只有 exclusive 模式的组才能排除其他组。");
    }

    private static void Reward(CheckScope scope, Reward reward, string path)
    {
        scope.Number(reward.Price, path + ".price", mustBePositive: true);
        if (reward.Price is { } price)
        {
            scope.Wallet(reward.Wallet, path + ".wallet");
            Units(scope, reward.Wallet, price, path + ".price");
        }

        foreach (KeyValuePair<string, decimal> tier in reward.PriceByTier)
        {
            scope.Tier(tier.Key, path + ".priceByTier");
            scope.Number(tier.Value, $"{path}.priceByTier.{tier.Key}", mustBePositive: true);
            Units(scope, reward.Wallet, tier.Value, $"{path}.priceByTier.{tier.Key}");
        }

        scope.Money(reward.Value, path + ".value", mustBePositive: false);
        if (reward.Kind == RewardKind.Cashback && (reward.Value is null || scope.Program.Wallets.Count(wallet => wallet.Currency == reward.Value.Value.Currency) != 1))
            scope.Error(ProgramFindingCode.Incomplete, path + ".value", "cashback needs a value and exactly one wallet that holds money of its currency.", "返现须有金额，且恰有一个该币种的资金钱包。");
        scope.Whole(reward.Stock, path + ".stock", 0, int.MaxValue);
        scope.Whole(reward.Limit?.Times, path + ".limit.times", 1, int.MaxValue);
        scope.Days(reward.Offered, path + ".offered");
        scope.Expiry(reward.Validity, path + ".validity");
    }

    /// <summary>Whether a number of points can be paid in whole units of the wallet.</summary>
    public static void Units(CheckScope scope, string? wallet, decimal points, string path)
    {
        scope.Number(points, path, mustBePositive: false);
        Wallet? one = scope.Program.Wallets.FirstOrDefault(each => wallet is null || each.Id == wallet);
        if (one is { Scale: >= 0 and <= Wallet.LargestScale } && Math.Abs(points) <= CheckScope.Largest && decimal.Round(points, one.Scale) != points)
            scope.Error(ProgramFindingCode.OutOfRange, path, $"{CheckScope.Text(points)} has more decimals than wallet {one.Id} ({one.Scale}).", $"{CheckScope.Text(points)} 的小数位多于钱包 {one.Id} 的 {one.Scale} 位。");
    }
}
