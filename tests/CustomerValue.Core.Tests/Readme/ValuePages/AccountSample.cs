using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class AccountSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        LifecycleClock clock = new() { Prior = new GapPrior(2, 60) };
        LifecycleHistory account = new LifecycleReplay(AccountLifecycle.Create(reclaimDays: 30), clock).Replay(
        [
            new() { Id = "1", Kind = LifecycleDefinition.Created, Day = new(2025, 1, 6) },
            new() { Id = "2", Kind = AccountLifecycle.Claimed, Day = new(2025, 1, 8), Actor = "Li" },
            new() { Id = "3", Kind = AccountLifecycle.Quoted, Day = new(2025, 1, 20) },
            new() { Id = "4", Kind = AccountLifecycle.Progress, Day = new(2025, 2, 10) },
            new() { Id = "5", Kind = AccountLifecycle.Claimed, Day = new(2025, 4, 1), Actor = "Wang" },
            new() { Id = "6", Kind = LifecycleDefinition.Purchase, Day = new(2025, 4, 15) },
        ], new(2025, 5, 1));
        Print("stage", account);
        Print("owner", account.Parallel[0]);

        LifecycleHistory contract = new LifecycleReplay(ContractLifecycle.Create(), clock).Replay(
        [
            new() { Id = "S", Kind = ContractLifecycle.Signed, Day = new(2024, 3, 1), TermEnd = new(2025, 2, 28) },
            new() { Id = "R", Kind = ContractLifecycle.Renewed, Day = new(2025, 3, 10), TermEnd = new(2026, 2, 28) },
        ], new(2026, 6, 30));
        Print("contract", contract);

        void Print(string what, LifecycleHistory history)
        {
            foreach (StageChange change in history.Changes)
                Console.WriteLine($"{what} {change.On:uuuu-MM-dd} {change.Stage.Label}: {change.Reason}");
        }
        // end of sample
    }
}
