using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Loyalty.Tiers;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Rewards;

/// <summary>Rewards for points: price, stock, limits, days, coupons and cashback; and all of it back.</summary>
public sealed class RewardTests
{
    private readonly Club club = new(Catalogue);

    [Fact]
    public void A_gift_costs_its_price_and_there_is_one_less()
    {
        Earn("2026-01-01", 1000);
        JournalEntry[] entries = [.. Take("2026-01-02", "mug").Entries];
        Assert.Equal([EntryKind.Redeem, EntryKind.Reward], entries.Select(entry => entry.Kind));
        Assert.Equal(700, Points("2026-01-03"));
        Assert.Equal(LedgerError.OutOfStock, Take("2026-01-02", "mug", 2).Rejection!.Error);
        Assert.True(Take("2026-01-02", "mug").IsAccepted);
        Assert.Equal(LedgerError.OutOfStock, Take("2026-01-02", "mug", member: "other").Rejection!.Error);
        Assert.Equal(400, Points("2026-01-03"));
    }

    [Fact]
    public void Tiers_have_prices_of_their_own()
    {
        club.Ledger.Handle(new TierAssigned { Key = "t", Member = new("m"), OccurredAt = Club.At("2026-01-01"), Level = "gold", Reason = "test" });
        Earn("2026-01-01", 1000);
        Take("2026-01-02", "mug");
        Assert.Equal(800, Points("2026-01-03"));
    }

    [Theory]
    [InlineData("hat", 1, LedgerError.UnknownReward)]
    [InlineData("mug", 0, LedgerError.InvalidValue)]
    [InlineData("mug", 1001, LedgerError.InvalidValue)]
    [InlineData("given", 1, LedgerError.RewardNotOffered)]
    [InlineData("spring", 1, LedgerError.RewardNotOffered)]
    [InlineData("ten", 3, LedgerError.LimitReached)]
    [InlineData("mug", 3, LedgerError.OutOfStock)]
    [InlineData("car", 1, LedgerError.InsufficientPoints)]
    public void A_refusal_writes_nothing(string reward, int quantity, LedgerError error)
    {
        Earn("2026-01-01", 1000);
        long before = club.Ledger.EntryCount;
        LedgerAnswer answer = Take("2026-01-02", reward, quantity);
        Assert.Equal(error, answer.Rejection!.Error);
        Assert.Contains(reward == "car" ? "1000" : quantity is < 1 or > 1000 ? "quantity" : reward, answer.Rejection.Message.English);
        Assert.Equal((before, 1000), (club.Ledger.EntryCount, Points("2026-01-02")));
        Assert.Null(club.Ledger.Verify());
    }

    [Fact]
    public void A_reward_has_its_days()
    {
        Earn("2026-02-01", 1000);
        Assert.Equal(LedgerError.RewardNotOffered, Take("2026-02-28 23:59", "spring").Rejection!.Error);
        Assert.True(Take("2026-03-01 00:00", "spring").IsAccepted);
        Assert.Equal(LedgerError.RewardNotOffered, Take("2026-06-01 00:00", "spring").Rejection!.Error);
    }

    [Fact]
    public void A_limit_starts_anew_each_month()
    {
        Earn("2026-01-01", 1000);
        Assert.True(Take("2026-01-02", "ten", 2).IsAccepted);
        Assert.Equal(LedgerError.LimitReached, Take("2026-01-31 23:59", "ten").Rejection!.Error);
        Assert.True(Take("2026-02-01 00:00", "ten").IsAccepted);
    }

    [Fact]
    public void A_coupon_lives_from_issue_to_use()
    {
        Earn("2026-01-01", 1000);
        string[] codes = [.. Take("2026-01-02", "ten", 2, key: "k").Entries.Select(entry => entry.Detail).OfType<CustomerValue.Loyalty.Ledger.Details.RewardDetail>().Single().Codes];
        Assert.Equal(2, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{16}$", code));
        Assert.Equal([CouponState.Issued, CouponState.Issued], States("2026-01-02"));
        Assert.True(Reserve("2026-01-03 10:00", codes[0], "o1").IsAccepted);
        Assert.Equal(CouponState.Reserved, State("2026-01-03 10:14", codes[0]));
        Assert.Equal(CouponState.Issued, State("2026-01-03 10:15", codes[0]));
        Assert.Equal(LedgerError.CouponNotValid, Reserve("2026-01-03 10:10", codes[0], "o2").Rejection!.Error);
        Assert.Equal(LedgerError.CouponNotValid, Use("2026-01-03 10:10", codes[0], "o2").Rejection!.Error);
        Assert.True(Use("2026-01-03 10:10", codes[0], "o1").IsAccepted);
        Assert.Equal(LedgerError.CouponNotValid, Use("2026-01-03 10:12", codes[0], "o3").Rejection!.Error);
        Assert.Equal(CouponState.Redeemed, State("2026-03-03", codes[0]));
        // What was so before is so still.
        Assert.Equal(CouponState.Issued, State("2026-01-02", codes[0]));
        Assert.Empty(club.Ledger.Coupons(new("m"), Club.At("2026-01-01")));
        Assert.True(Return("2026-01-04", codes[0]).IsAccepted);
        Assert.True(Use("2026-01-05", codes[0], "o4").IsAccepted);
        Assert.Equal(LedgerError.CouponNotValid, Return("2026-01-05", codes[1]).Rejection!.Error);
        Assert.Equal(LedgerError.CouponNotValid, Use("2026-01-05", codes[1], "o5", "stranger").Rejection!.Error);
        Assert.Null(club.Ledger.Verify());
    }

    [Fact]
    public void A_coupon_expires_and_a_reservation_pins_it()
    {
        Earn("2026-01-01", 1000);
        Take("2026-01-02", "ten", 2);
        string[] codes = [.. club.Ledger.Coupons(new("m"), Club.At("2026-01-02")).Select(coupon => coupon.Code)];
        Assert.Equal([CouponState.Issued, CouponState.Issued], States("2026-02-01 23:59"));
        Assert.Equal([CouponState.Expired, CouponState.Expired], States("2026-02-02 00:00"));
        Reserve("2026-02-01 23:55", codes[0], "o1");
        Assert.True(Use("2026-02-02 00:05", codes[0], "o1").IsAccepted);
        Assert.Equal(LedgerError.CouponNotValid, Use("2026-02-02 00:05", codes[1], "o1").Rejection!.Error);
        Assert.Equal(LedgerError.InvalidValue, Reserve("2026-02-01 23:58", codes[1], "o1", 0).Rejection!.Error);
    }

    [Fact]
    public void The_same_event_gives_the_same_codes()
    {
        Club again = new(Catalogue);
        foreach (Club each in new[] { club, again })
        {
            each.Ledger.Handle(new PointsEarned { Key = "e", Member = new("m"), OccurredAt = Club.At("2026-01-01"), Wallet = "PTS", Points = 1000 });
            each.Ledger.Handle(new RewardRedeemed { Key = "k", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Reward = "ten" });
        }

        Assert.Equal(club.Ledger.Journal().Select(entry => entry.Hash), again.Ledger.Journal().Select(entry => entry.Hash));
        Assert.True(club.Ledger.Handle(new RewardRedeemed { Key = "k", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Reward = "ten" }).IsReplayed);
        Assert.Equal(LedgerError.IdempotencyConflict, club.Ledger.Handle(new RewardRedeemed { Key = "k", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Reward = "ten", Quantity = 2 }).Rejection!.Error);
    }

    [Fact]
    public void A_code_that_was_given_out_stays_what_it_is()
    {
        Earn("2026-01-01", 1000);
        Take("2026-01-02", "ten", 2, key: "k");
        Assert.Equal(["9FTXTDSB3CH4MAA1", "VWXFZPJ584B0H3AV"], club.Ledger.Coupons(new("m"), Club.At("2026-01-02")).Select(coupon => coupon.Code));
        string code = club.Ledger.Coupons(new("m"), Club.At("2026-01-02"))[0].Code;
        Assert.Equal(LedgerError.InvalidValue, Reserve("2026-01-03", code, "o", 527_041).Rejection!.Error);
        Assert.True(Reserve("2026-01-03", code, "o", 1).IsAccepted);
        Assert.True(Reserve("2026-01-04", code, "o", 527_040).IsAccepted);
    }

    [Fact]
    public void A_reward_comes_back_whole()
    {
        Earn("2026-01-01", 1000);
        Take("2026-01-02", "mug", 2, key: "k");
        Assert.Equal(LedgerError.InvalidValue, club.Cancel("2026-01-03", "reward:k", 100).Rejection!.Error);
        Assert.True(club.Cancel("2026-01-03", "reward:k").IsAccepted);
        Assert.Equal(LedgerError.AlreadyReversed, club.Cancel("2026-01-03", "reward:k").Rejection!.Error);
        Assert.Equal(1000, Points("2026-01-03"));
        Assert.True(Take("2026-01-04", "mug", 2).IsAccepted);

        Take("2026-01-05", "ten", 2, key: "c");
        string code = club.Ledger.Coupons(new("m"), Club.At("2026-01-05"))[0].Code;
        Use("2026-01-06", code, "o1");
        Assert.Equal(LedgerError.CouponNotValid, club.Cancel("2026-01-07", "reward:c").Rejection!.Error);
        Return("2026-01-08", code);
        Assert.True(club.Cancel("2026-01-09", "reward:c").IsAccepted);
        Assert.Equal([CouponState.Cancelled, CouponState.Cancelled], States("2026-01-09"));
        Assert.True(Take("2026-01-10", "ten", 2).IsAccepted);
        Assert.Null(club.Ledger.Verify());
    }

    [Fact]
    public void Cashback_fills_a_wallet_of_money_and_is_taken_back()
    {
        Earn("2026-01-01", 1000);
        Take("2026-01-02", "cash", 3, key: "k");
        Assert.Equal((400, 600), (club.Balance("2026-01-02", wallet: "PTS").Available, club.Balance("2026-01-02", wallet: "CASH").Available));
        Assert.True(club.Cancel("2026-01-03", "reward:k").IsAccepted);
        Assert.Equal((1000, 0), (club.Balance("2026-01-03", wallet: "PTS").Available, club.Balance("2026-01-03", wallet: "CASH").Available));
        Assert.Null(club.Ledger.Verify());
    }

    [Fact]
    public void Cashback_without_a_wallet_of_its_money_is_refused_when_it_is_loaded()
    {
        static LoyaltyProgram Without(LoyaltyProgram program) => program with { Rewards = [new() { Id = "cash", Kind = RewardKind.Cashback, Price = 200, Value = Club.Yuan(2) }] };
        Assert.Contains("$.rewards[0].value", Assert.Throws<CustomerValue.Loyalty.Programs.Checks.ProgramRejectedException>(() => new Club(Without)).Message);
    }

    [Fact]
    public void A_rule_gives_a_coupon_as_long_as_there_are_some()
    {
        foreach (string member in new[] { "a", "b", "c" })
            club.Order("2026-01-05", "o" + member, 500, member);
        Assert.Equal([1, 1, 0], new[] { "a", "b", "c" }.Select(member => club.Ledger.Coupons(new(member), Club.At("2026-01-06")).Count));
        club.Order("2026-01-05", "o2", 499, "a");
        Assert.Single(club.Ledger.Coupons(new("a"), Club.At("2026-01-06")));
        Assert.Null(club.Ledger.Verify());
    }

    [Fact]
    public void A_member_who_is_merged_brings_his_coupons()
    {
        club.Order("2026-01-05", "o", 500, "b");
        Earn("2026-01-05", 1);
        club.Ledger.Handle(new MemberMerged { Key = "merge", Member = new("m"), OccurredAt = Club.At("2026-01-06"), Other = new("b") });
        string code = Assert.Single(club.Ledger.Coupons(new("b"), Club.At("2026-01-06"))).Code;
        Assert.True(Use("2026-01-07", code, "o1").IsAccepted);
        Assert.Null(club.Ledger.Verify());
    }

    [Fact]
    public void Members_who_part_have_their_own_rewards_again()
    {
        Earn("2026-01-01", 1000);
        club.Ledger.Handle(new PointsEarned { Key = "b", Member = new("b"), OccurredAt = Club.At("2026-01-01"), Wallet = "PTS", Points = 500 });
        Take("2026-01-02", "ten", key: "mine");
        Take("2026-01-02", "ten", key: "theirs", member: "b");
        (string mine, string theirs) = (Code("m"), Code("b"));
        club.Ledger.Handle(new MemberMerged { Key = "merge", Member = new("m"), OccurredAt = Club.At("2026-01-06"), Other = new("b") });
        Assert.Equal(new[] { mine, theirs }.OrderBy(code => code, StringComparer.Ordinal), club.Ledger.Coupons(new("m"), Club.At("2026-01-06")).Select(coupon => coupon.Code));
        // Each had his limit of two; together they have had two.
        Assert.Equal(LedgerError.LimitReached, Take("2026-01-07", "ten").Rejection!.Error);
        club.Ledger.Handle(new MemberUnmerged { Key = "part", Member = new("m"), OccurredAt = Club.At("2026-01-08"), Other = new("b") });
        Assert.Equal((mine, theirs), (Code("m"), Code("b")));
        Assert.Equal(LedgerError.CouponNotValid, Use("2026-01-09", theirs, "o1").Rejection!.Error);
        Assert.Equal(LedgerError.UnknownRedemption, club.Cancel("2026-01-09", "reward:theirs").Rejection!.Error);
        Assert.True(Use("2026-01-09", theirs, "o1", "b").IsAccepted);
        Assert.True(club.Cancel("2026-01-09", "reward:mine").IsAccepted);
        Assert.Equal([CouponState.Cancelled], States("2026-01-09"));
        Assert.Null(club.Ledger.Verify());
    }

    [Fact]
    public void Coupons_are_listed_as_they_were_issued_and_by_code()
    {
        Earn("2026-01-01", 1000);
        Take("2026-01-20", "ten", 2);
        Take("2026-02-03", "ten");
        Take("2026-02-02", "ten");
        IReadOnlyList<Coupon> coupons = club.Ledger.Coupons(new("m"), Club.At("2026-02-04"));
        Assert.Equal(["2026-01-20", "2026-01-20", "2026-02-02", "2026-02-03"], coupons.Select(coupon => (coupon.IssuedAt + Duration.FromHours(8)).ToString("uuuu-MM-dd", null)));
        Assert.True(string.CompareOrdinal(coupons[0].Code, coupons[1].Code) < 0);
    }

    [Fact]
    public void Benefits_of_a_tier_can_be_read()
    {
        TierScheme scheme = new()
        {
            Levels =
            [
                new() { Id = "base", From = 0 },
                new() { Id = "gold", From = 1, Benefits = [new() { Id = "ten", Description = new("10 % off", "九折"), Discount = .1m }, new() { Id = "five", Description = new("5 % off", "九五折"), Discount = .05m }, new() { Id = "contact", Description = new("a named contact", "专属客服") }] },
            ],
        };
        TierBenefits gold = TierBenefits.Of(scheme, "gold");
        Assert.Equal((.1m, Club.Yuan(89.991m), 3), (gold.Discount, gold.Apply(Club.Yuan(99.99m)), gold.All.Count));
        Assert.Equal((0m, Club.Yuan(5)), (TierBenefits.Of(scheme, "base").Discount, TierBenefits.Of(scheme, "base").Apply(Club.Yuan(5))));
        Assert.Contains("'silver'", Assert.Throws<ArgumentException>(() => TierBenefits.Of(scheme, "silver")).Message);
    }

    private static LoyaltyProgram Catalogue(LoyaltyProgram program) => program with
    {
        Wallets = [program.Wallets[0], new() { Id = "CASH", Scale = 2, Currency = new("CNY") }],
        Tiers = program.Tiers! with { Wallet = "PTS" },
        Rules =
        [
            new() { Id = "base", On = EventTypes.OrderPaid, Then = [Club.BaseEarn with { Wallet = "PTS" }] },
            new() { Id = "big", On = EventTypes.OrderPaid, When = new AmountCondition { AtLeast = Club.Yuan(500) }, Then = [new IssueCouponEffect { Reward = "given" }] },
        ],
        Rewards =
        [
            new() { Id = "mug", Kind = RewardKind.Gift, Wallet = "PTS", Price = 300, PriceByTier = new Dictionary<string, decimal> { ["gold"] = 200 }, Stock = 2 },
            new() { Id = "car", Kind = RewardKind.Gift, Wallet = "PTS", Price = 1_000_000 },
            new() { Id = "spring", Kind = RewardKind.Service, Wallet = "PTS", Price = 10, Offered = new() { From = new(2026, 3, 1), To = new(2026, 6, 1) } },
            new() { Id = "ten", Kind = RewardKind.Coupon, Wallet = "PTS", Price = 100, Value = Club.Yuan(10), Limit = new() { Period = CivilPeriod.LocalMonth, Times = 2 }, Validity = new() { Kind = ExpiryKind.FixedAfter, Period = Period.FromDays(30) } },
            new() { Id = "given", Kind = RewardKind.Coupon, Value = Club.Yuan(50), Stock = 2 },
            new() { Id = "cash", Kind = RewardKind.Cashback, Wallet = "PTS", Price = 200, Value = Club.Yuan(2) },
        ],
    };

    private void Earn(string time, decimal points) =>
        Assert.True(club.Ledger.Handle(new PointsEarned { Key = club.Key(), Member = new("m"), OccurredAt = Club.At(time), Wallet = "PTS", Points = points }).IsAccepted);

    private long Points(string time)
    {
        Assert.Null(club.Ledger.Verify());
        return club.Balance(time, wallet: "PTS").Available;
    }

    private LedgerAnswer Take(string time, string reward, int quantity = 1, string member = "m", string? key = null) =>
        club.Ledger.Handle(new RewardRedeemed { Key = key ?? club.Key(), Member = new(member), OccurredAt = Club.At(time), Reward = reward, Quantity = quantity });

    private LedgerAnswer Reserve(string time, string code, string source, int? minutes = null) =>
        club.Ledger.Handle(new CouponReserved { Key = club.Key(), Member = new("m"), OccurredAt = Club.At(time), Code = code, Source = source, Minutes = minutes });

    private LedgerAnswer Use(string time, string code, string source, string member = "m") =>
        club.Ledger.Handle(new CouponRedeemed { Key = club.Key(), Member = new(member), OccurredAt = Club.At(time), Code = code, Source = source });

    private LedgerAnswer Return(string time, string code) => club.Ledger.Handle(new CouponReturned { Key = club.Key(), Member = new("m"), OccurredAt = Club.At(time), Code = code });

    private string Code(string member) => Assert.Single(club.Ledger.Coupons(new(member), Club.At("2026-01-09"))).Code;

    private CouponState[] States(string time) => [.. club.Ledger.Coupons(new("m"), Club.At(time)).Select(coupon => coupon.State)];

    private CouponState State(string time, string code) => club.Ledger.Coupons(new("m"), Club.At(time)).Single(coupon => coupon.Code == code).State;
}
