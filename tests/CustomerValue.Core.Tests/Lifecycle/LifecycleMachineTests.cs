using CustomerValue.Lifecycle;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;

namespace CustomerValue.Tests.Lifecycle;

public sealed class LifecycleMachineTests
{
    private static readonly LifecycleMachine Machine = new(RetailLifecycle.Create());

    [Fact]
    public void A_step_says_where_by_what_and_whether()
    {
        StageState none = default, developing = At("developing");
        StageStep first = Machine.Next(none, "purchase", LifecycleEvidence.Unknown with { Purchases = 1 }, Lives.Day(0));
        Assert.Equal(("new", StepOutcome.Moved, "L2-unknown"), Told(first));
        Assert.Equal(("active", StepOutcome.Moved, "L5"), Told(Machine.Next(developing, "purchase", LifecycleEvidence.Unknown with { Purchases = 3, Silence = 0 }, Lives.Day(9))));
        Assert.Equal(("developing", StepOutcome.Stayed, null), Told(Machine.Next(developing, "time", LifecycleEvidence.Unknown with { Silence = 1, Alive = 0.9 }, Lives.Day(9))));
        Assert.Equal(("developing", StepOutcome.Waiting, "L6"), Told(Machine.Next(developing, "time", LifecycleEvidence.Unknown with { Silence = 1.6, Alive = 0.9 }, Lives.Day(9))));
        Assert.Equal(("cooling", StepOutcome.Moved, "L6"), Told(Machine.Next(developing, "time", LifecycleEvidence.Unknown with { Silence = 2.1, Alive = 0.9 }, Lives.Day(9))));
    }

    [Fact]
    public void A_refusal_says_why_and_what_would_allow_it()
    {
        StageState closed = At("closed"), lost = At("lost");
        Assert.Equal(StepOutcome.Refused, Machine.Next(closed, "purchase", LifecycleEvidence.Unknown, Lives.Day(9)).Outcome);
        Assert.StartsWith("'purchase' is not allowed in Closed; it is in prospect, new,", Machine.WhyRefused(closed, Machine.IndexOf("purchase")).English, StringComparison.Ordinal);
        Assert.Equal("'model-changed' leads nowhere from Lost unless one of these holds: L9-refit-dormant → Dormant: A ≥ 0.2.", Machine.WhyRefused(lost, Machine.IndexOf("model-changed")).English);
        Assert.Equal("'created' begins a lifecycle only; this one has begun: Lost.", Machine.WhyRefused(lost, Machine.IndexOf("created")).English);
    }

    [Fact]
    public void What_cannot_be_asked_is_refused()
    {
        ArgumentOutOfRangeException clock = Assert.Throws<ArgumentOutOfRangeException>(() => Machine.Next(At("new"), 0, LifecycleEvidence.Unknown, Lives.Day(-1)));
        Assert.Contains("The clock goes backwards", clock.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Machine.Next(new StageState(11, Lives.Start), 0, LifecycleEvidence.Unknown, Lives.Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Machine.Next(default, 4, LifecycleEvidence.Unknown, Lives.Day(1)));
        Assert.Contains("known are created, purchase", Assert.Throws<ArgumentException>(() => Machine.IndexOf("bought")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        StageState state = At("developing");
        LifecycleEvidence evidence = LifecycleEvidence.Unknown with { Silence = 2.1, Alive = 0.9 };
        int moved = 0;
        long bytes = Allocation.Of(() =>
        {
            for (int i = 0; i < 1000; i++)
                moved += Machine.Next(state, LifecycleMachine.Time, evidence, Lives.Start).Outcome == StepOutcome.Moved ? 1 : 0;
        });
        Assert.Equal(0, bytes);
        Assert.True(moved >= 1000);
    }

    private static StageState At(string stage) => new(Machine.Definition.StageIndex(stage), Lives.Start);

    private static (string Stage, StepOutcome Outcome, string? Transition) Told(StageStep step) =>
        (Machine.Definition.Stages[step.State.Stage].Key, step.Outcome, step.Transition < 0 ? null : Machine.Definition.Transitions[step.Transition].Id);
}
