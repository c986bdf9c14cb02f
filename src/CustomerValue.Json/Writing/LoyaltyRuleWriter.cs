using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;

namespace CustomerValue.Json.Writing;

/// <summary>Writes rules with their limits, caps, effects and examples.</summary>
internal static class LoyaltyRuleWriter
{
    public static void Write(Utf8JsonWriter writer, LoyaltyRule rule, LoyaltyTypes own)
    {
        writer.WriteString("id", rule.Id);
        if (rule.Name is { } name)
            writer.WriteText("name", name);
        writer.WriteString("on", rule.On);
        writer.WriteNumber("priority", rule.Priority);
        writer.Text("group", rule.Group);
        if (rule.Window is { } window)
            writer.Object("window", () => WriteWindow(writer, window));
        if (rule.When is { } when)
        {
            writer.WritePropertyName("when");
            LoyaltyConditionWriter.Write(writer, when, own);
        }

        WriteLimit(writer, rule.Limit);
        Caps(writer, rule);
        if (rule.Budget is { } budget)
            writer.Object("budget", () => WriteCap(writer, budget, null, isBudget: true));
        writer.List("then", rule.Then, effect => Write(writer, effect, own));
        writer.Objects("examples", rule.Examples, (to, example) => Write(to, example, rule.On));
    }

    public static void WriteCap(Utf8JsonWriter writer, Cap cap, string? id, bool isBudget = false)
    {
        writer.Text("id", id);
        writer.WriteString("wallet", cap.Wallet);
        bool perMember = cap.PerMember && !isBudget;
        string period = Words.Of(LoyaltyWords.Periods, cap.Period);
        writer.List("per", perMember ? cap.Period == CivilPeriod.Ever ? ["member"] : ["member", period] : new[] { period }, writer.WriteStringValue);
        writer.Decimal("limit", cap.Limit);
        writer.Word("overflow", LoyaltyWords.Overflows, cap.Overflow);
        writer.WriteBoolean("releaseOnReversal", cap.ReleaseOnReversal);
    }

    public static void WriteLimit(Utf8JsonWriter writer, RuleLimit? limit)
    {
        if (limit is null)
            return;
        string person = Words.Of(LoyaltyWords.Persons, limit.Of);
        if (limit is { Period: CivilPeriod.Ever, Times: 1 })
        {
            writer.WriteString("once", person);
            return;
        }

        writer.Object("limit", () =>
        {
            writer.List("per", new[] { person, Words.Of(LoyaltyWords.Periods, limit.Period) }, writer.WriteStringValue);
            writer.WriteNumber("times", limit.Times);
        });
    }

    public static void WriteWindow(Utf8JsonWriter writer, RuleWindow window)
    {
        writer.Date("from", window.Days.From);
        writer.Date("to", window.Days.To);
        if (window.Weekdays.Count > 0)
            writer.List("weekdays", window.Weekdays, day => writer.WriteStringValue(Words.Of(LoyaltyWords.Weekdays, day)));
        if (window.MonthDays.Count > 0)
            writer.List("monthDays", window.MonthDays, writer.WriteNumberValue);
        if (window.DailyFrom is null && window.DailyTo is null)
            return;
        writer.Object("daily", () =>
        {
            writer.Time("from", window.DailyFrom);
            writer.Time("to", window.DailyTo);
        });
    }

    private static void Caps(Utf8JsonWriter writer, LoyaltyRule rule)
    {
        if (rule.Cap is not { } cap)
        {
            writer.Texts("cap", rule.SharedCaps);
            return;
        }

        void Own()
        {
            writer.WriteStartObject();
            WriteCap(writer, cap, null);
            writer.WriteEndObject();
        }
        if (rule.SharedCaps.Count == 0)
        {
            writer.WritePropertyName("cap");
            Own();
            return;
        }

        writer.WriteStartArray("cap");
        Own();
        foreach (string shared in rule.SharedCaps)
            writer.WriteStringValue(shared);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Effect effect, LoyaltyTypes own)
    {
        writer.WriteStartObject();
        switch (effect)
        {
            case EarnEffect earn:
                writer.Object("earn", () => Write(writer, earn));
                break;
            case BonusEffect bonus:
                writer.Object("bonus", () => Write(writer, bonus));
                break;
            case ReverseEarnEffect reverse:
                writer.Object("reverseEarnOf", () =>
                {
                    writer.WriteString("source", "order");
                    writer.WriteString("basis", "remainingEligibleAmount");
                    writer.List("includes", new[] { reverse.Base ? "base" : "", reverse.Bonus ? "bonus" : "", reverse.Once ? "once" : "" }.Where(kind => kind.Length > 0), writer.WriteStringValue);
                });
                break;
            case RestoreRedemptionEffect:
                writer.Object("restoreRedemptionOf", () =>
                {
                    writer.WriteString("source", "order");
                    writer.WriteString("basis", "refundedShare");
                });
                break;
            case IssueCouponEffect coupon:
                writer.Object("issueCoupon", () => writer.WriteString("reward", coupon.Reward));
                break;
            default:
                OwnForm<Effect> form = own.EffectOf(effect) ?? throw new ArgumentException($"There is no form for the effect {effect.GetType().Name} in documents; register it with {nameof(LoyaltyTypes)}.", nameof(effect));
                writer.WritePropertyName(form.Name);
                form.Write(writer, effect);
                break;
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, EarnEffect earn)
    {
        writer.Text("wallet", earn.Wallet);
        if (earn.Per is null && earn.PerQuantity is null)
        {
            writer.Decimal("points", earn.Points);
        }
        else
        {
            writer.Object("rate", () =>
            {
                writer.Decimal("points", earn.Points);
                writer.Money("per", earn.Per);
                writer.Decimal("perQuantity", earn.PerQuantity);
            });
        }

        writer.FlagUnless("wholeSteps", earn.WholeSteps, false);
        LoyaltyConditionWriter.Lines(writer, "lines", earn.Lines);
        writer.FlagUnless("qualifying", earn.Qualifying, false);
        writer.WordUnless("to", LoyaltyWords.Persons, earn.To);
        writer.Period("pending", earn.Pending);
        LoyaltyProgramWriter.Expiry(writer, "expiry", earn.Expiry);
    }

    private static void Write(Utf8JsonWriter writer, BonusEffect bonus)
    {
        writer.Text("wallet", bonus.Wallet);
        writer.Decimal("factor", bonus.Factor);
        writer.Map("factorByTier", bonus.FactorByTier, LoyaltyValues.Text);
        writer.WriteString("of", "base");
        LoyaltyConditionWriter.Lines(writer, "lines", bonus.Lines);
        writer.FlagUnless("qualifying", bonus.Qualifying, false);
        writer.Period("pending", bonus.Pending);
        LoyaltyProgramWriter.Expiry(writer, "expiry", bonus.Expiry);
    }

    private static void Write(Utf8JsonWriter writer, RuleExample example, string on)
    {
        writer.Object("given", () => LoyaltyEventWriter.WriteExample(writer, example.Given, on));
        if (!ReferenceEquals(example.Member, MemberProfile.Unknown))
            writer.Object("member", () => LoyaltyEventWriter.WriteProfile(writer, example.Member));
        writer.Text("tier", example.Tier);
        writer.Map("expect", example.Expect, LoyaltyValues.Text, always: true);
    }
}
