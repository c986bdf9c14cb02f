using CustomerValue.Customers;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a member who is written down.</summary>
internal static class LoyaltyMemberReader
{
    /// <summary>The member; the one who referred has no referrer of his own here.</summary>
    public static MemberSnapshot Read(StrictObject fields, bool isReferrer)
    {
        string member = fields["member"].Text(CustomerId.IsValid, "a member of 1 to 256 characters, not blank and without control characters");
        MemberSnapshot snapshot = new()
        {
            Member = new CustomerId(member.Length == 0 ? LoyaltyEventReader.InExample : member),
            Joined = fields["joined"].DateOrNull(),
            Profile = LoyaltyEventReader.Profile(fields),
            Tier = fields["tier"].TextOrNull(),
            Purchases = fields["purchases"].IsMissing ? 0 : fields["purchases"].Whole(0),
            LastPurchase = fields["lastPurchase"].DateOrNull(),
            Events = Events(fields["events"]),
            Times = Times(fields["times"]),
            Used = Points(fields["used"]),
            Budgets = Points(fields["budgets"]),
        };
        return isReferrer ? snapshot : snapshot with
        {
            Referrer = fields["referrer"].IsMissing ? null : fields["referrer"].Object(part => Read(part, isReferrer: true)),
            FirstOrder = fields["firstOrder"].MoneyOrNull(),
            IsReferralCycle = fields["referralCycle"].Flag(false),
        };
    }

    private static Dictionary<string, IReadOnlyList<LocalDate>> Events(StrictValue value) =>
        ByName<IReadOnlyList<LocalDate>>(value, days => [.. days.Array("an array of at most 1000 days").Select(day => day.DateOrNull() ?? default)]);

    private static Dictionary<string, int> Times(StrictValue value) => ByName(value, times => times.Whole(0));

    private static Dictionary<string, decimal> Points(StrictValue value) => ByName(value, LoyaltyValues.Points);

    private static Dictionary<string, T> ByName<T>(StrictValue value, Func<StrictValue, T> read)
    {
        Dictionary<string, T> values = new(StringComparer.Ordinal);
        if (!value.IsMissing)
        {
            _ = value.Object(fields =>
            {
                foreach (string name in fields.Names)
                    values[name] = read(fields[name]);
                return values;
            });
        }

        return values;
    }
}
