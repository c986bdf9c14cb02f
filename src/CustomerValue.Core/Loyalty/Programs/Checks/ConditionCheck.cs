using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;

namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>The names and numbers of conditions, and whether parts that have to hold together can.</summary>
internal static class ConditionCheck
{
    /// <summary>How deep conditions may lie in each other.</summary>
    public const int Deepest = 64;

    public static void Of(CheckScope scope, Condition condition, string path, int depth)
    {
        if (depth > Deepest)
        {
            scope.Error(ProgramFindingCode.TooMany, path, $"lies more than {Deepest} conditions deep; make it flatter.", $"条件嵌套超过 {Deepest} 层；请简化。");
            return;
        }

        switch (condition)
        {
            case AllCondition all:
                Parts(scope, all.Of, path + ".all", depth);
                break;
            case AnyCondition any:
                Parts(scope, any.Of, path + ".any", depth);
                break;
            case NotCondition not:
                Of(scope, not.Of, path + ".not", depth + 1);
                break;
            default:
                Leaf(scope, condition, path);
                break;
        }

        if (depth == 0 && depth <= Deepest && Contradiction.Of(condition, scope.Rule?.Window) is { } reason)
            scope.Error(ProgramFindingCode.ContradictoryCondition, path, $"can never hold: {reason.English}; remove one of the two.", $"永远不成立：{reason.Chinese}；请删除其一。");
    }

    public static void Lines(CheckScope scope, LineFilter lines, string path)
    {
        foreach (string category in lines.CategoriesUnder)
            scope.Category(category, path + ".category.under");
        foreach (string category in lines.NotUnder)
            scope.Category(category, path + ".category.notUnder");
        if (Contradiction.IsEmpty(lines))
            scope.Error(ProgramFindingCode.ContradictoryCondition, path, "fits no line: all that it takes it leaves out again.", "不匹配任何商品行：所选内容又被全部排除。");
    }

    private static void Parts(CheckScope scope, IReadOnlyList<Condition> parts, string path, int depth)
    {
        if (parts.Count == 0)
            scope.Error(ProgramFindingCode.Incomplete, path, "is empty; give at least one condition.", "为空；请至少给出一个条件。");
        for (int at = 0; at < parts.Count; at++)
            Of(scope, parts[at], $"{path}[{at}]", depth + 1);
    }

    private static void Leaf(CheckScope scope, Condition condition, string path)
    {
        switch (condition)
        {
            case AmountCondition amount:
                foreach (Money? money in new[] { amount.AtLeast, amount.Above, amount.AtMost, amount.Below })
                    scope.Money(money, path + ".amount", mustBePositive: false);
                Lines(scope, amount.Lines, path + ".amount.lines");
                break;
            case QuantityCondition quantity:
                scope.Number(quantity.AtLeast, path + ".quantity.ge", mustBePositive: false);
                scope.Number(quantity.AtMost, path + ".quantity.le", mustBePositive: false);
                Lines(scope, quantity.Lines, path + ".quantity.lines");
                break;
            case AnyLineCondition any:
                Lines(scope, any.Lines, path + ".anyLine");
                break;
            case EveryLineCondition every:
                Lines(scope, every.Lines, path + ".everyLine");
                break;
            case BirthdayCondition birthday:
                scope.Whole(birthday.DaysBefore, path + ".isBirthday.window.before", 0, 182);
                scope.Whole(birthday.DaysAfter, path + ".isBirthday.window.after", 0, 182);
                scope.Whole(birthday.VerifiedDaysBefore, path + ".isBirthday.verifiedAtLeastBefore", 0, 36_500);
                break;
            case AnniversaryCondition anniversary:
                scope.Whole(anniversary.DaysBefore, path + ".isAnniversary.window.before", 0, 182);
                scope.Whole(anniversary.DaysAfter, path + ".isAnniversary.window.after", 0, 182);
                scope.Whole(anniversary.FromYear, path + ".isAnniversary.fromYear", 1, 200);
                break;
            case RefereeFirstOrderCondition first:
                scope.Money(first.AtLeast, path + ".refereeFirstOrder.ge", mustBePositive: false);
                Referral(scope, path + ".refereeFirstOrder");
                break;
            case SameIdentityCondition same:
                Some(scope, same.Of, path + ".sameIdentityHash");
                Referral(scope, path + ".sameIdentityHash");
                break;
            case ReferralCycleCondition:
                Referral(scope, path + ".referralCycle");
                break;
            case WindowCondition window:
                RuleCheck.Window(scope, window.Window, path + ".window");
                break;
            case MemberForCondition member:
                scope.Whole(member.AtLeastDays, path + ".memberFor.ge", 0, 36_500);
                scope.Whole(member.BelowDays, path + ".memberFor.lt", 1, 36_500);
                break;
            case SinceLastPurchaseCondition since:
                scope.Whole(since.AtLeastDays, path + ".sinceLastPurchase.ge", 1, 36_500);
                break;
            case TierCondition tier:
                foreach (string level in tier.In)
                    scope.Tier(level, path + ".tier.in");
                if (tier.AtLeast is { } least)
                    scope.Tier(least, path + ".tier.atLeast");
                if (tier.In.Count == 0 == tier.AtLeast is null)
                    scope.Error(ProgramFindingCode.Incomplete, path + ".tier", "give either the tiers, or the lowest one.", "请给出等级列表或最低等级，二者取一。");
                break;
            case OrderFieldCondition field:
                Some(scope, field.In, path + ".in");
                break;
            case SegmentCondition segment:
                Some(scope, segment.In, path + ".segment.in");
                break;
            case AttributeCondition attribute:
                Some(scope, attribute.In, path + ".attribute.in");
                break;
            case EventAttributeCondition attribute:
                Some(scope, attribute.In, path + ".eventAttribute.in");
                break;
            default:
                Counting(scope, condition, path);
                break;
        }
    }

    private static void Counting(CheckScope scope, Condition condition, string path)
    {
        switch (condition)
        {
            case PurchaseNumberCondition number:
                scope.Whole(number.Is, path + ".purchaseNumber.is", 1, int.MaxValue);
                scope.Whole(number.Every, path + ".purchaseNumber.every", 2, int.MaxValue);
                OneOf(scope, number.Is, number.Every, path + ".purchaseNumber");
                if (scope.Rule is { } rule && rule.On != EventTypes.OrderPaid)
                    scope.Error(ProgramFindingCode.WrongEvent, path + ".purchaseNumber", $"is of orders, but the rule listens to {rule.On}.", $"针对订单，但规则监听 {rule.On}。");
                break;
            case CountCondition count:
                scope.Event(count.Of, path + ".count.of");
                scope.Whole(count.Reaches, path + ".count.reaches", 1, int.MaxValue);
                scope.Whole(count.Every, path + ".count.every", 1, int.MaxValue);
                OneOf(scope, count.Reaches, count.Every, path + ".count");
                break;
            case StreakCondition streak:
                scope.Event(streak.Of, path + ".streak.of");
                scope.Whole(streak.Length, path + ".streak.length", 2, 10_000);
                if (streak.Unit is not (CivilPeriod.LocalDay or CivilPeriod.LocalWeek or CivilPeriod.LocalMonth))
                    scope.Error(ProgramFindingCode.OutOfRange, path + ".streak.unit", "has to be localDay, localWeek or localMonth.", "须为 localDay、localWeek 或 localMonth。");
                break;
        }
    }

    private static void Referral(CheckScope scope, string path)
    {
        if (scope.Rule is { } rule && rule.On != EventTypes.ReferralQualified)
            scope.Error(ProgramFindingCode.WrongEvent, path, $"is of referrals, but the rule listens to {rule.On}; it would never hold.", $"针对推荐，但规则监听 {rule.On}；永远不成立。");
    }

    private static void Some(CheckScope scope, IReadOnlyList<string> values, string path)
    {
        if (values.Count == 0)
            scope.Error(ProgramFindingCode.Incomplete, path, "is empty, so nothing is allowed; give at least one value.", "为空，因此什么都不允许；请至少给出一个值。");
    }

    private static void OneOf(CheckScope scope, int? one, int? other, string path)
    {
        if ((one is null) == (other is null))
            scope.Error(ProgramFindingCode.Incomplete, path, "give exactly one of the two numbers.", "请恰好给出两个数之一。");
    }
}
