using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>What a definition says, as a hash: two that say the same have the same.</summary>
internal static class DefinitionHash
{
    public static string Of(LifecycleDefinition definition)
    {
        using ContentHash hash = new();
        Add(hash, definition);
        return hash.Done();
    }

    private static void Add(ContentHash hash, LifecycleDefinition definition)
    {
        Words(hash.Add(definition.Key).Add(definition.Version), definition.Label);
        hash.Add(definition.Events.Count);
        foreach (LifecycleEventType each in definition.Events)
            Words(hash.Add(each.Key), each.Label);
        hash.Add(definition.Stages.Count);
        foreach (LifecycleStage stage in definition.Stages)
            Words(Words(hash.Add(stage.Key), stage.Label), stage.Description).Add(stage.Standing).Add(stage.IsEnd ? 1 : 0);
        hash.Add(definition.Transitions.Count);
        foreach (LifecycleTransition transition in definition.Transitions)
            Add(hash, transition);
        hash.Add(definition.Groupings.Count);
        foreach (StageGrouping grouping in definition.Groupings)
        {
            Words(hash.Add(grouping.Key), grouping.Label).Add(grouping.Groups.Count);
            foreach (StageGroup group in grouping.Groups)
                Words(hash.Add(group.Key), group.Label).Add([.. group.Stages]);
        }

        hash.Add(definition.Parallel.Count);
        foreach (LifecycleDefinition beside in definition.Parallel)
            Add(hash, beside);
    }

    private static void Add(ContentHash hash, LifecycleTransition transition)
    {
        // What a guard is called says all of it, its bound to the last digit.
        hash.Add(transition.Id).Add([.. transition.From]).Add(transition.To).Add(transition.On).Add(transition.Guard.ToString())
            .Add(transition.HoldDays).Add(transition.AtOnce?.ToString()).Add(transition.Rank)
            .Add([.. transition.Kept.Select(measure => measure.ToString())]).Add(transition.IsFalseAlarm ? 1 : 0).Add(transition.NeedsReason ? 1 : 0);
        Words(hash, transition.Description);
    }

    private static ContentHash Words(ContentHash hash, LocalizedText text) => hash.Add(text.English).Add(text.Chinese);
}
