using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Machine;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>
/// Says in which stage time leaves a customer on a day, without asking when each transition was due: as guards go on to hold, it is enough to look
/// at the day itself and at the one so many days before for which a guard must have held. A walk says the same, and when. Since when a stage is what
/// it is, it knows of the one after the last event only.
/// </summary>
internal struct StagePlacer(LifecycleMachine machine, LifecycleClock clock)
{
    /// <summary>Not known since when.</summary>
    public const int Unknown = int.MinValue;

    private int day;
    private int earlierDay;
    private LifecycleEvidence now;
    private LifecycleEvidence earlier;
    private bool hasAlive;
    private bool hasEarlierAlive;
    private KnownAlive? knownAlive;

    /// <summary>The stage on a day; −2 where that can't be told without a walk: a guard asks since when a later stage is what it is, or two transitions compete.</summary>
    /// <param name="stage">The stage after the last event.</param>
    /// <param name="since">Since when; <see cref="Unknown"/> where nobody knows.</param>
    /// <param name="evidence">What events said.</param>
    /// <param name="leapt">The day of the last event.</param>
    /// <param name="asOf">Not before it.</param>
    /// <param name="known">A where it is known already; null where the model is to be asked.</param>
    public int Place(int stage, int since, in CustomerEvidence evidence, int leapt, int asOf, KnownAlive? known = null)
    {
        if (asOf < leapt || stage < 0)
            return stage;
        Look(since == Unknown ? asOf : since, evidence, asOf, known);
        while (true)
        {
            LifecycleMachine.Step? due = null;
            foreach (LifecycleMachine.Step step in machine.Steps(stage, LifecycleMachine.Time))
            {
                if (step.LooksAtStage && (since == Unknown || step.HoldDays > 0))
                    return -2;
                if (!IsDue(step, evidence, leapt))
                    continue;
                if (due is not null)
                    return -2;
                due = step;
            }

            if (due is null)
                return stage;
            (stage, since) = (due.To, Unknown);
        }
    }

    private void Look(int since, in CustomerEvidence evidence, int asOf, KnownAlive? known)
    {
        day = asOf;
        now = evidence.On(clock, asOf, since, withAlive: false);
        earlierDay = int.MinValue;
        (hasAlive, hasEarlierAlive, knownAlive) = (false, false, known);
        if (known is { } given)
            (now, hasAlive) = (now with { Alive = given.Now }, true);
    }

    private bool IsDue(LifecycleMachine.Step step, in CustomerEvidence evidence, int leapt)
    {
        if (step.HoldDays == 0)
            return step.Guard.Holds(Now(step, evidence));
        if (step.AtOnce is { } atOnce && atOnce.Holds(Now(step, evidence)))
            return true;
        int held = day - step.HoldDays;
        // What does not hold today did not hold before, and to look back costs another A.
        if (held < leapt || !step.Guard.Holds(Now(step, evidence)))
            return false;
        if (earlierDay != held)
        {
            earlierDay = held;
            earlier = evidence.On(clock, held, held, withAlive: false);
            hasEarlierAlive = knownAlive is { } given && given.WaitDays == step.HoldDays;
            if (hasEarlierAlive)
                earlier = earlier with { Alive = knownAlive!.Value.Earlier };
        }

        if (step.LooksAtAlive && !hasEarlierAlive)
        {
            earlier = evidence.WithAlive(earlier, held);
            hasEarlierAlive = true;
        }

        return step.Guard.Holds(earlier);
    }

    private LifecycleEvidence Now(LifecycleMachine.Step step, in CustomerEvidence evidence)
    {
        if (step.LooksAtAlive && !hasAlive)
        {
            now = evidence.WithAlive(now, day);
            hasAlive = true;
        }

        return now;
    }
}
