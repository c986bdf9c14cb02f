using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rebates;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Tests.Readme.LoyaltyPages;

internal static class RebatesSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        Currency yuan = new("CNY");
        RebateScheme scheme = new() { Id = "growth", Period = CivilPeriod.CalendarQuarter, Rate = 0.02m, Levels = [new(GrowthFrom: 0.10m, Rate: 0.03m), new(0.25m, 0.05m)], Pending = Period.FromDays(30) };
        LoyaltyProgram program = new() { Id = "trade", Version = "1", TimeZone = "Asia/Shanghai", Wallets = [new() { Id = "CASH", Scale = 2, Currency = yuan }], Rebates = [scheme] };
        CompiledProgram compiled = CompiledProgram.Load(program);
        LoyaltyLedger ledger = new(new(compiled));
        CustomerId dealer = new("dealer");
        Instant At(int month, int day) => compiled.Calendar.StartOf(new(2026, month, day));
        void Buy(string id, Instant at, decimal amount) => ledger.Handle(new OrderPaid { Key = id, Member = dealer, OccurredAt = at, Order = new() { Id = id, Lines = [new() { Id = "1", Amount = new(amount, yuan) }] } });
        void Settle(string key, Instant at, LocalDate day)
        {
            ledger.Handle(new RebateSettled { Key = key, Member = dealer, OccurredAt = at, Scheme = "growth", Day = day });
            RebateStatement due = Rebate.Of(scheme, compiled.Calendar, ledger.Journal(dealer), day, yuan);
            PointsBalance balance = ledger.Balance(dealer, at);
            Console.WriteLine($"{compiled.Calendar.DateOf(at):MM-dd}: {due.Purchases} against {due.LastPurchases}, {due.Rate:0.00} of it is {due.Due}; available {balance.Available}, pending {balance.Pending}, owed {balance.Debt} cents");
        }

        Buy("o1", At(1, 15), 10_000);
        Buy("o2", At(4, 15), 10_900);
        Settle("s1", At(4, 30), new(2026, 4, 1));
        Buy("o3", At(5, 15), 1_600);
        Settle("s2", At(7, 1), new(2026, 4, 1));
        Settle("s3", At(8, 1), new(2026, 4, 1));
        ledger.Handle(new PointsRedeemed { Key = "p1", Member = dealer, OccurredAt = At(8, 2), Points = 600, Source = "invoice 12" });
        ledger.Handle(new OrderRefunded { Key = "f1", Member = dealer, OccurredAt = At(8, 3), OrderId = "o3", Lines = [new("1", new(500, yuan))] });
        Settle("s4", At(8, 4), new(2026, 4, 1));
        // end of sample
    }
}
