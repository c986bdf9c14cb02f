using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;

namespace CustomerValue.Json.Writing;

/// <summary>Writes the conditions of rules.</summary>
internal static class LoyaltyConditionWriter
{
    /// <exception cref="ArgumentException">The condition is of a type that documents don't know, or lies too deep for a document.</exception>
    public static void Write(Utf8JsonWriter writer, Condition condition, LoyaltyTypes own)
    {
        if (writer.CurrentDepth >= StrictDocument.MaxDepth - 4)
            throw new ArgumentException($"Conditions lie too deep in each other for a document, which has at most {StrictDocument.MaxDepth} levels; make them flatter.", nameof(condition));
        writer.WriteStartObject();
        switch (condition)
        {
            case AllCondition all:
                writer.List("all", all.Of, part => Write(writer, part, own));
                break;
            case AnyCondition any:
                writer.List("any", any.Of, part => Write(writer, part, own));
                break;
            case NotCondition not:
                writer.WritePropertyName("not");
                Write(writer, not.Of, own);
                break;
            case SameIdentityCondition same:
                writer.List("sameIdentityHash", same.Of, writer.WriteStringValue);
                break;
            case ReferralCycleCondition:
                writer.WriteBoolean("referralCycle", true);
                break;
            case var _ when own.ConditionOf(condition) is { } form:
                writer.WritePropertyName(form.Name);
                form.Write(writer, condition);
                break;
            default:
                writer.Object(NameOf(condition), () => Fields(writer, condition));
                break;
        }

        writer.WriteEndObject();
    }

    /// <summary>Which lines are meant; left out where they are all.</summary>
    public static void Lines(Utf8JsonWriter writer, string name, LineFilter lines)
    {
        if (!lines.IsAll)
            writer.Object(name, () => Lines(writer, lines));
    }

    private static string NameOf(Condition condition) => condition switch
    {
        BirthdayCondition => "isBirthday",
        AnniversaryCondition => "isAnniversary",
        AmountCondition => "amount",
        QuantityCondition => "quantity",
        AnyLineCondition => "anyLine",
        EveryLineCondition => "everyLine",
        RefereeFirstOrderCondition => "refereeFirstOrder",
        TierCondition => "tier",
        SegmentCondition => "segment",
        AttributeCondition => "attribute",
        EventAttributeCondition => "eventAttribute",
        OrderFieldCondition { Field: OrderField.Channel } => "channel",
        OrderFieldCondition { Field: OrderField.Store } => "store",
        OrderFieldCondition => "payment",
        PurchaseNumberCondition => "purchaseNumber",
        CountCondition => "count",
        StreakCondition => "streak",
        MemberForCondition => "memberFor",
        SinceLastPurchaseCondition => "sinceLastPurchase",
        WindowCondition => "window",
        _ => throw new ArgumentException($"There is no form for the condition {condition.GetType().Name} in documents; register it with {nameof(LoyaltyTypes)}.", nameof(condition)),
    };

    private static void Fields(Utf8JsonWriter writer, Condition condition)
    {
        switch (condition)
        {
            case BirthdayCondition birthday:
                Near(writer, birthday.DaysBefore, birthday.DaysAfter);
                writer.FlagUnless("wholeMonth", birthday.WholeMonth, false);
                writer.Days("verifiedAtLeastBefore", birthday.VerifiedDaysBefore == 0 ? null : birthday.VerifiedDaysBefore);
                break;
            case AnniversaryCondition anniversary:
                Near(writer, anniversary.DaysBefore, anniversary.DaysAfter);
                writer.WriteNumber("fromYear", anniversary.FromYear);
                break;
            case AmountCondition amount:
                writer.WriteString("of", "eligibleAmount");
                Lines(writer, "lines", amount.Lines);
                writer.Money("ge", amount.AtLeast);
                writer.Money("gt", amount.Above);
                writer.Money("le", amount.AtMost);
                writer.Money("lt", amount.Below);
                break;
            case QuantityCondition quantity:
                Lines(writer, "lines", quantity.Lines);
                writer.Decimal("ge", quantity.AtLeast);
                writer.Decimal("le", quantity.AtMost);
                break;
            case AnyLineCondition any:
                Lines(writer, any.Lines);
                break;
            case EveryLineCondition every:
                Lines(writer, every.Lines);
                break;
            case RefereeFirstOrderCondition first:
                writer.Money("ge", first.AtLeast);
                break;
            case TierCondition tier:
                writer.Texts("in", tier.In);
                writer.Text("atLeast", tier.AtLeast);
                break;
            case SegmentCondition segment:
                writer.WriteString("segmentation", segment.Segmentation);
                writer.List("in", segment.In, writer.WriteStringValue);
                break;
            case AttributeCondition attribute:
                writer.WriteString("name", attribute.Name);
                writer.List("in", attribute.In, writer.WriteStringValue);
                break;
            case EventAttributeCondition attribute:
                writer.WriteString("name", attribute.Name);
                writer.List("in", attribute.In, writer.WriteStringValue);
                break;
            case OrderFieldCondition field:
                writer.List("in", field.In, writer.WriteStringValue);
                break;
            case WindowCondition window:
                LoyaltyRuleWriter.WriteWindow(writer, window.Window);
                break;
            default:
                Counts(writer, condition);
                break;
        }
    }

    private static void Counts(Utf8JsonWriter writer, Condition condition)
    {
        switch (condition)
        {
            case PurchaseNumberCondition number:
                writer.Whole("is", number.Is);
                writer.Whole("every", number.Every);
                break;
            case CountCondition count:
                writer.WriteString("of", count.Of);
                writer.Word("per", LoyaltyWords.Periods, count.Period);
                writer.Whole("reaches", count.Reaches);
                writer.Whole("every", count.Every);
                break;
            case StreakCondition streak:
                writer.WriteString("of", streak.Of);
                writer.Word("unit", LoyaltyWords.Periods, streak.Unit);
                writer.WriteNumber("length", streak.Length);
                writer.FlagUnless("repeats", streak.Repeats, false);
                break;
            case MemberForCondition member:
                writer.Days("ge", member.AtLeastDays);
                writer.Days("lt", member.BelowDays);
                break;
            case SinceLastPurchaseCondition since:
                writer.Days("ge", since.AtLeastDays);
                break;
        }
    }

    private static void Near(Utf8JsonWriter writer, int before, int after) => writer.Object("window", () =>
    {
        writer.Days("before", before);
        writer.Days("after", after);
    });

    private static void Lines(Utf8JsonWriter writer, LineFilter lines)
    {
        Part(writer, "category", ("under", lines.CategoriesUnder), ("notUnder", lines.NotUnder));
        Part(writer, "product", ("in", lines.Products), ("notIn", lines.NotProducts));
        Part(writer, "brand", ("in", lines.Brands));
    }

    private static void Part(Utf8JsonWriter writer, string name, params (string Name, IReadOnlyList<string> Values)[] lists)
    {
        if (lists.All(list => list.Values.Count == 0))
            return;
        writer.Object(name, () =>
        {
            foreach ((string list, IReadOnlyList<string> values) in lists)
                writer.Texts(list, values);
        });
    }
}
