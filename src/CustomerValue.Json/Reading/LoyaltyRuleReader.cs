using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;

namespace CustomerValue.Json.Reading;

/// <summary>Reads the rules of a programme, with their limits, caps and effects.</summary>
internal static class LoyaltyRuleReader
{
    private const string PerForm = "\"member\", a period such as \"localMonth\", or both: [\"member\",\"localMonth\"]";

    /// <summary>The names of the library's own effects.</summary>
    public static readonly IReadOnlyList<string> EffectNames = ["earn", "bonus", "reverseEarnOf", "restoreRedemptionOf", "issueCoupon"];

    /// <param name="fields">The rule.</param>
    /// <param name="only">The only wallet, or null where there are several.</param>
    /// <param name="own">Conditions and effects beside those of the library.</param>
    public static LoyaltyRule Read(StrictObject fields, string? only, LoyaltyTypes own)
    {
        string id = fields["id"].Text();
        string on = fields["on"].Text();
        (Cap? cap, IReadOnlyList<string> shared) = Caps(fields["cap"], only, id);
        return new LoyaltyRule
        {
            Id = id,
            Name = fields["name"].IsMissing ? null : fields["name"].Localized(),
            On = on,
            Priority = fields["priority"].IsMissing ? 0 : fields["priority"].Whole(int.MinValue),
            Group = fields["group"].TextOrNull(),
            Window = Window(fields["window"]),
            When = fields["when"].IsMissing ? null : LoyaltyConditionReader.Read(fields["when"], own),
            Limit = Limit(fields),
            Cap = cap,
            SharedCaps = shared,
            Budget = fields["budget"].IsMissing ? null : fields["budget"].Object(part => Cap(part, only, id, perMember: false)),
            Then = [.. fields["then"].Array("an array of effects", 100).Select(effect => Effect(effect, own)).OfType<Effect>()],
            Examples = LoyaltyProgramReader.Items(fields["examples"], example => LoyaltyExampleReader.Read(example, on)),
        };
    }

    /// <summary>A cap; one that says nothing of members is theirs (a budget: everybody's) for all time.</summary>
    public static Cap Cap(StrictObject fields, string? only, string id, bool perMember)
    {
        CivilPeriod period = CivilPeriod.Ever;
        StrictValue per = fields["per"];
        if (!per.IsMissing)
        {
            string? person = Per(per, ref period, "member");
            if (!perMember && person is not null)
                per.Reject("a period: a budget is of all members together; a limit for each of them is a cap");
            perMember = person is not null;
        }

        return new Cap
        {
            Id = id,
            Wallet = only is not null && fields["wallet"].IsMissing ? only : fields["wallet"].Text(),
            PerMember = perMember,
            Period = period,
            Limit = fields["limit"].Decimal(),
            Overflow = fields["overflow"].ChoiceOr(LoyaltyWords.Overflows, default),
            ReleaseOnReversal = fields["releaseOnReversal"].Flag(true),
        };
    }

    /// <summary>The limit of a rule or reward: <c>limit</c>, or <c>once</c> for one time ever.</summary>
    public static RuleLimit? Limit(StrictObject fields)
    {
        StrictValue once = fields["once"];
        StrictValue limit = fields["limit"];
        if (!once.IsMissing)
        {
            if (!limit.IsMissing)
                once.Reject("possible beside a limit; keep one of them");
            return new RuleLimit { Of = once.Choice(LoyaltyWords.Persons) };
        }

        return limit.IsMissing ? null : limit.Object(part =>
        {
            CivilPeriod period = CivilPeriod.Ever;
            string person = (part["per"].IsMissing ? null : Per(part["per"], ref period, "member", "referrer", "referee")) ?? "member";
            return new RuleLimit { Of = LoyaltyWords.Persons[person], Period = period, Times = part["times"].IsMissing ? 1 : part["times"].Whole(1) };
        });
    }

    public static RuleWindow? Window(StrictValue value) => value.IsMissing ? null : value.Object(fields =>
    {
        RuleWindow window = new()
        {
            Days = LoyaltyProgramReader.Days(fields),
            Weekdays = fields["weekdays"].IsMissing ? [] : [.. fields["weekdays"].Array("an array of days such as \"monday\"", 7).Select(item => item.Choice(LoyaltyWords.Weekdays))],
            MonthDays = fields["monthDays"].IsMissing ? [] : [.. fields["monthDays"].Array("an array of days, 1 to 31, or -1 for the last one", 32).Select(item => item.Whole(-1, 31))],
        };
        return fields["daily"].IsMissing ? window : fields["daily"].Object(daily => window with { DailyFrom = daily["from"].TimeOrNull(), DailyTo = daily["to"].TimeOrNull() }) ?? window;
    });

    /// <summary>Who and in which period: the person, or null where none is named.</summary>
    private static string? Per(StrictValue value, ref CivilPeriod period, params string[] persons)
    {
        string? person = null;
        bool hasPeriod = false;
        IReadOnlyList<StrictValue> words = value.IsText ? [value] : value.Array(PerForm, 2);
        foreach (StrictValue word in words)
        {
            if (word.WordText is { } text && person is null && persons.Contains(text))
            {
                person = text;
            }
            else if (word.WordText is { } name && !hasPeriod && LoyaltyWords.Periods.TryGetValue(name, out CivilPeriod found))
            {
                period = found;
                hasPeriod = true;
            }
            else
            {
                word.Reject($"one of {string.Join(", ", persons)} or one of {string.Join(", ", LoyaltyWords.Periods.Keys)}, each once");
            }
        }

        return person;
    }

    /// <summary>The name of a cap, a cap of the rule's own, or an array of both.</summary>
    private static (Cap? Own, IReadOnlyList<string> Shared) Caps(StrictValue value, string? only, string id)
    {
        if (value.IsMissing)
            return (null, []);
        Cap? own = null;
        List<string> shared = [];
        foreach (StrictValue item in value.IsArray ? value.Array("an array of at most 100 caps", 100) : [value])
        {
            if (item.IsText)
                shared.Add(item.Text());
            else if (own is not null)
                item.Reject("the name of a cap: a rule has one cap of its own; put others under caps");
            else
                own = item.Object(fields => Cap(fields, only, id, perMember: true), "the name of a cap, or a cap such as {\"per\":[\"member\",\"localMonth\"],\"limit\":\"200\"}");
        }

        return (own, shared);
    }

    private static Effect? Effect(StrictValue value, LoyaltyTypes own)
    {
        string form = $"an effect: an object with one of the fields {string.Join(", ", EffectNames.Concat(own.EffectNames))}";
        return value.Object<Effect?>(fields =>
        {
            if (fields.Names.Count == 1 && own.EffectOf(fields.Names[0]) is { } registered)
            {
                Effect? effect = registered.Read(fields[fields.Names[0]]);
                // An enumeration of System.Text.Json takes any number.
                if (effect is AwardEffect award && !LoyaltyWords.Persons.Values.Contains(award.To))
                    fields[fields.Names[0]].Reject($"an effect that pays one of {string.Join(", ", LoyaltyWords.Persons.Keys)}");
                return effect;
            }

            if (fields.Names.Count == 1 && EffectNames.Contains(fields.Names[0]))
                return Effect(fields);
            value.Reject(form);
            foreach (string name in fields.Names)
                _ = fields[name];
            return null;
        }, form);
    }

    private static Effect? Effect(StrictObject fields)
    {
        switch (fields.Names[0])
        {
            case "earn": return fields["earn"].Object(Earn);
            case "bonus": return fields["bonus"].Object(Bonus);
            case "reverseEarnOf": return fields["reverseEarnOf"].Object(Reverse);
            case "restoreRedemptionOf":
                return fields["restoreRedemptionOf"].Object(part =>
                {
                    part["source"].Only("order");
                    part["basis"].Only("refundedShare");
                    return new RestoreRedemptionEffect();
                });
            default: return fields["issueCoupon"].Object(part => new IssueCouponEffect { Reward = part["reward"].Text() });
        }
    }

    private static EarnEffect Earn(StrictObject fields)
    {
        fields["of"].Only("eligibleAmount");
        EarnEffect earn = new()
        {
            Wallet = fields["wallet"].TextOrNull(),
            Points = 0,
            WholeSteps = fields["wholeSteps"].Flag(false),
            Lines = LoyaltyConditionReader.Lines(fields["lines"]),
            Qualifying = fields["qualifying"].Flag(false),
            To = fields["to"].ChoiceOr(LoyaltyWords.Persons, default),
            Pending = fields["pending"].PeriodOrNull(),
            Expiry = LoyaltyProgramReader.Expiry(fields["expiry"]),
        };
        if (fields["rate"].IsMissing)
            return earn with { Points = fields["points"].Decimal() };
        if (!fields["points"].IsMissing)
            fields["points"].Reject("possible beside a rate; keep one of them");
        return fields["rate"].Object(rate =>
        {
            bool isQuantity = !rate["perQuantity"].IsMissing;
            return earn with
            {
                Points = rate["points"].Decimal(),
                PerQuantity = rate["perQuantity"].DecimalOrNull(),
                Per = isQuantity ? rate["per"].MoneyOrNull() : rate["per"].Money(),
            };
        }) ?? earn;
    }

    private static BonusEffect Bonus(StrictObject fields)
    {
        fields["of"].Only("base");
        return new BonusEffect
        {
            Wallet = fields["wallet"].TextOrNull(),
            Factor = fields["factor"].DecimalOrNull(),
            FactorByTier = LoyaltyProgramReader.Decimals(fields["factorByTier"]),
            Lines = LoyaltyConditionReader.Lines(fields["lines"]),
            Qualifying = fields["qualifying"].Flag(false),
            Pending = fields["pending"].PeriodOrNull(),
            Expiry = LoyaltyProgramReader.Expiry(fields["expiry"]),
        };
    }

    private static ReverseEarnEffect Reverse(StrictObject fields)
    {
        fields["source"].Only("order");
        fields["basis"].Only("remainingEligibleAmount");
        if (fields["includes"].IsMissing)
            return new ReverseEarnEffect();
        HashSet<string> included = [];
        foreach (StrictValue item in fields["includes"].Array("an array of base, bonus and once", 3))
        {
            if (item.WordText is not ("base" or "bonus" or "once") || !included.Add(item.WordText))
                item.Reject("one of base, bonus, once, each once");
        }

        return new ReverseEarnEffect { Base = included.Contains("base"), Bonus = included.Contains("bonus"), Once = included.Contains("once") };
    }
}
