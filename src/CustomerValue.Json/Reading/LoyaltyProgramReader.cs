using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using CustomerValue.Loyalty.Rebates;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Json.Reading;

/// <summary>Reads loyalty programmes: their form. What their parts mean for each other is for the check that loading runs.</summary>
internal static class LoyaltyProgramReader
{
    private const int Most = 1000;

    public static LoyaltyProgram Read(StrictObject fields, LoyaltyTypes own)
    {
        long before = fields.Problems.Count;
        _ = fields["formatVersion"].Whole(1, 1);
        // Nothing else of another version would be understood.
        if (fields.Problems.Count > before)
            fields.Problems.ThrowIfAny();
        Wallet[] wallets = Items(fields["wallets"], Wallet, needed: true);
        string? only = wallets.Length == 1 ? wallets[0].Id : null;
        return new LoyaltyProgram
        {
            Id = fields["program"].Text(),
            Version = fields["version"].Text(),
            TimeZone = fields["timeZone"].Text(),
            Effective = fields["effective"].IsMissing ? DayRange.Always : fields["effective"].Object(Days) ?? DayRange.Always,
            Wallets = wallets,
            Rounding = fields["rounding"].IsMissing ? new RoundingPolicy() : fields["rounding"].Object(Rounding) ?? new RoundingPolicy(),
            Composition = fields["composition"].ChoiceOr(LoyaltyWords.Compositions, default),
            Policies = fields["policies"].IsMissing ? new ProgramPolicies() : fields["policies"].Object(LoyaltyPoliciesReader.Read) ?? new ProgramPolicies(),
            Tiers = fields["tiers"].IsMissing ? null : fields["tiers"].Object(Tiers),
            Groups = Items(fields["groups"], Group),
            Caps = Items(fields["caps"], each => LoyaltyRuleReader.Cap(each, only, each["id"].Text(), perMember: true)),
            Categories = fields["categories"].IsMissing ? [] : [.. fields["categories"].Array("an array of at most 10000 paths of categories", 10_000).Select(item => item.Text())],
            CustomEvents = fields["events"].Texts(),
            Rules = Items(fields["rules"], each => LoyaltyRuleReader.Read(each, only, own), most: ProgramCheck.MostRules),
            Rewards = Items(fields["rewards"], Reward),
            Rebates = Items(fields["rebates"], Rebate),
            Margin = fields["margin"].DecimalOrNull(),
        };
    }

    public static T[] Items<T>(StrictValue value, Func<StrictObject, T?> read, bool needed = false, int most = Most)
        where T : class => value.IsMissing && !needed ? [] : [.. value.Array($"an array of at most {most} objects", most).Select(item => item.Object(read)).OfType<T>()];

    public static DayRange Days(StrictObject fields) => new() { From = fields["from"].DateOrNull(), To = fields["to"].DateOrNull() };

    /// <summary>Terms of expiry; fields that their type has no use for are unknown to it.</summary>
    public static ExpiryTerms? Expiry(StrictValue value) => value.IsMissing ? null : value.Object(fields =>
    {
        ExpiryKind kind = fields["type"].Choice(LoyaltyWords.Expiries);
        return new ExpiryTerms
        {
            Kind = kind,
            Period = kind is ExpiryKind.Rolling or ExpiryKind.FixedAfter ? fields["period"].Period() : kind == ExpiryKind.EndOfPeriod ? fields["period"].PeriodOrNull() : null,
            EndOf = kind == ExpiryKind.EndOfPeriod ? fields["of"].Choice(LoyaltyWords.Periods) : CivilPeriod.CalendarYear,
            Date = kind == ExpiryKind.FixedDate ? Date(fields["date"]) : null,
            ThroughEndOfDay = kind == ExpiryKind.Never || fields["validThrough"].ChoiceOr(LoyaltyWords.ValidThrough, true),
        };
    }, "terms of expiry such as {\"type\":\"rolling\",\"period\":\"P12M\"}");

    private static NodaTime.LocalDate? Date(StrictValue value)
    {
        if (!value.IsMissing)
            return value.DateOrNull();
        value.Reject("a date such as 2026-12-31");
        return null;
    }

    private static Wallet Wallet(StrictObject fields) => new()
    {
        Id = fields["id"].Text(),
        Scale = fields["scale"].IsMissing ? 0 : fields["scale"].Whole(0, Loyalty.Programs.Wallet.LargestScale),
        Currency = fields["currency"].IsMissing ? null : fields["currency"].Currency(),
        Expiry = Expiry(fields["expiry"]) ?? ExpiryTerms.Never,
        Consume = fields["consume"].IsMissing ? new Wallet { Id = "" }.Consume : [.. fields["consume"].Array("an array of orders of spending", 3).Select(item => item.Choice(LoyaltyWords.Consumptions))],
        LiabilityUnitValue = fields["liabilityUnitValue"].MoneyOrNull(),
    };

    private static RoundingPolicy Rounding(StrictObject fields) => new()
    {
        Scope = fields["scope"].ChoiceOr(LoyaltyWords.Scopes, default),
        Mode = fields["mode"].ChoiceOr(LoyaltyWords.Modes, default),
    };

    private static TierScheme Tiers(StrictObject fields) => new()
    {
        Basis = fields["basis"].ChoiceOr(LoyaltyWords.Bases, default),
        Wallet = fields["wallet"].TextOrNull(),
        Period = fields["period"].ChoiceOr(LoyaltyWords.TierPeriods, default),
        Window = fields["window"].PeriodOrNull(),
        Downgrade = fields["downgrade"].ChoiceOr(LoyaltyWords.Downgrades, default),
        Grace = fields["grace"].PeriodOrNull(),
        Levels = Items(fields["levels"], level => new TierLevel
        {
            Id = level["id"].Text(),
            Name = level["name"].IsMissing ? null : level["name"].Localized(),
            From = level["from"].Decimal(),
            LifetimeFrom = level["lifetimeFrom"].DecimalOrNull(),
            Benefits = Items(level["benefits"], benefit => new TierBenefit
            {
                Id = benefit["id"].Text(),
                Description = benefit["description"].Localized(),
                Discount = benefit["discount"].DecimalOrNull(),
            }),
        }, needed: true),
    };

    private static RuleGroup Group(StrictObject fields)
    {
        if (!fields["tieBreak"].IsMissing)
        {
            IReadOnlyList<StrictValue> order = fields["tieBreak"].Array("[\"priority\",\"id\"], the only order of ties", 2);
            if (order.Count != 2 || !order[0].IsWord("priority") || !order[1].IsWord("id"))
                fields["tieBreak"].Reject("[\"priority\",\"id\"], the only order of ties");
        }

        return new RuleGroup { Id = fields["id"].Text(), Mode = fields["mode"].Choice(LoyaltyWords.GroupModes), Excludes = fields["excludes"].Texts() };
    }

    private static Reward Reward(StrictObject fields) => new()
    {
        Id = fields["id"].Text(),
        Name = fields["name"].IsMissing ? null : fields["name"].Localized(),
        Kind = fields["kind"].Choice(LoyaltyWords.RewardKinds),
        Wallet = fields["wallet"].TextOrNull(),
        Price = fields["price"].DecimalOrNull(),
        PriceByTier = Decimals(fields["priceByTier"]),
        Value = fields["value"].MoneyOrNull(),
        Stock = fields["stock"].IsMissing ? null : fields["stock"].Whole(0),
        Limit = LoyaltyRuleReader.Limit(fields),
        Offered = fields["offered"].IsMissing ? DayRange.Always : fields["offered"].Object(Days) ?? DayRange.Always,
        Validity = Expiry(fields["validity"]) ?? ExpiryTerms.Never,
    };

    private static RebateScheme Rebate(StrictObject fields) => new()
    {
        Id = fields["id"].Text(),
        Name = fields["name"].IsMissing ? null : fields["name"].Localized(),
        Wallet = fields["wallet"].TextOrNull(),
        Period = fields["period"].Choice(LoyaltyWords.Periods),
        Rate = fields["rate"].Decimal(),
        Levels = Items(fields["levels"], level => new RebateLevel(level["growthFrom"].Decimal(), level["rate"].Decimal())),
        Pending = fields["pending"].PeriodOrNull(),
    };

    /// <summary>An object of decimals under names of its own.</summary>
    public static IReadOnlyDictionary<string, decimal> Decimals(StrictValue value)
    {
        Dictionary<string, decimal> read = new(StringComparer.Ordinal);
        if (!value.IsMissing)
        {
            _ = value.Object(fields =>
            {
                foreach (string name in fields.Names)
                    read[name] = fields[name].Decimal();
                return read;
            });
        }

        return read;
    }
}
