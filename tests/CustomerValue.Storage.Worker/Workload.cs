using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;

namespace CustomerValue.Tests.Chaos;

/// <summary>What workers do: event after event of a seed, each the same whenever it is asked for.</summary>
public static class Workload
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 10, 4, 0);
    private static readonly Currency Yuan = new("CNY");

    /// <summary>A point for a yuan, and a campaign whose budget all members share.</summary>
    /// <param name="budget">The points of the campaign, of which an order gets 30; 0 for no campaign.</param>
    public static ProgramVersions Programs(int budget = 0)
    {
        LoyaltyProgram program = new()
        {
            Id = "chaos",
            Version = "1",
            TimeZone = "Asia/Shanghai",
            Wallets = [new() { Id = "PTS" }],
            Rules = budget == 0
                ? [new() { Id = "base", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 1, Per = new Money(1, Yuan) }] }]
                : [new() { Id = "campaign", On = EventTypes.OrderPaid, Budget = new() { Id = "campaign", Wallet = "PTS", PerMember = false, Limit = budget }, Then = [new EarnEffect { Points = 30 }] }],
        };
        return new(CompiledProgram.Load(program));
    }

    /// <summary>An event of a worker's stream: orders, and redemptions of which some ask for more than there is. Its members are its own.</summary>
    public static LoyaltyEvent Event(int seed, int at)
    {
        uint mixed = ((uint)at * 2_654_435_761u) ^ ((uint)seed * 2_246_822_519u);
        mixed = (mixed ^ (mixed >> 15)) * 2_246_822_519u;
        mixed ^= mixed >> 13;
        string member = Name("m", seed, (int)(mixed % 12));
        return (mixed >> 8) % 3 == 0
            ? new PointsRedeemed { Key = Name("k", seed, at), Member = new(member), OccurredAt = Noon, Points = 1 + ((mixed >> 12) % 60), Source = Name("gift", seed, at) }
            : Order(Name("k", seed, at), member, Name("o", seed, at), 1 + ((mixed >> 12) % 40));
    }

    public static PointsRedeemed Redeem(string key, decimal points) => new() { Key = key, Member = new("m"), OccurredAt = Noon, Points = points, Source = "gift " + key };

    public static PointsEarned Earn(string key, string member, decimal points) => new() { Key = key, Member = new(member), OccurredAt = Noon, Points = points };

    public static OrderPaid Order(string key, string member, string id, decimal amount) =>
        new() { Key = key, Member = new(member), OccurredAt = Noon, Order = new() { Id = id, Lines = [new() { Id = "1", Amount = new Money(amount, Yuan) }] } };

    /// <summary>What is printed of an answer: why it was refused, and its entries.</summary>
    public static string Told(LedgerAnswer answer) => $"{(object?)answer.Rejection?.Error ?? "accepted"} {string.Join(',', answer.Entries.Select(entry => entry.Hash))}";

    private static string Name(string kind, int seed, int at) => string.Create(CultureInfo.InvariantCulture, $"{kind}{seed}-{at}");
}
