using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>Collects a lifecycle and checks it as a whole. Not thread-safe.</summary>
public sealed class LifecycleBuilder
{
    /// <summary>The most stages, events or transitions of a definition.</summary>
    public const int Most = 200;

    /// <summary>Begins a definition.</summary>
    /// <param name="key">The stable key, such as <c>retail</c>.</param>
    /// <param name="version">The version that histories name.</param>
    /// <param name="label">The name that people read.</param>
    public LifecycleBuilder(string key, string version, LocalizedText label) => (Key, Version, Label) = (key, version, label);

    internal string Key { get; }

    internal string Version { get; }

    internal LocalizedText Label { get; }

    internal List<LifecycleEventType> Events { get; } = [];

    internal List<LifecycleStage> Stages { get; } = [];

    internal List<LifecycleTransition> Transitions { get; } = [];

    internal List<StageGrouping> Groupings { get; } = [];

    internal List<LifecycleDefinition> Parallel { get; } = [];

    /// <summary>Adds kinds of events. Events of one day happen in the order in which their kinds are added.</summary>
    public LifecycleBuilder With(params LifecycleEventType[] events) => Add(Events, events, nameof(events));

    /// <summary>Adds stages.</summary>
    public LifecycleBuilder With(params LifecycleStage[] stages) => Add(Stages, stages, nameof(stages));

    /// <summary>Adds transitions.</summary>
    public LifecycleBuilder With(params LifecycleTransition[] transitions) => Add(Transitions, transitions, nameof(transitions));

    /// <summary>Adds groupings of stages.</summary>
    public LifecycleBuilder With(params StageGrouping[] groupings) => Add(Groupings, groupings, nameof(groupings));

    /// <summary>Adds a lifecycle that runs beside this one on the same events.</summary>
    public LifecycleBuilder Beside(LifecycleDefinition parallel) => Add(Parallel, [parallel], nameof(parallel));

    /// <summary>What is wrong or odd with the definition as it stands; empty where nothing is.</summary>
    public IReadOnlyList<DefinitionFinding> Check() => DefinitionCheck.Of(this);

    /// <summary>Makes the definition.</summary>
    /// <exception cref="DataRejectedException">Some finding is an error; lists all of them.</exception>
    public LifecycleDefinition Build()
    {
        IReadOnlyList<DefinitionFinding> findings = Check();
        DataProblem[] errors = [.. findings.Where(finding => finding.IsError).Select(finding => new DataProblem { Field = finding.Where, Message = finding.Message.English })];
        return errors.Length > 0 ? throw new DataRejectedException(errors) : new LifecycleDefinition(this, findings);
    }

    private LifecycleBuilder Add<T>(List<T> to, T[] items, string name)
        where T : class
    {
        if (items is null || items.Contains(null))
            throw new ArgumentNullException(name);
        to.AddRange(items);
        return this;
    }
}
