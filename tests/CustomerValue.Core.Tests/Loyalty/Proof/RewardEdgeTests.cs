using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>Rewards at their edges: the most at once, limits of each member, what tiers pay, cashback that ends, and what rules give for events.</summary>
public sealed class RewardEdgeTests
{
    private readonly Club club = new(Shop);

    [Fact]
    public void A_thousand_can_be_had_at_once()
    {
        Earn(5000);
        Assert.True(Take("2026-01-02", "pen", 1000).IsAccepted);
        Assert.Equal(4000, club.Balance("2026-01-02", wallet: "PTS").Available);
    }

    [Fact]
    public void Each_member_has_the_limit_for_himself_and_the_stock_is_for_all()
    {
        Earn(100);
        Earn(100, "other");
        Assert.True(Take("2026-01-02", "one", key: "first").IsAccepted);
        Assert.Equal(LedgerError.LimitReached, Take("2026-01-03", "one").Rejection!.Error);
        Assert.True(Take("2026-01-03", "one", member: "other").IsAccepted);
        Assert.Equal(LedgerError.OutOfStock, Take("2026-01-03", "one", member: "third").Rejection!.Error);
        CounterUseOf("first", [(false, true), (true, true)]);
    }

    [Fact]
    public void The_lowest_tier_can_have_a_price_of_its_own()
    {
        Earn(100);
        Assert.True(Take("2026-01-02", "tiered").IsAccepted);
        Assert.Equal(93, club.Balance("2026-01-02", wallet: "PTS").Available);
    }

    [Fact]
    public void Cashback_ends_when_it_says_and_what_is_left_of_it_goes_back()
    {
        Earn(100);
        Assert.True(Take("2026-01-02", "short", key: "k").IsAccepted);
        Assert.Equal(200, club.Balance("2026-01-11 23:59", wallet: "CASH").Available);
        Assert.Equal((0, 200), (club.Balance("2026-01-12", wallet: "CASH").Available, club.Balance("2026-01-12", wallet: "CASH").Expired));
        LedgerAnswer back = club.Cancel("2026-01-20", "reward:k");
        Assert.True(back.IsAccepted);
        // What time did by then is written first.
        Assert.Contains(back.Entries, entry => entry.Kind == EntryKind.Expire && entry.Wallet == "CASH");
        Assert.Equal(100, club.Balance("2026-01-20", wallet: "PTS").Available);
        Assert.Null(club.Ledger.Verify());
    }

    [Fact]
    public void Cashback_without_an_end_stays()
    {
        Earn(100);
        Assert.True(Take("2026-01-02", "cash").IsAccepted);
        Assert.Equal(200, club.Balance("2036-01-12", wallet: "CASH").Available);
    }

    [Fact]
    public void A_reward_that_names_no_wallet_can_not_be_paid_where_there_are_several()
    {
        LedgerAnswer? answer = null;
        try
        {
            Club unnamed = new(program => Shop(program) with { Rewards = [new() { Id = "x", Kind = RewardKind.Gift, Price = 5 }] });
            answer = unnamed.Ledger.Handle(new RewardRedeemed { Key = "x", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Reward = "x" });
        }
        catch (CustomerValue.Loyalty.Programs.Checks.ProgramRejectedException rejected)
        {
            Assert.Contains("$.rewards[0].wallet", rejected.Message, StringComparison.Ordinal);
        }

        Assert.Null(answer);
    }

    [Fact]
    public void Rules_give_coupons_for_events_and_nothing_where_nothing_is_left_to_give()
    {
        LedgerAnswer first = Visit("2026-01-02");
        Assert.Equal([EntryKind.Event, EntryKind.Reward, EntryKind.Earn], first.Entries.Select(entry => entry.Kind));
        Coupon coupon = Assert.Single(club.Ledger.Coupons(new("m"), Club.At("2026-01-03")));
        Assert.Equal(("welcome", CouponState.Issued), (coupon.Reward, coupon.State));
        // The rule for points is paid once, and of the coupons there was one.
        LedgerAnswer second = Visit("2026-01-03");
        Assert.Equal([EntryKind.Event], second.Entries.Select(entry => entry.Kind));
        Assert.Equal(5, club.Balance("2026-01-04", wallet: "PTS").Available);
    }

    [Fact]
    public void A_code_that_was_given_for_an_event_is_the_same_in_every_ledger()
    {
        Visit("2026-01-02");
        Club again = new(Shop);
        again.Ledger.Handle(new CustomEvent { Key = "visit2026-01-02", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Name = "visit" });
        Assert.Equal(club.Ledger.Coupons(new("m"), Club.At("2026-01-03")), again.Ledger.Coupons(new("m"), Club.At("2026-01-03")));
    }

    private static LoyaltyProgram Shop(LoyaltyProgram program) => program with
    {
        Wallets = [program.Wallets[0], new() { Id = "CASH", Scale = 2, Currency = new("CNY") }],
        Tiers = program.Tiers! with { Wallet = "PTS" },
        CustomEvents = ["visit"],
        Rules =
        [
            new() { Id = "coupon", On = "visit", Then = [new IssueCouponEffect { Reward = "welcome" }] },
            new() { Id = "once", On = "visit", Priority = 10, Limit = new(), Then = [new EarnEffect { Points = 5, Wallet = "PTS" }] },
        ],
        Rewards =
        [
            new() { Id = "pen", Kind = RewardKind.Gift, Wallet = "PTS", Price = 1 },
            new() { Id = "one", Kind = RewardKind.Gift, Wallet = "PTS", Price = 1, Stock = 2, Limit = new() },
            new() { Id = "tiered", Kind = RewardKind.Gift, Wallet = "PTS", Price = 10, PriceByTier = new Dictionary<string, decimal> { ["base"] = 7 } },
            new() { Id = "short", Kind = RewardKind.Cashback, Wallet = "PTS", Price = 10, Value = Club.Yuan(2), Validity = new() { Kind = ExpiryKind.FixedAfter, Period = Period.FromDays(9) } },
            new() { Id = "cash", Kind = RewardKind.Cashback, Wallet = "PTS", Price = 10, Value = Club.Yuan(2) },
            new() { Id = "welcome", Kind = RewardKind.Coupon, Value = Club.Yuan(3), Stock = 1 },
        ],
    };

    private void CounterUseOf(string key, (bool IsShared, bool Released)[] expected) =>
        Assert.Equal(expected, club.Ledger.Journal().Single(entry => entry.Key == key && entry.Kind == EntryKind.Reward).Uses.Select(use => (use.Key.IsShared, use.Released)));

    private void Earn(decimal points, string member = "m") =>
        Assert.True(club.Ledger.Handle(new PointsEarned { Key = club.Key(), Member = new(member), OccurredAt = Club.At("2026-01-01"), Wallet = "PTS", Points = points }).IsAccepted);

    private LedgerAnswer Visit(string time) => club.Ledger.Handle(new CustomEvent { Key = "visit" + time, Member = new("m"), OccurredAt = Club.At(time), Name = "visit" });

    private LedgerAnswer Take(string time, string reward, int quantity = 1, string? key = null, string member = "m") =>
        club.Ledger.Handle(new RewardRedeemed { Key = key ?? club.Key(), Member = new(member), OccurredAt = Club.At(time), Reward = reward, Quantity = quantity });
}
