using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>
/// What can be said of rules without any customer: which of them overlap, whom they leave out, which are never reached, and which parts of them
/// say nothing. Each column is cut at all bounds into points, open intervals and named texts, between which no rule can tell any difference;
/// the answers are exact. The work is bounded: what lies beyond is a finding of its own, never a guess. Immutable.
/// </summary>
public sealed class RuleCheck
{
    /// <summary>How often the check looks at a value before it gives up: some tenths of a second.</summary>
    internal const long MostWork = 10_000_000;

    private readonly IReadOnlyList<SegmentRule> rules;
    private readonly CellSearch search;
    private readonly List<RuleFinding> findings = [];

    private RuleCheck(IReadOnlyList<SegmentRule> rules, bool isExact, IEnumerable<RuleField> fields, long mostWork)
    {
        this.rules = rules;
        Dictionary<string, RuleField> known = RuleField.Known.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        foreach (RuleField field in fields)
            known[field.Column] = field;
        search = new CellSearch(known, mostWork);
        for (int rule = 0; rule < rules.Count; rule++)
            CheckReach(rule, isExact);
        if (isExact)
        {
            CheckOverlaps();
            CheckGap();
        }

        if (!Enumerable.Range(0, rules.Count).All(rule => CheckParts(rule, rules[rule].Condition)))
            Undecided([], "which parts of the rules say nothing", "规则中哪些部分没有作用");
        Findings = findings.AsReadOnly();
    }

    /// <summary>What was found, in the order: never reached, overlaps, gaps, parts that say nothing.</summary>
    public IReadOnlyList<RuleFinding> Findings { get; }

    /// <summary>Checks rules of which exactly one is to hold, or the first one that does.</summary>
    /// <param name="rules">The rules in order.</param>
    /// <param name="isExact">Whether exactly one is to hold; then overlaps and gaps are looked for, else rules that those before them take all customers of.</param>
    /// <param name="fields">What is known of columns; null for nothing beside the library's own.</param>
    public static RuleCheck Of(IReadOnlyList<SegmentRule> rules, bool isExact, IReadOnlyList<RuleField>? fields = null) => Of(rules, isExact, fields, MostWork);

    internal static RuleCheck Of(IReadOnlyList<SegmentRule> rules, bool isExact, IReadOnlyList<RuleField>? fields, long mostWork) =>
        new(rules ?? throw new ArgumentNullException(nameof(rules)), isExact, fields ?? [], mostWork);

    private void CheckReach(int rule, bool isExact)
    {
        Condition condition = rules[rule].Condition;
        if (IsImpossible(condition, out bool decided))
            Add(RuleFindingKind.Unreachable, [rule], $"Rule {Name(rule)} never holds.", $"规则{Name(rule)}永远不成立。");
        else if (!decided)
            Undecided([rule], $"whether rule {Name(rule)} can hold", $"规则{Name(rule)}能否成立");
        else if (!isExact && rule > 0)
            CheckShadow(rule, condition);
    }

    private void CheckShadow(int rule, Condition condition)
    {
        if (!IsImpossible(Condition.All([condition, .. rules.Take(rule).Select(before => Condition.Not(before.Condition))]), out bool decided))
        {
            if (!decided)
                Undecided([rule], $"whether rule {Name(rule)} is reached", $"规则{Name(rule)}能否被匹配到");
            return;
        }

        int by = Enumerable.Range(0, rule).Where(before => IsImpossible(Condition.All(condition, Condition.Not(rules[before].Condition)), out _)).DefaultIfEmpty(-1).First();
        if (by >= 0)
            Add(RuleFindingKind.Unreachable, [rule, by], $"Rule {Name(rule)} is never reached: rule {Name(by)} before it takes everyone of whom it holds.", $"规则{Name(rule)}永远不会被匹配到：其前的规则{Name(by)}已涵盖其全部客户。");
        else
            Add(RuleFindingKind.Unreachable, [rule], $"Rule {Name(rule)} is never reached: the rules before it together take everyone of whom it holds.", $"规则{Name(rule)}永远不会被匹配到：其前的各规则合起来已涵盖其全部客户。");
    }

    private void CheckOverlaps()
    {
        for (int first = 0; first < rules.Count; first++)
        {
            for (int second = first + 1; second < rules.Count; second++)
            {
                if (rules[first].Segment == rules[second].Segment)
                    continue;
                if (search.Find(Condition.All(rules[first].Condition, rules[second].Condition), onlyKnown: false, out bool decided) is { } example)
                    Add(RuleFindingKind.Overlap, [first, second], $"Rules {Name(first)} and {Name(second)} hold together", $"规则{Name(first)}与{Name(second)}同时成立", example);
                else if (!decided)
                {
                    Undecided([first, second], "which rules overlap, from these two on", "从这两条规则起，哪些规则重叠");
                    return;
                }
            }
        }
    }

    private void CheckGap()
    {
        Condition nobody = Condition.All([.. rules.Select(rule => Condition.Not(rule.Condition))]);
        if (search.Find(nobody, onlyKnown: true, out bool decided) is { } example)
            Add(RuleFindingKind.Gap, [], "No rule holds", "没有规则成立", example);
        else if (!decided)
            Undecided([], "whether the rules leave someone out", "规则是否有遗漏");
    }

    /// <summary>Whether that could be decided.</summary>
    private bool CheckParts(int rule, Condition condition)
    {
        foreach (Condition part in condition.Parts)
        {
            LocalizedText said = part.Describe();
            if (IsImpossible(part, out bool decided))
                Add(RuleFindingKind.AlwaysFalse, [rule], $"In rule {Name(rule)}, '{said.English}' never holds.", $"规则{Name(rule)}中的“{said.Chinese}”永远不成立。");
            else if (decided && IsImpossible(Condition.Not(part), out decided))
                Add(RuleFindingKind.AlwaysTrue, [rule], $"In rule {Name(rule)}, '{said.English}' always holds.", $"规则{Name(rule)}中的“{said.Chinese}”始终成立。");
            else if (!decided || !CheckParts(rule, part))
                return false;
        }

        return true;
    }

    private bool IsImpossible(Condition condition, out bool decided) => search.Find(condition, onlyKnown: false, out decided) is null && decided;

    private string Name(int rule) => $"'{rules[rule].Segment.Key}'";

    private void Undecided(IReadOnlyList<int> about, string english, string chinese) =>
        Add(RuleFindingKind.Undecided, about, $"Not decided: {english}; the rules are too many or too entangled.", $"未能判定：{chinese}；规则过多或过于交错。");

    private void Add(RuleFindingKind kind, IReadOnlyList<int> about, string english, string chinese, Cell[] example)
    {
        LocalizedText[] shown = [.. example.Select(cell => cell.Show())];
        LocalizedText who = shown.Length == 0 ? new LocalizedText("anybody", "任何人") : new LocalizedText(string.Join(", ", shown.Select(cell => cell.English)), string.Join("，", shown.Select(cell => cell.Chinese)));
        findings.Add(new RuleFinding { Kind = kind, Rules = about, Message = new LocalizedText($"{english}, such as for {who.English}.", $"{chinese}，例如 {who.Chinese}。"), Example = who });
    }

    private void Add(RuleFindingKind kind, IReadOnlyList<int> about, string english, string chinese) =>
        findings.Add(new RuleFinding { Kind = kind, Rules = about, Message = new LocalizedText(english, chinese) });
}
