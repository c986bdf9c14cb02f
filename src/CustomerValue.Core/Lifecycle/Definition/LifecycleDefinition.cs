using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>
/// A lifecycle as data: stages, events, and what leads from one stage to another. Checked when it is built, by <see cref="LifecycleBuilder"/>.
/// One definition serves any number of customers. Immutable and thread-safe.
/// </summary>
public sealed class LifecycleDefinition
{
    /// <summary>The key that stands for the passing of time in <see cref="LifecycleTransition.On"/>.</summary>
    public const string Time = "time";

    /// <summary>The event by which a customer becomes known.</summary>
    public const string Created = "created";

    /// <summary>The event of a day with a net-positive purchase.</summary>
    public const string Purchase = "purchase";

    /// <summary>The event of another model being in force, by which A may leap.</summary>
    public const string ModelChanged = "model-changed";

    internal LifecycleDefinition(LifecycleBuilder builder, IReadOnlyList<DefinitionFinding> findings)
    {
        (Key, Version, Label) = (builder.Key, builder.Version, builder.Label);
        Events = Array.AsReadOnly(builder.Events.ToArray());
        Stages = Array.AsReadOnly(builder.Stages.ToArray());
        Transitions = Array.AsReadOnly(builder.Transitions.ToArray());
        Groupings = Array.AsReadOnly(builder.Groupings.ToArray());
        Parallel = Array.AsReadOnly(builder.Parallel.ToArray());
        Findings = findings;
        Hash = DefinitionHash.Of(this);
    }

    /// <summary>The stable key, such as <c>retail</c>.</summary>
    public string Key { get; }

    /// <summary>The version of the definition; histories name it.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of all that it says, as 64 hexadecimal digits: another one where anything is another, its version or a bound.</summary>
    public string Hash { get; }

    /// <summary>The name that people read.</summary>
    public LocalizedText Label { get; }

    /// <summary>The kinds of events. Events of one day happen in this order.</summary>
    public IReadOnlyList<LifecycleEventType> Events { get; }

    /// <summary>The stages.</summary>
    public IReadOnlyList<LifecycleStage> Stages { get; }

    /// <summary>The ways between them.</summary>
    public IReadOnlyList<LifecycleTransition> Transitions { get; }

    /// <summary>Stages put together.</summary>
    public IReadOnlyList<StageGrouping> Groupings { get; }

    /// <summary>Lifecycles that run beside this one on the same events and never change its stage, such as the ownership of an account. They have no parallel ones of their own.</summary>
    public IReadOnlyList<LifecycleDefinition> Parallel { get; }

    /// <summary>What the check found that does not stand in the way.</summary>
    public IReadOnlyList<DefinitionFinding> Findings { get; }

    /// <summary>The place of a stage in <see cref="Stages"/>, or −1.</summary>
    public int StageIndex(string key) => IndexOf(Stages, stage => stage.Key, key);

    /// <summary>The place of an event in <see cref="Events"/>, or −1.</summary>
    public int EventIndex(string key) => IndexOf(Events, each => each.Key, key);

    private static int IndexOf<T>(IReadOnlyList<T> list, Func<T, string> keyOf, string key)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (string.Equals(keyOf(list[i]), key, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
