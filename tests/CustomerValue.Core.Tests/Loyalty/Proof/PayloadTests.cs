using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Tiers;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>G3 for each kind of event: the same content gets its first answer again, and content that differs in any one thing is a conflict, whether the first was accepted or refused.</summary>
public sealed class PayloadTests
{
    private static readonly CustomerId Member = new("m");
    private static readonly CustomerId Other = new("n");
    private static readonly Instant Time = Club.At("2026-01-02");

    [Fact]
    public void Any_one_thing_makes_it_other_content()
    {
        HashSet<Type> kinds = [];
        foreach (LoyaltyEvent[] each in All())
        {
            kinds.Add(each[0].GetType());
            for (int first = 0; first < each.Length; first++)
            {
                Club club = new(program => program with { CustomEvents = ["visit", "review"] });
                club.Earn("2026-01-01", 100);
                club.Ledger.Handle(each[first]);
                LedgerAnswer again = club.Ledger.Handle(each[first] with { RecordedAt = Club.At("2026-01-05") });
                Assert.True(again.IsReplayed, each[first].ToString());
                for (int at = 0; at < each.Length; at++)
                {
                    if (at != first)
                        Assert.Equal(LedgerError.IdempotencyConflict, club.Ledger.Handle(each[at]).Rejection?.Error);
                }
            }
        }

        Assert.Equal(typeof(LoyaltyEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LoyaltyEvent)) && !type.IsAbstract).Select(type => type.Name).OrderBy(name => name, StringComparer.Ordinal), kinds.Select(kind => kind.Name).OrderBy(name => name, StringComparer.Ordinal));
    }

    private static IEnumerable<LoyaltyEvent[]> All()
    {
        MemberJoined joined = new() { Key = "k", Member = Member, OccurredAt = Time, Profile = new() { Birthday = new(1990, 1, 1) } };
        yield return [joined, joined with { Profile = new() { Birthday = new(1990, 1, 2) } }, joined with { Member = Other }, joined with { OccurredAt = Time + Duration.FromTicks(1) }];
        MemberUpdated updated = new() { Key = "k", Member = Member, OccurredAt = Time, Profile = new() { Birthday = new(1990, 1, 1) } };
        yield return [updated, updated with { Profile = new() { Segments = new Dictionary<string, string> { ["a"] = "b" } } }, updated with { Profile = new() { Attributes = new Dictionary<string, string> { ["a"] = "b" } } }];
        OrderPaid paid = new() { Key = "k", Member = Member, OccurredAt = Time, Order = new() { Id = "o", Lines = [Club.Line("1", 10)] } };
        yield return [paid, paid with { Order = paid.Order with { Lines = [Club.Line("1", 11)] } }];
        OrderRefunded refunded = new() { Key = "k", Member = Member, OccurredAt = Time, OrderId = "o" };
        yield return [refunded, refunded with { OrderId = "p" }, refunded with { Share = 1 }, refunded with { Share = 0 }, refunded with { Share = .5m }, refunded with { Lines = [new("1", Club.Yuan(1))] }, refunded with { Lines = [new("1", Club.Yuan(2))] }, refunded with { Lines = [new("2", Club.Yuan(2))] }];
        PointsEarned earned = new() { Key = "k", Member = Member, OccurredAt = Time, Points = 5 };
        yield return
        [
            earned, earned with { Points = 6 }, earned with { Wallet = "PTS" }, earned with { Source = "s" }, earned with { Rule = "r" }, earned with { Pending = Period.FromDays(1) }, earned with { Qualifying = true }, earned with { Reason = "x" },
            earned with { Expiry = ExpiryTerms.Never }, earned with { Expiry = Club.Through("2026-05-01") }, earned with { Expiry = Club.Through("2026-05-02") }, earned with { Expiry = Club.Through("2026-05-02") with { ThroughEndOfDay = false } },
            earned with { Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromDays(1) } }, earned with { Expiry = new() { Kind = ExpiryKind.FixedAfter, Period = Period.FromDays(1) } },
        ];
        PointsRedeemed redeemed = new() { Key = "k", Member = Member, OccurredAt = Time, Points = 5, Source = "s" };
        yield return [redeemed, redeemed with { Points = 6 }, redeemed with { Source = "t" }, redeemed with { Wallet = "PTS" }, redeemed with { Reason = "x" }];
        RedemptionCancelled cancelled = new() { Key = "k", Member = Member, OccurredAt = Time, Source = "s" };
        yield return [cancelled, cancelled with { Source = "t" }, cancelled with { Points = 0 }, cancelled with { Points = 1 }];
        PointsHeld held = new() { Key = "k", Member = Member, OccurredAt = Time, Points = 5, Hold = "h" };
        yield return [held, held with { Points = 6 }, held with { Hold = "i" }, held with { Wallet = "PTS" }, held with { Minutes = 1 }, held with { Minutes = 2 }];
        HoldCaptured captured = new() { Key = "k", Member = Member, OccurredAt = Time, Hold = "h" };
        yield return [captured, captured with { Hold = "i" }, captured with { Points = 0 }, captured with { Points = 1 }];
        HoldVoided voided = new() { Key = "k", Member = Member, OccurredAt = Time, Hold = "h" };
        yield return [voided, voided with { Hold = "i" }];
        PointsAdjusted adjusted = new() { Key = "k", Member = Member, OccurredAt = Time, Points = 5, Reason = "x" };
        yield return [adjusted, adjusted with { Points = -5 }, adjusted with { Reason = "y" }, adjusted with { Wallet = "PTS" }, adjusted with { Expiry = ExpiryTerms.Never }];
        PointsTransferred transferred = new() { Key = "k", Member = Member, OccurredAt = Time, Points = 5, To = new("x") };
        yield return [transferred, transferred with { Points = 6 }, transferred with { To = new("y") }, transferred with { Wallet = "PTS" }];
        ReferralQualified referral = new() { Key = "k", Member = Member, OccurredAt = Time, Referrer = new("x") };
        yield return [referral, referral with { Referrer = new("y") }, referral with { OrderId = "o" }];
        TierAssigned tier = new() { Key = "k", Member = Member, OccurredAt = Time, Level = "gold", Reason = "x" };
        yield return [tier, tier with { Level = "silver" }, tier with { Kind = TierReason.Trial }, tier with { Until = Club.At("2026-05-01") }, tier with { Reason = "y" }];
        MemberMerged merged = new() { Key = "k", Member = Member, OccurredAt = Time, Other = new("x") };
        yield return [merged, merged with { Other = new("y") }];
        MemberUnmerged unmerged = new() { Key = "k", Member = Member, OccurredAt = Time, Other = new("x") };
        yield return [unmerged, unmerged with { Other = new("y") }];
        MemberErased erased = new() { Key = "k", Member = Other, OccurredAt = Time };
        yield return [erased, erased with { Member = new("x") }];
        RewardRedeemed reward = new() { Key = "k", Member = Member, OccurredAt = Time, Reward = "mug" };
        yield return [reward, reward with { Reward = "hat" }, reward with { Quantity = 2 }];
        CouponReserved reserved = new() { Key = "k", Member = Member, OccurredAt = Time, Code = "c", Source = "s" };
        yield return [reserved, reserved with { Code = "d" }, reserved with { Source = "t" }, reserved with { Minutes = 1 }, reserved with { Minutes = 2 }];
        CouponRedeemed used = new() { Key = "k", Member = Member, OccurredAt = Time, Code = "c", Source = "s" };
        yield return [used, used with { Code = "d" }, used with { Source = "t" }];
        CouponReturned returned = new() { Key = "k", Member = Member, OccurredAt = Time, Code = "c" };
        yield return [returned, returned with { Code = "d" }];
        RebateSettled rebate = new() { Key = "k", Member = Member, OccurredAt = Time, Scheme = "s", Day = new(2026, 1, 1) };
        yield return [rebate, rebate with { Scheme = "t" }, rebate with { Day = new(2026, 1, 2) }];
        CustomEvent custom = new() { Key = "k", Member = Member, OccurredAt = Time, Name = "visit" };
        yield return [custom, custom with { Name = "review" }, custom with { Source = "s" }, custom with { Attributes = new Dictionary<string, string> { ["a"] = "b" } }];
    }
}
