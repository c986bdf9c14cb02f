using CustomerValue.Lifecycle;
using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Machine;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class OwnLifecycleSample
{
    /// <summary>What the sample makes, to be compared with the page's JSON.</summary>
    public static LifecycleDefinition Run(TextWriter Console)
    {
        // sample
        LifecycleBuilder builder = new LifecycleBuilder("newsletter", "1", new("Newsletter", "简报订阅"))
            .With(
                new LifecycleEventType { Key = "purchase", Label = new("Purchase", "购买") },
                new LifecycleEventType { Key = "cancelled", Label = new("Cancelled", "取消") })
            .With(
                new LifecycleStage { Key = "reader", Label = new("Reader", "读者"), Standing = 3 },
                new LifecycleStage { Key = "drifting", Label = new("Drifting", "疏远"), Standing = 2 },
                new LifecycleStage { Key = "gone", Label = new("Gone", "已离开"), Standing = 1 })
            .With(
                new LifecycleTransition { Id = "N1", From = [], To = "reader", On = "purchase" },
                new LifecycleTransition { Id = "N2", From = ["reader", "drifting"], To = "reader", On = "purchase" },
                new LifecycleTransition { Id = "N3", From = ["reader"], To = "drifting", On = LifecycleDefinition.Time, Guard = Guard.AtLeast(Measure.Silence, 2), HoldDays = 7 },
                new LifecycleTransition { Id = "N4", From = ["reader", "drifting"], To = "gone", On = "cancelled", NeedsReason = true });

        // Nothing leads out of "gone" yet, and that is no end: the check says so.
        foreach (DefinitionFinding finding in builder.Check())
            Console.WriteLine($"{finding.Where}: {finding.Message}");
        LifecycleDefinition newsletter = builder
            .With(new LifecycleTransition { Id = "N5", From = ["gone"], To = "reader", On = "purchase", Evidence = [Measure.SilentDays], IsFalseAlarm = true })
            .Build();

        // A gap of some 30 days is expected, until a reader's own gaps are seen.
        LifecycleReplay replay = new(newsletter, new LifecycleClock { Prior = new GapPrior(2, 60) });
        LifecycleHistory history = replay.Replay(
        [
            new() { Id = "P1", Kind = "purchase", Day = new(2025, 1, 10) },
            new() { Id = "P2", Kind = "purchase", Day = new(2025, 2, 9) },
            new() { Id = "C1", Kind = "cancelled", Day = new(2025, 9, 1) },
            new() { Id = "C2", Kind = "cancelled", Day = new(2025, 9, 3), Reason = "moved" },
            new() { Id = "P3", Kind = "purchase", Day = new(2025, 11, 20) },
        ], new(2025, 12, 31));
        foreach (StageChange change in history.Changes)
            Console.WriteLine($"{change.On:uuuu-MM-dd} {change.Stage.Label}: {change.Reason}");
        foreach (RefusedEvent refused in history.Refused)
            Console.WriteLine($"{refused.Event.Id} refused: {refused.Reason}");
        // end of sample
        return newsletter;
    }
}
