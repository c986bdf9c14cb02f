using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Machine;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>
/// The stages of customers on given days, from the days of their purchases and changes of the model. Places where that is enough, walks where a
/// guard asks since when. Kept for many customers, one after the other.
/// </summary>
internal sealed class StageCourse
{
    private readonly LifecycleMachine machine;
    private readonly LifecycleClock clock;
    private readonly IAliveModel? model;
    private readonly (int Day, IAliveModel Model)[] changes;
    private readonly int purchase;
    private readonly int changed;
    private readonly StageWalk walk;
    private StagePlacer placer;

    /// <param name="machine">The definition, ready to run; knows purchases.</param>
    /// <param name="clock">How silence is measured.</param>
    /// <param name="model">The first model; null for none.</param>
    /// <param name="changes">Later models and the days from which they are in force, rising.</param>
    public StageCourse(LifecycleMachine machine, LifecycleClock clock, IAliveModel? model, (int Day, IAliveModel Model)[] changes)
    {
        (this.machine, this.clock, this.model, this.changes) = (machine, clock, model, changes);
        purchase = machine.IndexOf(LifecycleDefinition.Purchase);
        changed = machine.Definition.EventIndex(LifecycleDefinition.ModelChanged);
        walk = new StageWalk(machine, clock);
        placer = new StagePlacer(machine, clock);
    }

    /// <summary>The transitions of the customer walked last.</summary>
    public List<WalkedChange> Changes => walk.Changes;

    /// <summary>The stages at the ends of days.</summary>
    /// <param name="purchases">Days of purchase, rising.</param>
    /// <param name="days">The days asked about, rising.</param>
    /// <param name="stages">Filled with places of stages, −1 where none has begun; every <paramref name="stride"/>-th from <paramref name="offset"/> on.</param>
    /// <param name="offset">The first place.</param>
    /// <param name="stride">From one day's place to the next one's.</param>
    public void Stages(ReadOnlySpan<int> purchases, ReadOnlySpan<int> days, sbyte[] stages, int offset, int stride)
    {
        if (!Place(purchases, days, stages, offset, stride))
            Walk(purchases, days, stages, offset, stride);
    }

    /// <summary>Walks to a day and tells the stage there and since when.</summary>
    public (int Stage, int Since) Walk(ReadOnlySpan<int> purchases, int asOf)
    {
        Events events = new(purchases, changes, asOf);
        walk.Begin(model);
        while (events.Next(out int day, out IAliveModel? next))
            walk.Happen(next is null ? purchase : changed, day, -1, model: next);
        walk.Pass(asOf);
        return (walk.Stage, walk.Since);
    }

    /// <summary>Walks to the last purchase and tells the stage right after it, since when, and all that is known then.</summary>
    public (int Stage, int Since, CustomerEvidence Evidence) AfterLast(ReadOnlySpan<int> purchases)
    {
        walk.Begin(model);
        foreach (int day in purchases)
            walk.Happen(purchase, day, -1);
        return (walk.Stage, walk.Since, walk.Evidence);
    }

    private void Walk(ReadOnlySpan<int> purchases, ReadOnlySpan<int> days, sbyte[] stages, int offset, int stride)
    {
        int at = 0, last = days[days.Length - 1];
        Events events = new(purchases, changes, last);
        walk.Begin(model);
        while (events.Next(out int day, out IAliveModel? next))
        {
            for (; at < days.Length && days[at] < day; at++)
                stages[offset + (at * stride)] = PassTo(days[at]);
            walk.Happen(next is null ? purchase : changed, day, -1, model: next);
        }

        for (; at < days.Length; at++)
            stages[offset + (at * stride)] = PassTo(days[at]);
    }

    private sbyte PassTo(int day)
    {
        walk.Pass(day);
        return (sbyte)walk.Stage;
    }

    private bool Place(ReadOnlySpan<int> purchases, ReadOnlySpan<int> days, sbyte[] stages, int offset, int stride)
    {
        int at = 0, stage = -1, since = StagePlacer.Unknown, leapt = int.MinValue, bought = 0;
        CustomerEvidence evidence = CustomerEvidence.Nothing;
        evidence.Model = model;
        Events events = new(purchases, changes, days[days.Length - 1]);
        while (events.Next(out int day, out IAliveModel? next))
        {
            for (; at < days.Length && days[at] < day; at++)
            {
                if (!Tell(days[at]))
                    return false;
            }

            if ((stage = placer.Place(stage, since, evidence, leapt, day - 1)) < -1)
                return false;
            if (next is null)
                evidence.Count(clock, purchases.Slice(0, ++bought));
            else
                evidence.Model = next;
            (stage, since) = Step(stage, next is null ? purchase : changed, evidence, day);
            leapt = day;
        }

        for (; at < days.Length; at++)
        {
            if (!Tell(days[at]))
                return false;
        }

        return true;

        bool Tell(int day)
        {
            int placed = placer.Place(stage, since, evidence, leapt, day);
            stages[offset + (at * stride)] = (sbyte)placed;
            return placed >= -1;
        }
    }

    /// <summary>The stage after an event and since when; the same stage, since nobody knows when, where nothing leads away. A purchase that a definition refuses would have to be taken back, which only a walk does: −2.</summary>
    private (int Stage, int Since) Step(int stage, int eventIndex, in CustomerEvidence evidence, int day)
    {
        LifecycleEvidence cheap = evidence.On(clock, day, day, withAlive: false);
        foreach (LifecycleMachine.Step step in machine.Steps(stage, eventIndex))
        {
            if (step.LooksAtStage)
                return (-2, StagePlacer.Unknown);
            if (step.Guard.Holds(step.LooksAtAlive ? evidence.WithAlive(cheap, day) : cheap))
                return (step.To, day);
        }

        return (eventIndex == purchase ? -2 : stage, StagePlacer.Unknown);
    }

    /// <summary>Purchases and changes of the model up to a day, in order; a change comes after the purchases of its day.</summary>
    private ref struct Events(ReadOnlySpan<int> purchases, (int Day, IAliveModel Model)[] changes, int last)
    {
        private readonly ReadOnlySpan<int> purchases = purchases;
        private int purchase;
        private int change;

        public bool Next(out int day, out IAliveModel? model)
        {
            bool hasPurchase = purchase < purchases.Length && purchases[purchase] <= last, hasChange = change < changes.Length && changes[change].Day <= last;
            (day, model) = (0, null);
            if (hasPurchase && (!hasChange || purchases[purchase] <= changes[change].Day))
                day = purchases[purchase++];
            else if (hasChange)
                (day, model) = changes[change++];
            return hasPurchase || hasChange;
        }
    }
}
