namespace CustomerValue.Lifecycle.Definition;

/// <summary>Checks that every name of a definition is well formed, given once, and stands for something.</summary>
internal static class NameCheck
{
    public static void Run(LifecycleBuilder builder, List<DefinitionFinding> findings)
    {
        Keys("definition", [builder.Key], findings);
        Keys("event", builder.Events.Select(each => each.Key), findings);
        Keys("stage", builder.Stages.Select(stage => stage.Key), findings);
        Keys("transition", builder.Transitions.Select(transition => transition.Id), findings, anyText: true);
        Keys("grouping", builder.Groupings.Select(grouping => grouping.Key), findings);
        if (string.IsNullOrWhiteSpace(builder.Version))
            Add(DefinitionFindingKind.Key, "version", "is empty; give one, such as 1.", "为空；请给出版本，例如1。");
        if (builder.Stages.Count == 0 || !builder.Transitions.Any(transition => transition.From is { Count: 0 }))
            Add(DefinitionFindingKind.Unreachable, builder.Key, "has no stage, or nothing that begins it; add a transition without 'from'.", "没有阶段，或没有起点；请增加一个没有来源阶段的转换。");
        foreach (LifecycleEventType each in builder.Events.Where(each => each.Key == LifecycleDefinition.Time))
            Add(DefinitionFindingKind.Key, each.Key, "stands for the passing of time and can't be an event.", "表示时间流逝，不能作为事件。");

        HashSet<string> stages = [.. builder.Stages.Select(stage => stage.Key)], events = [LifecycleDefinition.Time, .. builder.Events.Select(each => each.Key)];
        foreach (LifecycleTransition transition in builder.Transitions)
        {
            foreach (string stage in transition.From.Append(transition.To).Where(stage => !stages.Contains(stage)))
                Add(DefinitionFindingKind.Unknown, transition.Id, $"names the stage '{stage}', which isn't there; known are {string.Join(", ", stages)}.", $"引用了不存在的阶段“{stage}”；已有{string.Join("、", stages)}。");
            if (!events.Contains(transition.On))
                Add(DefinitionFindingKind.Unknown, transition.Id, $"is set off by '{transition.On}', which is no event; known are {string.Join(", ", events)}.", $"由不存在的事件“{transition.On}”触发；已有{string.Join("、", events)}。");
        }

        foreach (StageGrouping grouping in builder.Groupings)
        {
            Keys("group", grouping.Groups.Select(group => group.Key), findings);
            List<string> grouped = [.. grouping.Groups.SelectMany(group => group.Stages)];
            foreach (string stage in grouped.Where(stage => !stages.Contains(stage)).Distinct())
                Add(DefinitionFindingKind.Unknown, grouping.Key, $"names the stage '{stage}', which isn't there.", $"引用了不存在的阶段“{stage}”。");
            foreach (string stage in grouped.GroupBy(stage => stage).Where(group => group.Count() > 1).Select(group => group.Key))
                Add(DefinitionFindingKind.Overlap, grouping.Key, $"has the stage '{stage}' in two groups; leave it in one.", $"阶段“{stage}”在两个分组中；只能在一个分组中。");
        }

        foreach (LifecycleDefinition parallel in builder.Parallel.Where(parallel => parallel.Parallel.Count > 0))
            Add(DefinitionFindingKind.Range, parallel.Key, "runs beside another lifecycle and has parallel ones of its own; put them beside the main one.", "作为并行生命周期不能再有并行生命周期；请直接并列于主生命周期。");

        void Add(DefinitionFindingKind kind, string where, string english, string chinese) => findings.Add(DefinitionCheck.Error(kind, where, english, chinese));
    }

    private static void Keys(string kind, IEnumerable<string> keys, List<DefinitionFinding> findings, bool anyText = false)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string key in keys)
        {
            if (seen.Count >= LifecycleBuilder.Most)
            {
                findings.Add(DefinitionCheck.Error(DefinitionFindingKind.Range, kind, $"is there more than {LifecycleBuilder.Most} times.", $"超过{LifecycleBuilder.Most}个。"));
                return;
            }

            if (string.IsNullOrEmpty(key) || key.Length > 64 || (!anyText && !key.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
                findings.Add(DefinitionCheck.Error(DefinitionFindingKind.Key, key ?? "", $"is no key of a {kind}; take lower-case letters, digits and hyphens, 64 at most.", "不是有效的键；请用小写字母、数字和连字符，最多64个字符。"));
            else if (!seen.Add(key))
                findings.Add(DefinitionCheck.Error(DefinitionFindingKind.Key, key, $"is given to two {kind}s; each needs a key of its own.", "重复；每个需有自己的键。"));
        }
    }
}
