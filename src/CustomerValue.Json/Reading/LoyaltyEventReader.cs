using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Json.Reading;

/// <summary>Reads loyalty events. With a programme only its custom types are known, and a tier may be given until a civil day.</summary>
internal sealed class LoyaltyEventReader(IReadOnlyCollection<string>? customTypes = null, LoyaltyCalendar? calendar = null)
{
    /// <summary>Key and member of an event that stands in an example.</summary>
    public const string InExample = "example";
    private static readonly CustomerId Nobody = new(InExample);

    /// <summary>An event with key and member; null beside problems.</summary>
    public LoyaltyEvent? Read(StrictObject fields)
    {
        string type = fields["type"].Text();
        string key = fields["key"].Text(CustomerId.IsValid, "a key of 1 to 256 characters, not blank and without control characters");
        // Of a referral the member is the one who was referred.
        string name = type == EventTypes.ReferralQualified && !fields["referee"].IsMissing ? "referee" : "member";
        CustomerId member = Customer(fields[name]);
        if (name == "referee" && !fields["member"].IsMissing && fields["member"].WordText != member.Value)
            fields["member"].Reject("the referee: give one of them, or both the same");
        return Read(fields, type, key, member, fields["occurredAt"].Instant());
    }

    /// <summary>An event of an example: its type is the rule's unless it says so, and <c>joined</c> says when a member joined.</summary>
    public static LoyaltyEvent? Example(StrictObject fields, string on)
    {
        string type = fields["type"].TextOrNull() ?? on;
        bool isJoin = type == EventTypes.MemberJoined && !fields["joined"].IsMissing;
        string key = fields["key"].IsMissing ? InExample : fields["key"].Text(CustomerId.IsValid, "a key of 1 to 256 characters");
        CustomerId member = fields["member"].IsMissing ? Nobody : Customer(fields["member"]);
        return new LoyaltyEventReader().Read(fields, type, key, member, fields[isJoin ? "joined" : "occurredAt"].Instant());
    }

    /// <summary>What is known of a member, beside whatever else the object has.</summary>
    public static MemberProfile Profile(StrictObject fields) => new()
    {
        Birthday = fields["birthday"].DateOrNull(),
        BirthdayVerifiedAt = fields["birthdayVerifiedAt"].InstantOrNull(),
        Attributes = Texts(fields["attributes"]),
        Segments = Texts(fields["segments"]),
        IdentityHashes = Texts(fields["identityHashes"]),
    };

    private LoyaltyEvent? Read(StrictObject fields, string type, string key, CustomerId member, Instant at)
    {
        LoyaltyEvent? read = type switch
        {
            EventTypes.MemberJoined => new MemberJoined { Key = key, Member = member, OccurredAt = at, Profile = Profile(fields) },
            EventTypes.MemberUpdated => new MemberUpdated { Key = key, Member = member, OccurredAt = at, Profile = Profile(fields) },
            EventTypes.OrderPaid => fields["order"].Object(LoyaltyOrderReader.Read) is { } order ? new OrderPaid { Key = key, Member = member, OccurredAt = at, Order = order } : null,
            EventTypes.OrderRefunded => LoyaltyOrderReader.Refund(fields, key, member, at),
            EventTypes.PointsEarn => new PointsEarned
            {
                Key = key,
                Member = member,
                OccurredAt = at,
                Wallet = fields["wallet"].TextOrNull(),
                Points = fields["points"].Points(),
                Source = fields["source"].TextOrNull(),
                Rule = fields["rule"].TextOrNull(),
                Pending = fields["pending"].PeriodOrNull(),
                Expiry = LoyaltyProgramReader.Expiry(fields["expiry"]),
                Qualifying = fields["qualifying"].Flag(false),
                Reason = fields["reason"].TextOrNull(),
            },
            EventTypes.PointsRedeem => new PointsRedeemed { Key = key, Member = member, OccurredAt = at, Wallet = fields["wallet"].TextOrNull(), Points = fields["points"].Points(), Source = fields["source"].IsMissing ? key : Named(fields["source"]), Reason = fields["reason"].TextOrNull() },
            EventTypes.RedemptionCancel => new RedemptionCancelled { Key = key, Member = member, OccurredAt = at, Source = Named(fields["source"]), Points = Points(fields) },
            EventTypes.PointsHold => new PointsHeld { Key = key, Member = member, OccurredAt = at, Wallet = fields["wallet"].TextOrNull(), Points = fields["points"].Points(), Hold = Named(fields["hold"]), Minutes = fields["minutes"].IsMissing ? null : fields["minutes"].Whole(1) },
            EventTypes.HoldCapture => new HoldCaptured { Key = key, Member = member, OccurredAt = at, Hold = Named(fields["hold"]), Points = Points(fields) },
            EventTypes.HoldVoid => new HoldVoided { Key = key, Member = member, OccurredAt = at, Hold = Named(fields["hold"]) },
            EventTypes.PointsAdjust => new PointsAdjusted { Key = key, Member = member, OccurredAt = at, Wallet = fields["wallet"].TextOrNull(), Points = fields["points"].Points(), Reason = fields["reason"].Text(), Expiry = LoyaltyProgramReader.Expiry(fields["expiry"]) },
            EventTypes.PointsTransfer => new PointsTransferred { Key = key, Member = member, OccurredAt = at, Wallet = fields["wallet"].TextOrNull(), Points = fields["points"].Points(), To = Customer(fields["to"]) },
            EventTypes.ReferralQualified => new ReferralQualified { Key = key, Member = member, OccurredAt = at, Referrer = Customer(fields["referrer"]), OrderId = fields["order"].IsMissing ? null : Named(fields["order"]) },
            EventTypes.TierAssign => new TierAssigned { Key = key, Member = member, OccurredAt = at, Level = OneOf(fields, "tier", "level").Text(), Kind = fields["kind"].ChoiceOr(LoyaltyWords.Assignments, Loyalty.Tiers.TierReason.ManualOverride), Until = Until(fields["until"]), Reason = fields["reason"].Text() },
            EventTypes.MemberMerge => new MemberMerged { Key = key, Member = member, OccurredAt = at, Other = Customer(OneOf(fields, "other", "from")) },
            EventTypes.MemberUnmerge => new MemberUnmerged { Key = key, Member = member, OccurredAt = at, Other = Customer(fields["other"]) },
            EventTypes.MemberErase => new MemberErased { Key = key, Member = member, OccurredAt = at },
            EventTypes.RewardRedeem => new RewardRedeemed { Key = key, Member = member, OccurredAt = at, Reward = fields["reward"].Text(), Quantity = fields["quantity"].IsMissing ? 1 : fields["quantity"].Whole(1, 1000) },
            EventTypes.CouponReserve => new CouponReserved { Key = key, Member = member, OccurredAt = at, Code = Named(fields["code"]), Source = Named(fields["source"]), Minutes = fields["minutes"].IsMissing ? null : fields["minutes"].Whole(1) },
            EventTypes.CouponRedeem => new CouponRedeemed { Key = key, Member = member, OccurredAt = at, Code = Named(fields["code"]), Source = Named(fields["source"]) },
            EventTypes.CouponReturn => new CouponReturned { Key = key, Member = member, OccurredAt = at, Code = Named(fields["code"]) },
            EventTypes.RebateSettle => new RebateSettled { Key = key, Member = member, OccurredAt = at, Scheme = Named(fields["rebate"]), Day = fields["day"].IsMissing ? fields["day"].Date() : fields["day"].DateOrNull() ?? default },
            _ => Custom(fields, type, key, member, at),
        };
        return read is null ? null : read with { RecordedAt = fields["recordedAt"].InstantOrNull() };
    }

    private CustomEvent? Custom(StrictObject fields, string type, string key, CustomerId member, Instant at)
    {
        bool isName = type is { Length: >= 1 and <= 64 } && type.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.');
        if (!isName || (customTypes is not null && !customTypes.Contains(type)))
        {
            if (type.Length > 0)
                fields["type"].Reject($"a type of event that is known: {string.Join(", ", EventTypes.Known.Concat(customTypes ?? []))}{(customTypes is null ? ", or one of letters, digits, '-', '_' and '.'" : "")}");
            foreach (string name in fields.Names)
                _ = fields[name];
            return null;
        }

        return new CustomEvent { Key = key, Member = member, OccurredAt = at, Name = type, Attributes = Texts(fields["attributes"]), Source = fields["source"].IsMissing ? null : Named(fields["source"]) };
    }

    /// <summary>An instant, or the last civil day on which something holds.</summary>
    private Instant? Until(StrictValue value)
    {
        if (value.IsMissing)
            return null;
        if (value.IsInstant(out Instant instant))
            return instant;
        if (calendar is not null && value.DateOrNull() is { } day && day != default)
            return calendar.StartOf(day.PlusDays(1));
        return calendar is null ? value.Instant() : null;
    }

    /// <summary>A field that has a second name; given under both it is refused.</summary>
    private static StrictValue OneOf(StrictObject fields, string name, string alias)
    {
        if (fields[alias].IsMissing)
            return fields[name];
        if (!fields[name].IsMissing)
            fields[alias].Reject($"possible beside {name}; keep one of them");
        return fields[alias];
    }

    private static decimal? Points(StrictObject fields) => fields["points"].IsMissing ? null : fields["points"].Points();

    private static CustomerId Customer(StrictValue value)
    {
        string text = value.Text(CustomerId.IsValid, "a member of 1 to 256 characters, not blank and without control characters");
        return text.Length == 0 ? Nobody : new CustomerId(text);
    }

    private static string Named(StrictValue value) => value.Text(CustomerId.IsValid, "a name of 1 to 256 characters, not blank and without control characters");

    private static Dictionary<string, string> Texts(StrictValue value)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        if (!value.IsMissing)
        {
            _ = value.Object(fields =>
            {
                foreach (string name in fields.Names)
                    texts[name] = fields[name].Text();
                return texts;
            }, "an object of texts such as {\"city\":\"Shanghai\"}");
        }

        return texts;
    }
}
