using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Liability;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.WhatIf;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.WhatIf;

/// <summary>The same purchases under a programme with more points for less each and without tiers.</summary>
public sealed class ProgramComparisonTests
{
    private static readonly LoyaltyProgram Now = Club.Reference with { Wallets = [Club.Reference.Wallets[0] with { LiabilityUnitValue = Club.Yuan(0.01m) }] };

    private static readonly LoyaltyProgram Tried = Now with
    {
        Id = "tried",
        Rules =
        [
            new() { Id = "base", On = EventTypes.OrderPaid, Then = [Club.BaseEarn with { Points = 0.5m }] },
            new() { Id = "large", On = EventTypes.OrderPaid, When = new CustomerValue.Loyalty.Rules.Conditions.AmountCondition { AtLeast = Club.Yuan(1000) }, Then = [Club.BaseEarn with { Points = 1 }] },
            .. Club.Reference.Rules.Skip(2),
        ],
    };

    private readonly LoyaltyEvent[] events =
    [
        Order("a", "o1", "2026-01-01", 3000), Order("b", "o2", "2026-01-02", 400), Order("c", "o3", "2026-01-03", 100),
        new PointsRedeemed { Key = "r", Member = new("b"), OccurredAt = Club.At("2026-01-05"), Points = 300, Source = "x" },
        new OrderRefunded { Key = "f", Member = new("c"), OccurredAt = Club.At("2026-01-06"), OrderId = "o3" },
    ];

    [Fact]
    public void Points_cost_tiers_winners_and_losers()
    {
        ProgramComparison comparison = Compare(Now, Tried);
        Assert.Equal(("p0 1", 5, 0), (comparison.Before.Program, comparison.Before.Accepted, comparison.Before.Refused.Count));
        Assert.Equal(("tried 1", 4, LedgerError.InsufficientPoints), (comparison.After.Program, comparison.After.Accepted, Assert.Single(comparison.After.Refused).Key));
        Assert.Equal((3500L, 4750L), (comparison.Before.Totals.Issued, comparison.After.Totals.Issued));
        Assert.Equal((3m, 31m, 34m), (comparison.Before.Cost.Spent.Amount, comparison.Before.Liability.Amount.Amount, comparison.Before.Cost.Cost.Amount));
        Assert.Equal((0m, 47m), (comparison.After.Cost.Spent.Amount, comparison.After.Liability.Amount.Amount));
        Assert.Equal(
            [("a", 30m, 45m, "silver", "silver"), ("b", 4m, 2m, "base", "base"), ("c", 0m, 0m, "base", "base")],
            comparison.Members.Select(member => (member.Member.Value, member.Before.Amount, member.After.Amount, member.TierBefore!, member.TierAfter!)));
        Assert.Equal([new("base", "base", 2), new("silver", "silver", 1)], comparison.Tiers);
        Assert.Equal(
            [(null, 1, 0, 0, 0m), ("loyal", 2, 1, 1, 13m)],
            comparison.By(new Dictionary<CustomerId, string> { [new("a")] = "loyal", [new("b")] = "loyal" }).Select(label => (label.Label, label.Members, label.Winners, label.Losers, label.Gain.Amount)));
    }

    [Fact]
    public void A_programme_against_itself_changes_nothing()
    {
        ProgramComparison comparison = Compare(Now, Now with { Version = "2" });
        Assert.All(comparison.Members, member => Assert.Equal((0, member.TierBefore), (member.Gain.Amount, member.TierAfter)));
        Assert.Equal(comparison.Before.Totals, comparison.After.Totals);
    }

    [Fact]
    public void Values_in_two_currencies_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => Compare(Now, Now with { Rules = [], Wallets = [Now.Wallets[0] with { LiabilityUnitValue = new Money(1, new("EUR")) }] }));

    private static OrderPaid Order(string member, string id, string day, decimal amount) =>
        new() { Key = id, Member = new(member), OccurredAt = Club.At(day), Order = new() { Id = id, Lines = [Club.Line("1", amount)] } };

    private ProgramComparison Compare(LoyaltyProgram one, LoyaltyProgram other) =>
        ProgramComparison.Of(new(CompiledProgram.Load(one)), new(CompiledProgram.Load(other)), events, Club.At("2026-02-01"), breakage: BreakageCurves.Stated(0));
}
