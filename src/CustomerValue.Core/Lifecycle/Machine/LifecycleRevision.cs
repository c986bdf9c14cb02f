using CustomerValue.Lifecycle.Definition;
using NodaTime;

namespace CustomerValue.Lifecycle.Machine;

/// <summary>A span of days past of which another stage is believed since something became known: the version before and the version after. Immutable.</summary>
public sealed record LifecycleRevision
{
    /// <summary>The definition whose stages they are: that of the replay, or of a lifecycle beside it.</summary>
    public required LifecycleDefinition Definition { get; init; }

    /// <summary>The day from which on it is believed; after <see cref="Through"/>.</summary>
    public required LocalDate KnownOn { get; init; }

    /// <summary>The late events and corrections that became known on that day, by id in ordinal order: one or more.</summary>
    public required IReadOnlyList<string> Causes { get; init; }

    /// <summary>The first day of the span.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day of the span, itself in it. The day before <see cref="KnownOn"/> where the present stage is another one too.</summary>
    public required LocalDate Through { get; init; }

    /// <summary>The stage that was believed until then; null for none.</summary>
    public required LifecycleStage? Was { get; init; }

    /// <summary>The stage that is believed since; null for none.</summary>
    public required LifecycleStage? Is { get; init; }

    /// <summary>Adds the spans in which two histories of the same days differ, each as long as it can be.</summary>
    internal static void Add(List<LifecycleRevision> revisions, LifecycleHistory was, LifecycleHistory now, IReadOnlyList<string> causes)
    {
        LocalDate[] turns = [.. was.Changes.Concat(now.Changes).Select(change => change.On).Distinct().OrderBy(day => day)];
        LifecycleRevision? open = null;
        foreach (LocalDate day in turns)
        {
            (LifecycleStage? before, LifecycleStage? after) = (was.On(day), now.On(day));
            if (open is not null && open.Was == before && open.Is == after)
                continue;
            Close(day.PlusDays(-1));
            if (before != after)
                open = new() { Definition = now.Definition, KnownOn = now.KnownOn, Causes = causes, From = day, Through = day, Was = before, Is = after };
        }

        Close(now.AsOf);

        void Close(LocalDate through)
        {
            if (open is not null)
                revisions.Add(open with { Through = through });
            open = null;
        }
    }
}
