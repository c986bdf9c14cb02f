using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rewards;
using NodaTime;

namespace CustomerValue.Storage.Testing;

/// <summary>A random history of the club: every type of event, late, twice, out of order, for more than there is, with keys that come again with other contents.</summary>
/// <param name="seed">The same seed gives the same history.</param>
internal sealed class KitStory(int seed)
{
    private const int Kinds = 25;
    private static readonly string[] Names = ["ann", "bob", "Ann", "王芳"];
    private readonly Random random = new(seed);
    private readonly List<LoyaltyEvent> given = [];

    /// <summary>What coupons are called is known to who issued them.</summary>
    private readonly LoyaltyLedger memory = new(KitClub.Programs);
    private Instant now = KitClub.Start;

    public Instant Now => now;

    /// <summary>The event that was told last.</summary>
    public LoyaltyEvent Last => given[^1];

    /// <summary>The ledger in memory that has heard of all that was told so far.</summary>
    public LoyaltyLedger Memory => memory;

    /// <summary>The members of the history.</summary>
    public static IEnumerable<CustomerId> Members => Names.Select(name => new CustomerId(name));

    /// <summary>The next event and the answer of a ledger in memory.</summary>
    public (LoyaltyEvent Event, LedgerAnswer Answer) Next()
    {
        LoyaltyEvent next = Peek();
        return (next, memory.Handle(next));
    }

    /// <summary>The next event, of which <see cref="Memory"/> has not heard.</summary>
    public LoyaltyEvent Peek()
    {
        if (random.Next(3) > 0)
            now += Duration.FromHours(random.Next(1, 30));
        LoyaltyEvent next = given.Count > 0 && random.Next(8) == 0 ? Again(given[random.Next(given.Count)]) : Of(random.Next(Kinds), random.Next(4) == 0 ? now - Duration.FromHours(random.Next(1, 90)) : now);
        given.Add(next);
        return next;
    }

    /// <summary>One event of each type and some more, in an order in which nearly all of them are accepted.</summary>
    public static IEnumerable<LoyaltyEvent> OfEveryType()
    {
        KitStory story = new(0);
        int[] order = [11, 0, 1, 2, 2, 2, 12, 13, 14, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 15, 17, 17, 18, 19, 18, 20, 21, 22, 21, 24, 23, 16];
        foreach (int kind in order)
        {
            story.now = kind == 16 ? Instant.FromUtc(2026, 4, 5, 12, 0) : story.now + Duration.FromHours(1);
            LoyaltyEvent next = story.Of(kind, story.now);
            story.given.Add(next);
            story.memory.Handle(next);
            yield return next;
        }
    }

    private LoyaltyEvent Again(LoyaltyEvent old) => random.Next(3) > 0 ? old with { RecordedAt = now } : old switch
    {
        PointsEarned earned => earned with { Points = earned.Points + 1 },
        OrderPaid paid => paid with { Member = Member() },
        _ => old with { OccurredAt = old.OccurredAt + Duration.FromTicks(1) },
    };

    private LoyaltyEvent Of(int kind, Instant at)
    {
        string key = "k" + given.Count.ToString(CultureInfo.InvariantCulture);
        CustomerId member = Member();
        Instant? known = at == now ? null : now;
        LoyaltyEvent made = kind switch
        {
            0 => new PointsEarned { Key = key, Member = member, OccurredAt = at, Points = random.Next(50, 90), Wallet = "PTS", Qualifying = true, Source = random.Next(2) == 0 ? "doc" + random.Next(3) : null },
            1 => new CustomEvent { Key = key, Member = member, OccurredAt = at, Name = "review", Source = "r" + key },
            2 => new OrderPaid { Key = key, Member = member, OccurredAt = at, Order = new() { Id = random.Next(8) == 0 ? Old<OrderPaid>()?.Order.Id ?? "o" : "o" + key, Lines = [KitClub.Line("1", random.Next(20, 90)), KitClub.Line("2", 5)] } },
            3 => new PointsRedeemed { Key = key, Member = Rich(), OccurredAt = at, Points = random.Next(1, 30), Wallet = "PTS", Source = "s" + key },
            4 => new RedemptionCancelled { Key = key, Member = Old<PointsRedeemed>()?.Member ?? member, OccurredAt = at, Source = Old<PointsRedeemed>()?.Source ?? "s", Points = random.Next(2) == 0 ? 1 : null },
            5 => new PointsHeld { Key = key, Member = Rich(), OccurredAt = at, Points = random.Next(1, 9), Wallet = "PTS", Hold = "h" + key, Minutes = 60 * random.Next(20, 90) },
            6 => new HoldCaptured { Key = key, Member = Old<PointsHeld>()?.Member ?? member, OccurredAt = at, Hold = Old<PointsHeld>()?.Hold ?? "h", Points = 1 },
            7 => new HoldVoided { Key = key, Member = Old<PointsHeld>(1)?.Member ?? member, OccurredAt = at, Hold = Old<PointsHeld>(1)?.Hold ?? "h" },
            8 => new PointsAdjusted { Key = key, Member = Rich(), OccurredAt = at, Points = random.Next(2) == 0 ? 3 : -3, Wallet = "PTS", Reason = "count '" + key },
            9 => new PointsTransferred { Key = key, Member = Rich(), OccurredAt = at, Points = random.Next(1, 9), Wallet = "PTS", To = Member() },
            10 => new TierAssigned { Key = key, Member = member, OccurredAt = at, Level = "gold", Until = at + Duration.FromDays(random.Next(1, 9)), Reason = "trial" },
            11 => new MemberJoined { Key = key, Member = member, OccurredAt = at, Profile = Profile() },
            12 => new MemberUpdated { Key = key, Member = given.Count > 0 ? given[0].Member : member, OccurredAt = at, Profile = Profile() },
            13 => new ReferralQualified { Key = key, Member = Old<OrderPaid>()?.Member ?? member, OccurredAt = at, Referrer = Member(), OrderId = Old<OrderPaid>()?.Order.Id },
            14 => new OrderRefunded { Key = key, Member = Old<OrderPaid>()?.Member ?? member, OccurredAt = at, OrderId = Old<OrderPaid>()?.Order.Id ?? "o", Share = random.Next(1, 11) / 10m },
            15 => new RewardRedeemed { Key = key, Member = Rich(), OccurredAt = at, Reward = "mug" },
            16 => new RebateSettled { Key = key, Member = member, OccurredAt = at, Scheme = "quarter", Day = new LocalDate(2026, 4, 5) },
            17 => new RewardRedeemed { Key = key, Member = Rich(), OccurredAt = at, Reward = "tea" },
            18 => new CouponReserved { Key = key, Member = Code(CouponState.Issued).Member, OccurredAt = at, Code = Code(CouponState.Issued).Code, Source = "c" + key, Minutes = 600 },
            19 => new CouponRedeemed { Key = key, Member = Code(CouponState.Reserved).Member, OccurredAt = at, Code = Code(CouponState.Reserved).Code, Source = "c" + given.OfType<CouponReserved>().LastOrDefault()?.Key },
            20 => new CouponReturned { Key = key, Member = Code(CouponState.Reserved).Member, OccurredAt = at, Code = Code(CouponState.Reserved).Code },
            21 => new MemberMerged { Key = key, Member = new(Names[0]), OccurredAt = at, Other = new(Names[random.Next(1, 3)]) },
            22 => new MemberUnmerged { Key = key, Member = new(Names[0]), OccurredAt = at, Other = Old<MemberMerged>()?.Other ?? member },
            23 => new MemberErased { Key = key, Member = random.Next(3) == 0 ? member : new(Names[3]), OccurredAt = at },
            _ => new PointsEarned { Key = key, Member = Names.Length > 3 ? new(Names[3]) : member, OccurredAt = at, Points = 12, Wallet = "CASH", Pending = Period.FromDays(2) },
        };
        return made with { RecordedAt = known };
    }

    private CustomerId Member() => new(Names[random.Next(Names.Length)]);

    /// <summary>Mostly one who has something to spend.</summary>
    private CustomerId Rich() => random.Next(5) == 0 ? Member() : Members.OrderByDescending(id => memory.Balance(id, now, "PTS").Available).First();

    private T? Old<T>(int back = 0)
        where T : LoyaltyEvent => given.OfType<T>().SkipLast(back).LastOrDefault();

    private (CustomerId Member, string Code) Code(CouponState state) =>
        Members.SelectMany(id => memory.Coupons(id, now).Where(coupon => coupon.State == state).Select(coupon => (id, coupon.Code))).FirstOrDefault((Member(), "none"));

    private MemberProfile Profile() => new()
    {
        Birthday = new LocalDate(1990, 1, random.Next(1, 29)),
        Attributes = new Dictionary<string, string> { ["city"] = "Secret-" + random.Next(9).ToString(CultureInfo.InvariantCulture) + "'字" },
    };
}
