using CustomerValue.Appraisal.Lifecycles;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Simulation;
using NodaTime;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class LifecycleSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        PurchaseSummaryBuilder builder = new(SimulatedRetailer.Currency);
        builder.Add(SimulatedRetailer.Simulate().Purchases);
        LocalDate last = new(2025, 12, 31);
        PurchaseCalendar purchases = builder.BuildCalendar(ObservationWindow.Through(last));

        LifecycleDefinition retail = RetailLifecycle.Create();
        LifecycleSetup setup = LifecycleSetup.Of(purchases, last, new MbgNbdEstimator());
        StageColumns stages = new LifecycleEvaluator(retail, setup.Clock, setup.Models).At(purchases, last);
        Console.WriteLine(string.Join(", ", retail.Stages.Zip(stages.Sizes).Where(stage => stage.Second > 0).Select(stage => $"{stage.First.Label} {stage.Second}")));

        // One customer's history, from events: an order that was given back was never bought.
        LifecycleReplay replay = new(retail, setup.Clock, setup.Models);
        LifecycleEvent[] events =
        [
            new() { Id = "O1", Kind = LifecycleDefinition.Purchase, Day = new(2024, 3, 1), Amount = 120 },
            new() { Id = "O2", Kind = LifecycleDefinition.Purchase, Day = new(2024, 4, 15), Amount = 80 },
            new() { Id = "O3", Kind = LifecycleDefinition.Purchase, Day = new(2024, 5, 2), Amount = 60 },
            new() { Id = "R1", Kind = LifecycleEvent.Refund, Of = "O3", Day = new(2024, 5, 20), Amount = 60 },
        ];
        foreach (StageChange change in replay.Replay(events, last).Changes)
            Console.WriteLine($"{change.On:uuuu-MM-dd} {change.Stage.Label}: {change.Reason}");
        Console.WriteLine($"known on 10 May 2024: {replay.Replay(events, new(2024, 5, 10), knownOn: new(2024, 5, 10)).Present!.Stage.Label}");
        // end of sample
    }
}
