using System.Globalization;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;

namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>What the programme may cost: rules without a bound, points worth more than the margin, refunds that leave points behind, and orders that earn less for being larger.</summary>
internal static class EconomyCheck
{
    /// <summary>How far beside a bound the curve is looked at: less than the smallest step of any currency.</summary>
    private const decimal Beside = 0.0001m;

    public static void Of(CheckScope scope)
    {
        IReadOnlyList<LoyaltyRule> rules = scope.Program.Rules;
        for (int at = 0; at < Math.Min(rules.Count, ProgramCheck.MostRules); at++)
        {
            LoyaltyRule rule = rules[at];
            if (rule is { Cap: null, Budget: null, SharedCaps.Count: 0 } && rule.Then.Any(effect => Pays(effect, rule.Limit is not null)))
            {
                scope.Rule = rule;
                scope.Warn(ProgramFindingCode.UnboundedLiability, $"$.rules[{at}]", "pays without a cap or budget, so what it may cost has no bound; give it a cap, or accept it.", "没有上限或预算，可能的成本没有边界；请设上限，或确认接受。");
            }
        }

        scope.Rule = null;
        Refunds(scope);
        for (int at = 0; at < scope.Program.Wallets.Count; at++)
        {
            EarnCurve curve = new(scope.Program, scope.Program.Wallets[at]);
            Worth(scope, curve, scope.Program.Wallets[at], $"$.wallets[{at}]");
            Monotone(scope, curve, scope.Program.Wallets[at]);
        }
    }

    /// <summary>Points per amount or item and multipliers grow with the order; fixed points that a limit bounds do not.</summary>
    private static bool Pays(Effect effect, bool isLimited) => effect switch
    {
        EarnEffect earn => earn.Points > 0 && !(isLimited && earn.Per is null && earn.PerQuantity is null),
        BonusEffect or AwardEffect => !isLimited || effect is BonusEffect,
        _ => false,
    };

    private static void Refunds(CheckScope scope)
    {
        LoyaltyProgram program = scope.Program;
        Effect[] paid = [.. program.Rules.Where(rule => rule.On == EventTypes.OrderPaid).SelectMany(rule => rule.Then)];
        if (!paid.Any(effect => effect is EarnEffect or BonusEffect or AwardEffect))
            return;
        ReverseEarnEffect? reverse = program.Rules.Where(rule => rule.On == EventTypes.OrderRefunded).SelectMany(rule => rule.Then).OfType<ReverseEarnEffect>().FirstOrDefault();
        if (reverse is null)
        {
            scope.Warn(ProgramFindingCode.RefundLoop, "$.rules", "orders earn points, but no rule takes them back when an order is refunded: buying and refunding makes points; add a rule on order.refunded with reverseEarnOf.", "订单产生积分，但退款时没有规则收回：反复购买和退款会凭空得到积分；请添加监听 order.refunded 的 reverseEarnOf 规则。");
            return;
        }

        bool leaves = (!reverse.Base && paid.OfType<EarnEffect>().Any(earn => earn.Per is not null || earn.PerQuantity is not null))
            || (!reverse.Bonus && paid.OfType<BonusEffect>().Any())
            || (!reverse.Once && paid.Any(effect => effect is AwardEffect or EarnEffect { Per: null, PerQuantity: null }));
        if (leaves)
            scope.Warn(ProgramFindingCode.RefundLoop, "$.rules", "a refund leaves some of the points that the order earned: buying and refunding makes points; let reverseEarnOf include base, bonus and once.", "退款会留下订单的部分积分：反复购买和退款会凭空得到积分；请让 reverseEarnOf 包含 base、bonus 和 once。");
    }

    private static void Worth(CheckScope scope, EarnCurve curve, Wallet wallet, string path)
    {
        decimal worth = wallet.Currency is null ? 0 : 1;
        if (wallet.LiabilityUnitValue is { } unit)
            worth = Math.Max(worth, Math.Min(unit.Amount, CheckScope.Largest));
        foreach (Rewards.Reward reward in scope.Program.Rewards.Where(reward => reward.Value is { Amount: > 0 } && (reward.Wallet ?? wallet.Id) == wallet.Id))
        {
            foreach (decimal price in reward.PriceByTier.Values.Concat(reward.Price is { } one ? new[] { one } : []).Where(price => price > 0))
                worth = Math.Max(worth, Math.Min(reward.Value!.Value.Amount, CheckScope.Largest) / Math.Max(price, 0.000001m));
        }

        decimal most = Product(worth, curve.Most);
        if (Product(worth, curve.Uncapped) >= 1)
            scope.Error(ProgramFindingCode.Arbitrage, path, $"an order can earn points worth {Percent(Product(worth, curve.Uncapped))} of its price, and no cap ends it: buying pays by itself; lower the rate, the factors or what a point is worth.", $"订单可获得价值为其金额 {Percent(Product(worth, curve.Uncapped))} 的积分且无上限：购买本身即可获利；请降低积分率、倍数或积分价值。");
        else if (most >= 1)
            scope.Warn(ProgramFindingCode.Arbitrage, path, $"until caps are reached an order can earn points worth {Percent(most)} of its price; lower the rate, the factors or what a point is worth.", $"在达到上限之前，订单可获得价值为其金额 {Percent(most)} 的积分；请降低积分率、倍数或积分价值。");
        else if (scope.Program.Margin is { } margin && most > margin)
            scope.Warn(ProgramFindingCode.Arbitrage, path, $"an order can earn points worth {Percent(most)} of its price, more than the margin of {Percent(margin)}; lower the rate, the factors or what a point is worth.", $"订单可获得价值为其金额 {Percent(most)} 的积分，高于毛利率 {Percent(margin)}；请降低积分率、倍数或积分价值。");
    }

    private static void Monotone(CheckScope scope, EarnCurve curve, Wallet wallet)
    {
        foreach (decimal bound in curve.Thresholds)
        {
            decimal before = curve.At(Math.Max(0, bound - Beside));
            decimal at = curve.At(bound);
            decimal after = curve.At(bound + Beside);
            if (after < at || at < before)
            {
                string amount = CheckScope.Text(bound);
                scope.Warn(ProgramFindingCode.NonMonotoneEarn, "$.rules", $"who spends more than {amount} can get fewer {wallet.Id} than who spends just below it; let the next band pay at least as much there.", $"消费超过 {amount} 的会员获得的 {wallet.Id} 可能少于略低于此金额者；请让下一档在此处不少于前一档。");
            }
        }
    }

    private static decimal Product(decimal worth, decimal rate) => rate == 0 || worth == 0 ? 0 : worth > 1_000_000m / rate ? 1_000_000m : worth * rate;

    private static string Percent(decimal part) => (100 * part).ToString("#,##0.##", CultureInfo.InvariantCulture) + "%";
}
