using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Customers.Summing;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Definition;
using NodaTime;

namespace CustomerValue.Lifecycle.Machine;

/// <summary>
/// The history of a customer as a pure function of the events that happened by a day and were known by another. Refunds, back-dated and merged events
/// are derived anew: for merged customers give the events of both. Immutable and thread-safe.
/// </summary>
public sealed class LifecycleReplay
{
    private readonly LifecycleClock clock;
    private readonly AliveModelInForce[] models;
    private readonly LifecycleReplay[] parallel;

    /// <summary>Puts together what a history depends on.</summary>
    /// <param name="definition">Stages and transitions.</param>
    /// <param name="clock">How silence is measured.</param>
    /// <param name="models">Which model says A from when on, in order of days; null for none: A is then unknown. Where the definition has the event <see cref="LifecycleDefinition.ModelChanged"/>, a later model sets it off.</param>
    public LifecycleReplay(LifecycleDefinition definition, LifecycleClock clock, IReadOnlyList<AliveModelInForce>? models = null)
    {
        Machine = new LifecycleMachine(definition);
        this.clock = clock ?? throw new ArgumentNullException(nameof(clock));
        this.models = [.. models ?? []];
        for (int i = 1; i < this.models.Length; i++)
        {
            if (this.models[i].From is not LocalDate from || from <= (this.models[i - 1].From ?? LocalDate.MinIsoValue))
                throw new ArgumentException($"Model {i} is in force from {this.models[i].From}; give models in order, each from a later day.", nameof(models));
        }

        parallel = [.. definition.Parallel.Select(each => new LifecycleReplay(each, clock, models))];
    }

    /// <summary>The definition, ready to run.</summary>
    public LifecycleMachine Machine { get; }

    /// <summary>The history up to a day.</summary>
    /// <param name="events">All events of the customer, in any order. Those of one day happen in the order of the definition's events, then of the days on which they became known, then of their ids.</param>
    /// <param name="asOf">The last day looked at.</param>
    /// <param name="knownOn">Events that became known later don't count, and refunds and undos that were known by then do, whatever day they are of: what was believed on this day about every day up to <paramref name="asOf"/>. Null for all that happened by <paramref name="asOf"/>, whenever they became known.</param>
    /// <exception cref="Validation.DataRejectedException">Unknown kinds, ids given twice, events before the creation, refunds of nothing: lists every problem, the first row being 0.</exception>
    public LifecycleHistory Replay(IReadOnlyList<LifecycleEvent> events, LocalDate asOf, LocalDate? knownOn = null)
    {
        ReplayedEvents replayed = ReplayedEvents.Of(events, this, asOf, knownOn);
        return Run(replayed, asOf, knownOn ?? asOf);
    }

    /// <summary>What was said of days past and had to be said anew when something became known late: back-dated and merged events, refunds, undos. The journal of both versions.</summary>
    /// <param name="events">As for <see cref="Replay"/>.</param>
    /// <param name="knownOn">The last day of knowledge looked at; null for all events that are given.</param>
    /// <returns>By day of knowledge, then the lifecycle itself before those beside it, then by days. Empty where nothing that became known late changed a stage.</returns>
    /// <exception cref="Validation.DataRejectedException">As for <see cref="Replay"/>.</exception>
    public IReadOnlyList<LifecycleRevision> Revisions(IReadOnlyList<LifecycleEvent> events, LocalDate? knownOn = null)
    {
        ReplayedEvents.Check(events, this);
        List<LifecycleRevision> revisions = [];
        foreach (IGrouping<LocalDate, LifecycleEvent> learnt in events.Where(each => each.IsCorrection || each.Day < each.Known).GroupBy(each => each.Known).OrderBy(day => day.Key))
        {
            if (learnt.Key > knownOn)
                break;
            LocalDate eve = learnt.Key.PlusDays(-1);
            LifecycleHistory was = Replay(events, eve, eve), now = Replay(events, eve, learnt.Key);
            string[] causes = [.. learnt.Select(each => each.Id).OrderBy(id => id, StringComparer.Ordinal)];
            LifecycleRevision.Add(revisions, was, now, causes);
            for (int beside = 0; beside < parallel.Length; beside++)
                LifecycleRevision.Add(revisions, was.Parallel[beside], now.Parallel[beside], causes);
        }

        return revisions.AsReadOnly();
    }

    /// <summary>Kinds that this definition or a parallel one knows.</summary>
    internal bool Knows(string kind) => Machine.Definition.EventIndex(kind) >= 0 || parallel.Any(each => each.Machine.Definition.EventIndex(kind) >= 0);

    private LifecycleHistory Run(ReplayedEvents events, LocalDate asOf, LocalDate knownOn)
    {
        LifecycleDefinition definition = Machine.Definition;
        StageWalk walk = new(Machine, clock);
        List<RefusedEvent> refused = [];
        walk.Begin(models.Length == 0 ? null : models[0].Model);
        int next = 1, changed = definition.EventIndex(LifecycleDefinition.ModelChanged);
        foreach ((LifecycleEvent each, int row) in events.InOrder(definition))
        {
            Change(each.Day.PlusDays(-1));
            int index = definition.EventIndex(each.Kind);
            bool reasonMissing = string.IsNullOrWhiteSpace(each.Reason) && Machine.Steps(walk.Stage, index).ToArray().Any(step => definition.Transitions[step.Transition].NeedsReason);
            StageState state = walk.Stage < 0 ? default : new StageState(walk.Stage, DayNumber.Date(walk.Since));
            if (reasonMissing)
                refused.Add(new() { Event = each, Reason = new($"'{each.Kind}' needs a reason; record it with one.", $"“{each.Kind}”须附原因；请补充。") });
            else if (!walk.Happen(index, DayNumber.Of(each.Day), row, each.TermEnd is LocalDate end ? DayNumber.Of(end) : null))
                refused.Add(new() { Event = each, Reason = Machine.WhyRefused(state, index) });
        }

        Change(asOf);
        walk.Pass(DayNumber.Of(asOf));
        StageChangeMaker maker = new(definition, clock, events);
        return new LifecycleHistory
        {
            Definition = definition,
            AsOf = asOf,
            KnownOn = knownOn,
            Changes = maker.Make(walk.Changes),
            Refused = refused.AsReadOnly(),
            Parallel = [.. parallel.Select(each => each.Run(events, asOf, knownOn))],
        };

        // Models of a day come after its events.
        void Change(LocalDate through)
        {
            for (; next < models.Length && models[next].From <= through; next++)
            {
                if (changed >= 0)
                    walk.Happen(changed, DayNumber.Of(models[next].From!.Value), -1, model: models[next].Model);
            }
        }
    }
}
