using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>Rules of groups in which only one can win: those that tie, and those that another one always beats.</summary>
internal static class OverlapCheck
{
    /// <summary>Pairs compared in one group; above it the check stops, so that a group of 10,000 rules can't hang it.</summary>
    private const int MostPairs = 200_000;

    public static void Of(CheckScope scope)
    {
        Dictionary<string, RuleGroup> groups = [];
        foreach (RuleGroup group in scope.Program.Groups)
            groups[group.Id] = group;
        var members = scope.Program.Rules.Take(ProgramCheck.MostRules).Select((rule, at) => (Rule: rule, At: at)).Where(each => each.Rule.Group is not null)
            .GroupBy(each => (each.Rule.Group, each.Rule.On));
        foreach (var rules in members)
        {
            if (groups.TryGetValue(rules.Key.Group!, out RuleGroup? group) && group.Mode is GroupMode.Exclusive or GroupMode.FirstByPriority)
                Compare(scope, group, [.. rules.OrderBy(each => each.Rule.Priority).ThenBy(each => each.Rule.Id, StringComparer.Ordinal)]);
        }
    }

    private static void Compare(CheckScope scope, RuleGroup group, (LoyaltyRule Rule, int At)[] rules)
    {
        int pairs = 0;
        for (int later = 1; later < rules.Length; later++)
        {
            LoyaltyRule rule = rules[later].Rule;
            scope.Rule = rule;
            for (int earlier = 0; earlier < later; earlier++)
            {
                LoyaltyRule before = rules[earlier].Rule;
                string path = $"$.rules[{rules[later].At}]";
                if (++pairs > MostPairs)
                {
                    scope.Warn(ProgramFindingCode.TooMany, path, $"group '{group.Id}' has more rules than can be compared with each other; give its rules priorities of their own, or split it.", $"组“{group.Id}”的规则过多，无法两两比较；请为各规则设定不同优先级，或拆分该组。");
                    scope.Rule = null;
                    return;
                }

                if (AlwaysFires(before))
                {
                    scope.Warn(ProgramFindingCode.UnreachableRule, path, $"never wins: rule '{before.Id}' of group '{group.Id}' comes first and always fires; give this one the lower priority number, or remove it.", $"永远不会胜出：组“{group.Id}”中规则“{before.Id}”优先且总会触发；请为此规则设更小的优先级数字，或删除。");
                    break;
                }

                if (before.Priority == rule.Priority && Overlap(before, rule))
                    Tie(scope, group, before, rule, path + ".priority");
            }
        }

        scope.Rule = null;
    }

    /// <summary>Where the first rule shuts out other groups, an accident of names may not decide; else the order of ids does, and somebody should know.</summary>
    private static void Tie(CheckScope scope, RuleGroup group, LoyaltyRule before, LoyaltyRule rule, string path)
    {
        string english = $"rule '{before.Id}' has the same priority {rule.Priority} in group '{group.Id}', and both can fire at once; give them different priorities.";
        string chinese = $"规则“{before.Id}”在组“{group.Id}”中优先级同为 {rule.Priority}，且两者可能同时触发；请设定不同优先级。";
        if (group.Mode == GroupMode.Exclusive)
            scope.Error(ProgramFindingCode.OverlappingRules, path, english, chinese);
        else
            scope.Warn(ProgramFindingCode.OverlappingRules, path, english, chinese);
    }

    private static bool AlwaysFires(LoyaltyRule rule) => rule is { When: null, Window: null, Limit: null, Cap: null, Budget: null, SharedCaps.Count: 0 };

    private static bool Overlap(LoyaltyRule one, LoyaltyRule other)
    {
        IEnumerable<Condition> conditions = new[] { one.When, other.When }.OfType<Condition>();
        return Contradiction.Of(conditions, new[] { one.Window, other.Window }.OfType<RuleWindow>()) is null;
    }
}
