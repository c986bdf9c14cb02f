using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;
using NodaTime;

namespace CustomerValue.Lifecycle.Machine;

/// <summary>
/// A definition made ready to run: for each stage and event the transitions to try, in order. A step is a pure function of state, event and
/// evidence, and allocates nothing. Immutable and thread-safe: one serves any number of customers.
/// </summary>
public sealed class LifecycleMachine
{
    private readonly Step[][] steps;
    private readonly int columns;

    /// <summary>Makes a definition ready to run.</summary>
    public LifecycleMachine(LifecycleDefinition definition)
    {
        Definition = definition ?? throw new ArgumentNullException(nameof(definition));
        columns = definition.Events.Count + 1;
        steps = new Step[(definition.Stages.Count + 1) * columns][];
        for (int stage = -1; stage < definition.Stages.Count; stage++)
        {
            for (int each = -1; each < definition.Events.Count; each++)
                steps[Cell(stage, each)] = Steps(definition, stage, each < 0 ? LifecycleDefinition.Time : definition.Events[each].Key);
        }
    }

    /// <summary>The definition.</summary>
    public LifecycleDefinition Definition { get; }

    /// <summary>Place of the passing of time, where a place in the definition's events is asked for.</summary>
    public const int Time = -1;

    /// <summary>The step that an event leads to. The event's own effect is in the evidence already: after a purchase the silence is 0.</summary>
    /// <param name="state">Where the customer stands.</param>
    /// <param name="eventIndex">Place in <see cref="LifecycleDefinition.Events"/>, or <see cref="Time"/>.</param>
    /// <param name="evidence">What is known on the day.</param>
    /// <param name="asOf">The day; not before the present stage began.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such stage or event, or a day before the stage began.</exception>
    public StageStep Next(in StageState state, int eventIndex, in LifecycleEvidence evidence, LocalDate asOf)
    {
        if (state.Stage >= Definition.Stages.Count)
            throw new ArgumentOutOfRangeException(nameof(state), state.Stage, $"The definition has {Definition.Stages.Count} stages.");
        if (eventIndex < Time || eventIndex >= Definition.Events.Count)
            throw new ArgumentOutOfRangeException(nameof(eventIndex), eventIndex, $"The definition has {Definition.Events.Count} events; {nameof(Time)} stands for the passing of time.");
        if (state.Stage >= 0 && asOf < state.Since)
            throw new ArgumentOutOfRangeException(nameof(asOf), asOf, $"The clock goes backwards: the stage began on {state.Since}. Replay the events instead, which puts them in order.");
        int waiting = -1;
        foreach (Step step in steps[Cell(state.Stage, eventIndex)])
        {
            if (!step.Guard.Holds(evidence))
                continue;
            if (step.HoldDays == 0 || (step.AtOnce?.Holds(evidence) ?? false))
                return new StageStep { State = new StageState(step.To, asOf), Outcome = StepOutcome.Moved, Transition = step.Transition };
            if (waiting < 0)
                waiting = step.Transition;
        }

        StepOutcome outcome = waiting >= 0 ? StepOutcome.Waiting : eventIndex == Time ? StepOutcome.Stayed : StepOutcome.Refused;
        return new StageStep { State = state, Outcome = outcome, Transition = waiting };
    }

    /// <summary>The step that an event leads to, the event given by key.</summary>
    /// <exception cref="ArgumentException">The definition has no such event.</exception>
    public StageStep Next(in StageState state, string eventKey, in LifecycleEvidence evidence, LocalDate asOf) => Next(state, IndexOf(eventKey), evidence, asOf);

    /// <summary>Place of an event, or <see cref="Time"/> for <see cref="LifecycleDefinition.Time"/>.</summary>
    /// <exception cref="ArgumentException">The definition has no such event.</exception>
    public int IndexOf(string eventKey)
    {
        if (string.Equals(eventKey, LifecycleDefinition.Time, StringComparison.Ordinal))
            return Time;
        int index = Definition.EventIndex(eventKey);
        return index >= 0 ? index : throw new ArgumentException($"'{eventKey}' is no event of '{Definition.Key}'; known are {string.Join(", ", Definition.Events.Select(each => each.Key))}.", nameof(eventKey));
    }

    /// <summary>Why an event leads nowhere from here, and what would let it: the guards that don't hold, or the stages in which it is allowed.</summary>
    public LocalizedText WhyRefused(in StageState state, int eventIndex)
    {
        string key = eventIndex == Time ? LifecycleDefinition.Time : Definition.Events[eventIndex].Key;
        LocalizedText here = state.Stage < 0 ? new("no stage yet", "尚无阶段") : Definition.Stages[state.Stage].Label;
        Step[] tried = steps[Cell(state.Stage, eventIndex)];
        if (tried.Length > 0)
        {
            string Ways(DisplayLanguage language) => string.Join(language == DisplayLanguage.Chinese ? "；" : "; ", tried.Select(step => $"{Definition.Transitions[step.Transition].Id} → {Definition.Stages[step.To].Label.In(language)}: {step.Guard.Describe().In(language)}"));
            return new($"'{key}' leads nowhere from {here.English} unless one of these holds: {Ways(DisplayLanguage.English)}.", $"在“{here.Chinese}”中，“{key}”须满足以下条件之一：{Ways(DisplayLanguage.Chinese)}。");
        }

        string[] allowed = [.. Definition.Transitions.Where(transition => transition.On == key).SelectMany(transition => transition.From).Distinct()];
        string list = string.Join(", ", allowed);
        return allowed.Length == 0
            ? new($"'{key}' begins a lifecycle only; this one has begun: {here.English}.", $"“{key}”只能开始生命周期，而它已开始：{here.Chinese}。")
            : new($"'{key}' is not allowed in {here.English}; it is in {list}.", $"“{here.Chinese}”中不允许“{key}”；允许的阶段：{list}。");
    }

    /// <summary>The transitions to try, the smallest rank first.</summary>
    internal ReadOnlySpan<Step> Steps(int stage, int eventIndex) => steps[Cell(stage, eventIndex)];

    private int Cell(int stage, int eventIndex) => ((stage + 1) * columns) + eventIndex + 1;

    private static Step[] Steps(LifecycleDefinition definition, int stage, string on) =>
    [
        .. definition.Transitions.Select((transition, index) => (transition, index))
            .Where(each => each.transition.On == on && (stage < 0 ? each.transition.From.Count == 0 : each.transition.From.Contains(definition.Stages[stage].Key)))
            .OrderBy(each => each.transition.Rank)
            .Select(each => new Step(each.index, definition.StageIndex(each.transition.To), each.transition)),
    ];

    /// <summary>A transition as it is tried.</summary>
    internal sealed class Step(int index, int to, LifecycleTransition transition)
    {
        public int Transition { get; } = index;

        public int To { get; } = to;

        public Guard Guard { get; } = transition.Guard;

        public int HoldDays { get; } = transition.HoldDays;

        public Guard? AtOnce { get; } = transition.AtOnce;

        /// <summary>Whether the guards look at A, which is dear to compute.</summary>
        public bool LooksAtAlive { get; } = transition.Looked.Contains(Measure.Alive);

        /// <summary>Whether the guards ask since when the stage is what it is.</summary>
        public bool LooksAtStage { get; } = transition.Looked.Any(measure => measure is Measure.DaysInStage or Measure.GapsInStage);
    }
}
