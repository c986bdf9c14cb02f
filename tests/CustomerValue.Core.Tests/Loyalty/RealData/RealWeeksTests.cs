using System.Globalization;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Liability;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tests.Readme;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.RealData;

/// <summary>Fifty weeks and more of real purchases under three programmes: nothing is lost, and the totals are those of docs/loyalty/real-data.md.</summary>
public sealed class RealWeeksTests
{
    private const string Page = "docs/loyalty/real-data.md";

    [SkippableTheory]
    [InlineData("completejourney", "simple", 20)]
    [InlineData("completejourney", "rich", 20)]
    [InlineData("completejourney", "hostile", 2)]
    [InlineData("cdnow", "simple", 20)]
    [InlineData("cdnow", "rich", 20)]
    [InlineData("cdnow", "hostile", 2)]
    public void Nothing_is_lost(string data, string name, int refundEach)
    {
        int oneOf = LongTests.Asked ? 1 : 10;
        IReadOnlyList<OrderPaid> orders = data == "cdnow" ? RealPurchases.Cdnow(oneOf) : RealPurchases.CompleteJourney(oneOf);
        LoyaltyProgram program = name switch { "simple" => RealPrograms.Simple, "rich" => RealPrograms.Rich, _ => RealPrograms.Hostile };
        LoyaltyLedger ledger = new(new(CompiledProgram.Load(program)));
        (int events, int refused) = RealWeeks.Play(ledger, orders, refundEach);
        Assert.Null(ledger.Verify());
        Instant end = orders[orders.Count - 1].OccurredAt + Duration.FromDays(10);
        foreach (Instant asOf in new[] { orders[orders.Count / 2].OccurredAt, end, end + Duration.FromDays(400) })
        {
            Reconciliation check = LiabilityReport.Of(ledger, asOf).Reconciliation;
            Assert.True(check.Holds, $"{check.LotDifference} {check.RedeemedDifference} {check.AccountDifference}");
            Assert.Equal(check.Totals.Available, ledger.Members.Sum(member => ledger.Balance(member, asOf).Available));
        }

        LiabilityReport report = LiabilityReport.Of(ledger, end);
        PointsTotals totals = report.Reconciliation.Totals;
        string row = string.Format(
            CultureInfo.InvariantCulture, "| {0} | {1} | {2} | {3:N0} | {4:N0} | {5:N0} | {6:N0} | {7:N0} | {8:N0} | {9:N0} | {10:N0} | {11:N0} | {12:N2} |",
            data, name, oneOf == 1 ? "all" : "1 of 10", events, refused, totals.Issued, totals.Redeemed, totals.Expired, totals.Reversed, totals.Available + totals.Pending, totals.Debt + totals.Overdraft, totals.WrittenOff, report.Amount.Amount);
        Assert.True(Pages.Read(Page).Split('\n').Contains(row), row);
    }
}
