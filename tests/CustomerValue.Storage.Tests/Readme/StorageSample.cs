using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Storage;
using NodaTime;

namespace CustomerValue.Tests.Readme;

internal static class StorageSample
{
    public static void Run(string file)
    {
        // sample
        Currency yuan = new("CNY");
        ProgramVersions programs = new(CompiledProgram.Load(new LoyaltyProgram
        {
            Id = "club",
            Version = "1",
            TimeZone = "Asia/Shanghai",
            Wallets = [new() { Id = "PTS" }],
            Rules = [new() { Id = "base", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 1, Per = new(1, yuan) }] }],
        }));
        OrderPaid order = new()
        {
            Key = "invoice-4711",
            Member = new("alice"),
            OccurredAt = Instant.FromUtc(2026, 11, 1, 2, 0),
            Order = new() { Id = "4711", Lines = [new() { Id = "1", Amount = new(99.90m, yuan) }] },
        };

        using (SqlLoyaltyStore store = SqlLoyaltyStore.Sqlite(file))
        {
            store.Migrate();
            LoyaltyLedger ledger = LoyaltyLedger.Open(programs, store);
            Console.WriteLine(ledger.Handle(order).IsAccepted);
        }

        // The process ends here, and another one goes on.
        using (SqlLoyaltyStore store = SqlLoyaltyStore.Sqlite(file))
        {
            LoyaltyLedger ledger = LoyaltyLedger.Open(programs, store);
            Console.WriteLine(ledger.Balance(new("alice"), Instant.FromUtc(2026, 11, 2, 0, 0)).Available);
            Console.WriteLine(ledger.Handle(order).IsReplayed);
            Console.WriteLine(ledger.Verify() is null);
        }
        // end of sample
    }
}
