using CustomerValue.Labels;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;

namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>Finds conditions that can't hold together. It sees what is plain from their form; what it does not see is taken as possible.</summary>
internal static class Contradiction
{
    private static readonly LocalizedText Amounts = new("no amount is in both ranges", "没有金额同时落在各范围内");
    private static readonly LocalizedText Lists = new("no value is in both lists", "没有值同时在两个列表中");
    private static readonly LocalizedText Numbers = new("no number is in both ranges", "没有数同时落在各范围内");
    private static readonly LocalizedText Opposite = new("a condition and its opposite", "条件与其相反条件并存");
    private static readonly LocalizedText Windows = new("no moment is in both windows", "没有时刻同时在两个窗口内");

    /// <summary>Why a condition can't hold in a window, or null where it may.</summary>
    public static LocalizedText? Of(Condition condition, RuleWindow? window) => Of([condition], window is null ? [] : [window]);

    /// <summary>Why conditions can't hold together in all of the windows, or null where they may.</summary>
    public static LocalizedText? Of(IEnumerable<Condition> conditions, IEnumerable<RuleWindow> windows)
    {
        List<Condition> all = [];
        foreach (Condition condition in conditions)
            Flatten(condition, all, 0);
        List<RuleWindow> times = [.. windows, .. all.OfType<WindowCondition>().Select(part => part.Window)];
        return OfPairs(all) ?? Ranges(all) ?? (Disjoint(times) ? Windows : (LocalizedText?)null) ?? OfAny(all);
    }

    /// <summary>What a filter takes it leaves out again.</summary>
    public static bool IsEmpty(LineFilter lines) =>
        (lines.CategoriesUnder.Count > 0 && lines.CategoriesUnder.All(taken => lines.NotUnder.Any(left => taken == left || taken.StartsWith(left + "/", StringComparison.Ordinal))))
        || (lines.Products.Count > 0 && lines.Products.All(lines.NotProducts.Contains));

    /// <summary>Whether no moment is in all of the windows.</summary>
    private static bool Disjoint(List<RuleWindow> windows)
    {
        for (int i = 0; i < windows.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (AreDisjoint(windows[i], windows[j]))
                    return true;
            }
        }

        return false;
    }

    private static bool AreDisjoint(RuleWindow one, RuleWindow other)
    {
        bool overMidnight = OverMidnight(one) || OverMidnight(other);
        // Hours over midnight belong to the day on which they begin, so a moment may be of one window's evening and another's morning.
        if (overMidnight)
            return one.Days.To?.PlusDays(1) <= other.Days.From || other.Days.To?.PlusDays(1) <= one.Days.From;
        return one.Days.To <= other.Days.From || other.Days.To <= one.Days.From
            || NothingShared(one.Weekdays, other.Weekdays)
            || (NothingShared(one.MonthDays, other.MonthDays) && !one.MonthDays.Contains(-1) && !other.MonthDays.Contains(-1))
            || (one.DailyTo is { } end && other.DailyFrom >= end) || (other.DailyTo is { } until && one.DailyFrom >= until);
    }

    private static bool OverMidnight(RuleWindow window) => window.DailyTo < window.DailyFrom;

    private static bool NothingShared<T>(IReadOnlyList<T> one, IReadOnlyList<T> other) => one.Count > 0 && other.Count > 0 && !one.Any(other.Contains);

    private static void Flatten(Condition condition, List<Condition> all, int depth)
    {
        if (condition is AllCondition parts && depth <= ConditionCheck.Deepest)
        {
            foreach (Condition part in parts.Of)
                Flatten(part, all, depth + 1);
        }
        else
        {
            all.Add(condition);
        }
    }

    private static LocalizedText? OfPairs(List<Condition> all)
    {
        // Content is compared once each, as it is written for the hash.
        string[] content = [.. all.Select(condition => Content(condition is NotCondition not ? not.Of : condition))];
        for (int i = 0; i < all.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (content[i] == content[j] && all[i] is NotCondition != all[j] is NotCondition)
                    return Opposite;
                if (Pair(all[i], all[j]) is { } reason)
                    return reason;
            }
        }

        return null;
    }

    private static LocalizedText? Pair(Condition one, Condition other) => (one, other) switch
    {
        (TierCondition a, TierCondition b) when NothingShared(a.In, b.In) => Lists,
        (OrderFieldCondition a, OrderFieldCondition b) when a.Field == b.Field && NothingShared(a.In, b.In) => Lists,
        (SegmentCondition a, SegmentCondition b) when a.Segmentation == b.Segmentation && NothingShared(a.In, b.In) => Lists,
        (AttributeCondition a, AttributeCondition b) when a.Name == b.Name && NothingShared(a.In, b.In) => Lists,
        (EventAttributeCondition a, EventAttributeCondition b) when a.Name == b.Name && NothingShared(a.In, b.In) => Lists,
        (PurchaseNumberCondition { Is: { } a }, PurchaseNumberCondition { Is: { } b }) when a != b => Numbers,
        (PurchaseNumberCondition { Is: { } a }, PurchaseNumberCondition { Every: { } b }) when b > 0 && a % b != 0 => Numbers,
        (PurchaseNumberCondition { Every: { } a }, PurchaseNumberCondition { Is: { } b }) when a > 0 && b % a != 0 => Numbers,
        _ => null,
    };

    private static LocalizedText? Ranges(List<Condition> all)
    {
        foreach (IGrouping<string, AmountCondition> same in all.OfType<AmountCondition>().GroupBy(amount => Content(new AnyLineCondition { Lines = amount.Lines }), StringComparer.Ordinal))
        {
            decimal? least = same.Max(amount => amount.AtLeast?.Amount);
            decimal? above = same.Max(amount => amount.Above?.Amount);
            decimal? most = same.Min(amount => amount.AtMost?.Amount);
            decimal? below = same.Min(amount => amount.Below?.Amount);
            if (least > most || least >= below || above >= most || above >= below || below <= 0)
                return Amounts;
        }

        foreach (IGrouping<string, QuantityCondition> same in all.OfType<QuantityCondition>().GroupBy(quantity => Content(new AnyLineCondition { Lines = quantity.Lines }), StringComparer.Ordinal))
        {
            if (same.Max(quantity => quantity.AtLeast) > same.Min(quantity => quantity.AtMost))
                return Numbers;
        }

        MemberForCondition[] times = [.. all.OfType<MemberForCondition>()];
        return times.Length > 0 && times.Max(time => time.AtLeastDays) >= times.Min(time => time.BelowDays) ? Numbers : null;
    }

    /// <summary>Of alternatives, each of which contradicts the rest or itself.</summary>
    private static LocalizedText? OfAny(List<Condition> all)
    {
        List<Condition> rest = [.. all.Where(condition => condition is not AnyCondition)];
        foreach (AnyCondition any in all.OfType<AnyCondition>())
        {
            LocalizedText? reason = null;
            bool isPossible = any.Of.Count == 0;
            foreach (Condition branch in any.Of)
            {
                reason = Of([.. rest, branch], []);
                isPossible |= reason is null;
                if (isPossible)
                    break;
            }

            if (!isPossible)
                return reason;
        }

        return null;
    }

    private static string Content(Condition condition)
    {
        ContentWriter writer = new();
        condition.WriteTo(writer);
        return writer.Hash();
    }
}
