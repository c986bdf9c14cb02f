using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>Checks a definition as a whole: names, ways, guards.</summary>
internal static class DefinitionCheck
{
    public static IReadOnlyList<DefinitionFinding> Of(LifecycleBuilder builder)
    {
        List<DefinitionFinding> findings = [];
        NameCheck.Run(builder, findings);
        // Ways and guards can only be followed where every name stands for something.
        if (findings.Count > 0)
            return findings;
        foreach (LifecycleTransition transition in builder.Transitions)
            Transition(builder, transition, findings);
        Overlaps(builder, findings);
        Ways(builder, findings);
        return findings;
    }

    internal static DefinitionFinding Error(DefinitionFindingKind kind, string where, string english, string chinese) =>
        new() { Kind = kind, Where = where, Message = new LocalizedText(english, chinese), IsError = true };

    private static void Transition(LifecycleBuilder builder, LifecycleTransition transition, List<DefinitionFinding> findings)
    {
        bool isTime = transition.On == LifecycleDefinition.Time;
        if (transition.HoldDays < 0 || (!isTime && (transition.HoldDays > 0 || transition.AtOnce is not null)))
            findings.Add(Error(DefinitionFindingKind.Range, transition.Id, $"holds for {transition.HoldDays} days; only a transition of time waits, for 0 days or more.", $"持续{transition.HoldDays}天；只有时间触发的转换可以等待，且不少于0天。"));
        Measure[] missing = [.. transition.Looked.Except(transition.Kept)];
        if (missing.Length > 0)
            findings.Add(Error(DefinitionFindingKind.MissingEvidence, transition.Id, $"looks at {string.Join(", ", missing.Select(measure => MeasureWords.Name(measure).English))} and does not keep it as evidence; add it.", $"依据{string.Join("、", missing.Select(measure => MeasureWords.Name(measure).Chinese))}却未保存为证据；请补充。"));
        if (!isTime)
            return;
        if (!transition.Guard.StaysTrue || transition.AtOnce is { StaysTrue: false })
            findings.Add(Error(DefinitionFindingKind.TimeMayTurnBack, transition.Id, $"could stop holding while nothing happens ({transition.Guard}); let growing measures have a lower bound and falling ones an upper bound.", $"在没有事件时可能不再成立（{transition.Guard.Describe().Chinese}）；请给递增的指标设下限，给递减的指标设上限。"));
        int to = builder.Stages.Find(stage => stage.Key == transition.To)!.Standing;
        if (transition.From.Count == 0)
            findings.Add(Error(DefinitionFindingKind.TimeImproves, transition.Id, "begins a lifecycle by the passing of time; let an event begin it.", "由时间开始生命周期；应由事件开始。"));
        foreach (string from in transition.From)
        {
            if (builder.Stages.Find(stage => stage.Key == from)!.Standing < to)
                findings.Add(Error(DefinitionFindingKind.TimeImproves, transition.Id, $"leads from '{from}' to the better stage '{transition.To}' by the passing of time; only events may.", $"随时间从“{from}”进入更好的阶段“{transition.To}”；只有事件可以。"));
        }
    }

    private static void Overlaps(LifecycleBuilder builder, List<DefinitionFinding> findings)
    {
        List<LifecycleTransition> all = builder.Transitions;
        for (int i = 0; i < all.Count; i++)
        {
            for (int j = i + 1; j < all.Count; j++)
            {
                if (all[i].On != all[j].On || all[i].Rank != all[j].Rank || !Meet(all[i].From, all[j].From) || !BothMayHold(all[i].Guard, all[j].Guard))
                    continue;
                findings.Add(Error(DefinitionFindingKind.Overlap, all[i].Id, $"and {all[j].Id} can both hold on '{all[i].On}' ({all[i].Guard}; {all[j].Guard}); give them different ranks or guards that exclude each other.", $"与{all[j].Id}可能在“{all[i].On}”时同时成立（{all[i].Guard.Describe().Chinese}；{all[j].Guard.Describe().Chinese}）；请设不同的优先级或互斥的条件。"));
            }
        }
    }

    private static bool Meet(IReadOnlyList<string> left, IReadOnlyList<string> right) => left.Count == 0 ? right.Count == 0 : left.Intersect(right).Any();

    private static bool BothMayHold(Guard left, Guard right) => left.Boxes.Any(box => right.Boxes.Any(other => !box.And(other).IsEmpty));

    private static void Ways(LifecycleBuilder builder, List<DefinitionFinding> findings)
    {
        HashSet<string> reached = [.. builder.Transitions.Where(transition => transition.From.Count == 0).Select(transition => transition.To)];
        while (builder.Transitions.Any(transition => transition.From.Any(reached.Contains) && reached.Add(transition.To)))
        {
        }

        foreach (LifecycleStage stage in builder.Stages)
        {
            if (CanReturnByTime(builder, stage.Key))
                findings.Add(Error(DefinitionFindingKind.TimeMayTurnBack, stage.Key, "is left and entered again by the passing of time alone, without end; let an event lead back.", "仅随时间就会离开并再次进入，永无止境；应由事件返回。"));
            if (!reached.Contains(stage.Key))
                findings.Add(Error(DefinitionFindingKind.Unreachable, stage.Key, "can't be reached from the beginning; add a way to it, or leave it out.", "从起点无法到达；请增加通往它的转换，或删去。"));
            if (!stage.IsEnd && !builder.Transitions.Any(transition => transition.From.Contains(stage.Key) && transition.To != stage.Key))
                findings.Add(Error(DefinitionFindingKind.DeadEnd, stage.Key, "can't be left; add a way out, or say that it is an end.", "无法离开；请增加出口，或声明其为终点。"));
        }
    }

    private static bool CanReturnByTime(LifecycleBuilder builder, string stage)
    {
        LifecycleTransition[] byTime = [.. builder.Transitions.Where(transition => transition.On == LifecycleDefinition.Time)];
        HashSet<string> reached = [.. byTime.Where(transition => transition.From.Contains(stage)).Select(transition => transition.To)];
        while (byTime.Any(transition => transition.From.Any(reached.Contains) && reached.Add(transition.To)))
        {
        }

        return reached.Contains(stage);
    }
}
