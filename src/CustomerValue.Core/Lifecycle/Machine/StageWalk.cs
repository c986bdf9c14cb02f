using CustomerValue.Lifecycle.Clock;

namespace CustomerValue.Lifecycle.Machine;

/// <summary>
/// Walks the days of a customer through a machine: events as they come, and between them the transitions of time, each on the first day on which it
/// is due. As guards of time go on to hold, that day is found by halving, and when and how often anybody asks changes nothing. Events of a day come
/// before the time of that day. Kept for many customers, one after the other.
/// </summary>
internal sealed class StageWalk(LifecycleMachine machine, LifecycleClock clock)
{
    private readonly int purchase = machine.Definition.EventIndex(Definition.LifecycleDefinition.Purchase);
    private int[] purchaseDays = new int[16];
    private CustomerEvidence evidence;
    private int leapt;

    /// <summary>The transitions made since <see cref="Begin"/>.</summary>
    public List<WalkedChange> Changes { get; } = [];

    /// <summary>The present stage, or −1.</summary>
    public int Stage { get; private set; }

    /// <summary>When it began.</summary>
    public int Since { get; private set; }

    public CustomerEvidence Evidence => evidence;

    /// <summary>Begins with a customer of whom nothing is known.</summary>
    public void Begin(IAliveModel? model)
    {
        Changes.Clear();
        (Stage, Since, leapt) = (-1, 0, 0);
        evidence = CustomerEvidence.Nothing;
        evidence.Model = model;
    }

    /// <summary>Goes on with a customer from right after his last event.</summary>
    public void Resume(int stage, int since, in CustomerEvidence known)
    {
        Changes.Clear();
        (Stage, Since, leapt, evidence) = (stage, since, known.Last, known);
    }

    /// <summary>Lets an event happen, after the time up to the day before it has passed.</summary>
    /// <param name="eventIndex">Place in the definition's events.</param>
    /// <param name="day">Not before any earlier event.</param>
    /// <param name="row">What names the event in <see cref="WalkedChange.Row"/>.</param>
    /// <param name="termEnd">The new end of the term; null where the event sets none.</param>
    /// <param name="model">The model in force from here on; null where the event changes none.</param>
    /// <returns>Whether the event was allowed; one that is refused has no effect.</returns>
    public bool Happen(int eventIndex, int day, int row, int? termEnd = null, IAliveModel? model = null)
    {
        Pass(day - 1);
        CustomerEvidence before = evidence;
        if (eventIndex == purchase)
            Count(day);
        evidence.TermEnd = termEnd ?? evidence.TermEnd;
        evidence.Model = model ?? evidence.Model;
        LifecycleEvidence cheap = evidence.On(clock, day, Since, withAlive: false), dear = default;
        bool hasDear = false;
        foreach (LifecycleMachine.Step step in machine.Steps(Stage, eventIndex))
        {
            if (step.LooksAtAlive && !hasDear)
                (dear, hasDear) = (evidence.On(clock, day, Since, withAlive: true), true);
            if (!step.Guard.Holds(step.LooksAtAlive ? dear : cheap))
                continue;
            leapt = day;
            Move(step, day, row, before);
            return true;
        }

        // Another model has its effect on A whether or not a stage is left for it.
        if (model is not null)
        {
            leapt = day;
            return true;
        }

        evidence = before;
        return false;
    }

    /// <summary>Lets time pass up to and including a day.</summary>
    public void Pass(int until)
    {
        while (Stage >= 0)
        {
            LifecycleMachine.Step? next = null;
            int first = until;
            foreach (LifecycleMachine.Step step in machine.Steps(Stage, LifecycleMachine.Time))
            {
                if (Due(step, first) is int due && (next is null || due < first))
                    (next, first) = (step, due);
            }

            if (next is null)
                return;
            Move(next, first, -1, evidence);
        }
    }

    /// <summary>The first day up to <paramref name="until"/> on which a transition of time is due; null where it isn't.</summary>
    private int? Due(LifecycleMachine.Step step, int until)
    {
        int from = Math.Max(Since, leapt);
        if (until < from || !Holds(step.Guard, step, until))
            return null;
        if (step.HoldDays == 0)
            return First(step.Guard, step, from, until);
        int due = Math.Max(from, First(step.Guard, step, leapt, until) + step.HoldDays);
        if (step.AtOnce is { } atOnce && Holds(atOnce, step, until))
            due = Math.Min(due, First(atOnce, step, from, until));
        return due <= until ? due : null;
    }

    /// <summary>The first day in [from, until] on which a guard holds that holds on the last.</summary>
    private int First(Definition.Guard guard, LifecycleMachine.Step step, int from, int until)
    {
        while (from < until)
        {
            int middle = from + ((until - from) / 2);
            if (Holds(guard, step, middle))
                until = middle;
            else
                from = middle + 1;
        }

        return until;
    }

    private bool Holds(Definition.Guard guard, LifecycleMachine.Step step, int day) => guard.Holds(evidence.On(clock, day, Since, step.LooksAtAlive));

    private void Move(LifecycleMachine.Step step, int day, int row, in CustomerEvidence before)
    {
        Changes.Add(new WalkedChange(day, step.To, step.Transition, row, before, evidence, Since));
        (Stage, Since) = (step.To, day);
    }

    private void Count(int day)
    {
        if (evidence.Purchases == purchaseDays.Length)
            Array.Resize(ref purchaseDays, 2 * purchaseDays.Length);
        purchaseDays[evidence.Purchases] = day;
        evidence.Count(clock, purchaseDays.AsSpan(0, evidence.Purchases + 1));
    }
}
