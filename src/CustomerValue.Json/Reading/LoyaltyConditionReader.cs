using CustomerValue.Customers;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;

namespace CustomerValue.Json.Reading;

/// <summary>Reads the conditions of rules: objects with one field, which names the condition.</summary>
internal static class LoyaltyConditionReader
{
    private static readonly Dictionary<string, Func<StrictValue, Condition?>> Forms = new(StringComparer.Ordinal)
    {
        ["isBirthday"] = value => value.Object(Birthday),
        ["isAnniversary"] = value => value.Object(Anniversary),
        ["amount"] = value => value.Object(Amount),
        ["quantity"] = value => value.Object(Quantity),
        ["anyLine"] = value => new AnyLineCondition { Lines = Lines(value) },
        ["everyLine"] = value => new EveryLineCondition { Lines = Lines(value) },
        ["refereeFirstOrder"] = value => value.Object(fields => new RefereeFirstOrderCondition { AtLeast = fields["ge"].Money() }),
        ["sameIdentityHash"] = value => new SameIdentityCondition { Of = value.Texts() },
        ["referralCycle"] = Cycle,
        ["tier"] = value => value.Object(fields => new TierCondition { In = fields["in"].Texts(), AtLeast = fields["atLeast"].TextOrNull() }),
        ["segment"] = value => value.Object(fields => new SegmentCondition { Segmentation = fields["segmentation"].Text(), In = Needed(fields["in"]) }),
        ["attribute"] = value => value.Object(fields => new AttributeCondition { Name = fields["name"].Text(), In = Needed(fields["in"]) }),
        ["eventAttribute"] = value => value.Object(fields => new EventAttributeCondition { Name = fields["name"].Text(), In = Needed(fields["in"]) }),
        ["channel"] = value => Field(value, OrderField.Channel),
        ["store"] = value => Field(value, OrderField.Store),
        ["payment"] = value => Field(value, OrderField.Payment),
        ["purchaseNumber"] = value => value.Object(fields => new PurchaseNumberCondition { Is = Whole(fields["is"]), Every = Whole(fields["every"]) }),
        ["count"] = value => value.Object(fields => new CountCondition
        {
            Of = fields["of"].Text(),
            Period = fields["per"].ChoiceOr(LoyaltyWords.Periods, default),
            Reaches = Whole(fields["reaches"]),
            Every = Whole(fields["every"]),
        }),
        ["streak"] = value => value.Object(fields => new StreakCondition
        {
            Of = fields["of"].Text(),
            Unit = fields["unit"].Choice(LoyaltyWords.Periods),
            Length = fields["length"].Whole(2),
            Repeats = fields["repeats"].Flag(false),
        }),
        ["memberFor"] = value => value.Object(fields => new MemberForCondition
        {
            AtLeastDays = fields["ge"].IsMissing ? null : fields["ge"].Days(),
            BelowDays = fields["lt"].IsMissing ? null : fields["lt"].Days(),
        }),
        ["sinceLastPurchase"] = value => value.Object(fields => new SinceLastPurchaseCondition { AtLeastDays = fields["ge"].Days() }),
        ["window"] = value => LoyaltyRuleReader.Window(value) is { } window ? new WindowCondition { Window = window } : null,
    };

    /// <summary>The names of the library's own conditions.</summary>
    public static IEnumerable<string> Names => ["all", "any", "not", .. Forms.Keys];

    /// <param name="value">The condition.</param>
    /// <param name="own">What there is beside the library's conditions.</param>
    public static Condition? Read(StrictValue value, LoyaltyTypes own)
    {
        string form = $"a condition: an object with one of the fields {string.Join(", ", Names.Concat(own.ConditionNames))}";
        return value.Object<Condition?>(fields =>
        {
            if (fields.Names.Count == 1)
            {
                string name = fields.Names[0];
                switch (name)
                {
                    case "all": return new AllCondition { Of = Parts(fields[name], own) };
                    case "any": return new AnyCondition { Of = Parts(fields[name], own) };
                    case "not": return Read(fields[name], own) is { } of ? new NotCondition { Of = of } : null;
                }

                if (Forms.TryGetValue(name, out Func<StrictValue, Condition?>? read))
                    return read(fields[name]);
                if (own.ConditionOf(name) is { } registered)
                    return registered.Read(fields[name]);
            }

            value.Reject(form);
            foreach (string name in fields.Names)
                _ = fields[name];
            return null;
        }, form);
    }

    /// <summary>Which lines are meant; all where nothing is said.</summary>
    public static LineFilter Lines(StrictValue value)
    {
        if (value.IsMissing)
            return LineFilter.All;
        return value.Object(fields =>
        {
            LineFilter lines = LineFilter.All;
            if (!fields["category"].IsMissing)
                lines = fields["category"].Object(part => lines with { CategoriesUnder = part["under"].Texts(), NotUnder = part["notUnder"].Texts() }) ?? lines;
            if (!fields["product"].IsMissing)
                lines = fields["product"].Object(part => lines with { Products = part["in"].Texts(), NotProducts = part["notIn"].Texts() }) ?? lines;
            return fields["brand"].IsMissing ? lines : fields["brand"].Object(part => lines with { Brands = part["in"].Texts() }) ?? lines;
        }) ?? LineFilter.All;
    }

    private static Condition[] Parts(StrictValue value, LoyaltyTypes own) => [.. value.Array("an array of at most 1000 conditions").Select(part => Read(part, own)).OfType<Condition>()];

    private static IReadOnlyList<string> Needed(StrictValue value)
    {
        if (value.IsMissing)
            value.Reject("a text or an array of texts");
        return value.Texts();
    }

    private static int? Whole(StrictValue value) => value.IsMissing ? null : value.Whole(1);

    private static OrderFieldCondition? Field(StrictValue value, OrderField field) => value.Object(fields => new OrderFieldCondition { Field = field, In = Needed(fields["in"]) });

    private static ReferralCycleCondition? Cycle(StrictValue value)
    {
        if (value.Boolean())
            return new ReferralCycleCondition();
        value.Reject("true; for its opposite put it into a not");
        return null;
    }

    private static BirthdayCondition Birthday(StrictObject fields)
    {
        (int before, int after) = Near(fields["window"]);
        return new BirthdayCondition
        {
            DaysBefore = before,
            DaysAfter = after,
            WholeMonth = fields["wholeMonth"].Flag(false),
            VerifiedDaysBefore = fields["verifiedAtLeastBefore"].IsMissing ? 0 : fields["verifiedAtLeastBefore"].Days(),
        };
    }

    private static AnniversaryCondition Anniversary(StrictObject fields)
    {
        (int before, int after) = Near(fields["window"]);
        return new AnniversaryCondition { DaysBefore = before, DaysAfter = after, FromYear = fields["fromYear"].IsMissing ? 1 : fields["fromYear"].Whole(1) };
    }

    private static (int Before, int After) Near(StrictValue window) => window.IsMissing ? (0, 0)
        : window.Object(part => (part["before"].IsMissing ? 0 : part["before"].Days(), part["after"].IsMissing ? 0 : part["after"].Days()));

    private static AmountCondition Amount(StrictObject fields)
    {
        fields["of"].Only("eligibleAmount");
        AmountCondition amount = new()
        {
            Lines = Lines(fields["lines"]),
            AtLeast = fields["ge"].MoneyOrNull(),
            Above = fields["gt"].MoneyOrNull(),
            AtMost = fields["le"].MoneyOrNull(),
            Below = fields["lt"].MoneyOrNull(),
        };
        if (fields["ge"].IsMissing && fields["gt"].IsMissing && fields["le"].IsMissing && fields["lt"].IsMissing)
            fields["ge"].Reject("at least one of ge, gt, le, lt, such as \"ge\":\"20.00 CNY\"");
        return amount;
    }

    private static QuantityCondition Quantity(StrictObject fields)
    {
        if (fields["ge"].IsMissing && fields["le"].IsMissing)
            fields["ge"].Reject("at least one of ge, le, such as \"ge\":\"3\"");
        return new QuantityCondition { Lines = Lines(fields["lines"]), AtLeast = fields["ge"].DecimalOrNull(), AtMost = fields["le"].DecimalOrNull() };
    }
}
