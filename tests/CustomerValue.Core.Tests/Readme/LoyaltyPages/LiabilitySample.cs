using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Liability;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;

namespace CustomerValue.Tests.Readme.LoyaltyPages;

internal static class LiabilitySample
{
    public static void Run(TextWriter Console)
    {
        // sample
        Currency dollar = new("USD");
        LoyaltyProgram program = new()
        {
            Id = "shop",
            Version = "1",
            TimeZone = "America/New_York",
            Wallets = [new() { Id = "PTS", Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromDays(90) }, LiabilityUnitValue = new(0.05m, dollar) }],
            Rules = [new() { Id = "base", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 1, Per = new(1m, dollar) }] }],
        };
        LoyaltyLedger ledger = new(new(CompiledProgram.Load(program)));
        Instant start = Instant.FromUtc(2025, 1, 1, 17, 0);
        // Each day one of two hundred members buys for 100 dollars; every second one redeems half of his points forty days later.
        for (int day = 0; day < 200; day++)
        {
            Instant bought = start + Duration.FromDays(day);
            ledger.Handle(new OrderPaid { Key = $"o{day}", Member = new($"m{day}"), OccurredAt = bought, Order = new() { Id = $"o{day}", Lines = [new() { Id = "1", Amount = new(100, dollar) }] } });
            if (day >= 40 && day % 2 == 0)
                ledger.Handle(new PointsRedeemed { Key = $"r{day}", Member = new($"m{day - 40}"), OccurredAt = bought, Points = 50, Source = $"r{day}" });
        }

        Instant now = start + Duration.FromDays(199);
        LiabilityReport report = LiabilityReport.Of(ledger, now);
        Console.WriteLine($"{report.Reconciliation.Outstanding} points are left, worth {report.Gross.Amount:0.00}; {report.Amount.Amount:0.00} is owed, lots and accounts agree: {report.Reconciliation.Holds}");
        foreach (int age in new[] { 0, 39, 40, 89 })
            Console.WriteLine($"at {age} days {report.Curves.All.At(age):0.0000} are not redeemed, and {report.Curves.All.BreakageOf(age, 90):0.0000} of these never will be");

        foreach (RevenuePeriod period in PointsRevenue.Of(ledger, [start + Duration.FromDays(100), now]))
            Console.WriteLine($"until {period.End:uuuu-MM-dd}: sales {period.Sales.Amount}, for points {period.ForPoints.Amount}, of it revenue {period.FromPoints.Amount}, still owed {period.ContractLiability.Amount}");
        // end of sample

        // sample
        Money year1 = new(9_000, dollar);
        PointsContract sale = new() { Price = new(100_000, dollar), ForPoints = year1 };
        Money year2 = sale.RecognisedBy(redeemed: 4_500, expected: 9_700, decimals: 0);
        Money year3 = sale.RecognisedBy(redeemed: 8_500, expected: 9_900, decimals: 0);
        Console.WriteLine($"year 2 {year2}, year 3 {year3 - year2}, or {sale.RecognisedBy(8_500, 9_200, 0) - year2} where 9,200 are expected");
        foreach (AccountingEntry entry in PointsContract.AtPeriodEnd(year2, year3))
            Console.WriteLine($"debit {entry.Debit}, credit {entry.Credit}: {entry.Amount}");
        // end of sample
    }
}
