using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rebates;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Json.Writing;

/// <summary>Writes loyalty programmes.</summary>
internal static class LoyaltyProgramWriter
{
    public static void Write(Utf8JsonWriter writer, LoyaltyProgram program, LoyaltyTypes own)
    {
        writer.WriteStartObject();
        writer.WriteNumber("formatVersion", 1);
        writer.WriteString("program", program.Id);
        writer.WriteString("version", program.Version);
        writer.WriteString("timeZone", program.TimeZone);
        Days(writer, "effective", program.Effective);
        writer.List("wallets", program.Wallets, wallet => Write(writer, wallet));
        writer.Object("rounding", () =>
        {
            writer.Word("scope", LoyaltyWords.Scopes, program.Rounding.Scope);
            writer.Word("mode", LoyaltyWords.Modes, program.Rounding.Mode);
        });
        writer.Word("composition", LoyaltyWords.Compositions, program.Composition);
        writer.Object("policies", () => LoyaltyPoliciesWriter.Write(writer, program.Policies));
        if (program.Tiers is { } tiers)
            writer.Object("tiers", () => Write(writer, tiers));
        writer.Objects("groups", program.Groups, Write);
        writer.Objects("caps", program.Caps, (to, cap) => LoyaltyRuleWriter.WriteCap(to, cap, cap.Id));
        if (program.Categories.Count > 0)
            writer.List("categories", program.Categories, writer.WriteStringValue);
        if (program.CustomEvents.Count > 0)
            writer.List("events", program.CustomEvents, writer.WriteStringValue);
        writer.Objects("rules", program.Rules, (to, rule) => LoyaltyRuleWriter.Write(to, rule, own));
        writer.Objects("rewards", program.Rewards, Write);
        writer.Objects("rebates", program.Rebates, Write);
        writer.Decimal("margin", program.Margin);
        writer.WriteEndObject();
    }

    public static void Days(Utf8JsonWriter writer, string name, DayRange days)
    {
        if (days.From is null && days.To is null)
            return;
        writer.Object(name, () =>
        {
            writer.Date("from", days.From);
            writer.Date("to", days.To);
        });
    }

    public static void Expiry(Utf8JsonWriter writer, string name, ExpiryTerms? terms)
    {
        if (terms is null)
            return;
        writer.Object(name, () =>
        {
            writer.Word("type", LoyaltyWords.Expiries, terms.Kind);
            if (terms.Kind == ExpiryKind.Never)
                return;
            if (terms.Kind == ExpiryKind.EndOfPeriod)
                writer.Word("of", LoyaltyWords.Periods, terms.EndOf);
            if (terms.Kind == ExpiryKind.FixedDate)
                writer.Date("date", terms.Date);
            else
                writer.Period("period", terms.Period);
            writer.Word("validThrough", LoyaltyWords.ValidThrough, terms.ThroughEndOfDay);
        });
    }

    private static void Write(Utf8JsonWriter writer, Wallet wallet)
    {
        writer.WriteStartObject();
        writer.WriteString("id", wallet.Id);
        writer.WriteNumber("scale", wallet.Scale);
        writer.Text("currency", wallet.Currency?.Code);
        Expiry(writer, "expiry", wallet.Expiry);
        writer.List("consume", wallet.Consume, by => writer.WriteStringValue(Words.Of(LoyaltyWords.Consumptions, by)));
        writer.Money("liabilityUnitValue", wallet.LiabilityUnitValue);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TierScheme tiers)
    {
        writer.Word("basis", LoyaltyWords.Bases, tiers.Basis);
        writer.Text("wallet", tiers.Wallet);
        writer.Word("period", LoyaltyWords.TierPeriods, tiers.Period);
        writer.Period("window", tiers.Window);
        writer.Word("downgrade", LoyaltyWords.Downgrades, tiers.Downgrade);
        writer.Period("grace", tiers.Grace);
        writer.List("levels", tiers.Levels, level =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", level.Id);
            if (level.Name is { } name)
                writer.WriteText("name", name);
            writer.Decimal("from", level.From);
            writer.Decimal("lifetimeFrom", level.LifetimeFrom);
            writer.Objects("benefits", level.Benefits, (to, benefit) =>
            {
                to.WriteString("id", benefit.Id);
                to.WriteText("description", benefit.Description);
                to.Decimal("discount", benefit.Discount);
            });
            writer.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter writer, RuleGroup group)
    {
        writer.WriteString("id", group.Id);
        writer.Word("mode", LoyaltyWords.GroupModes, group.Mode);
        if (group.Excludes.Count > 0)
            writer.List("excludes", group.Excludes, writer.WriteStringValue);
    }

    private static void Write(Utf8JsonWriter writer, RebateScheme rebate)
    {
        writer.WriteString("id", rebate.Id);
        if (rebate.Name is { } name)
            writer.WriteText("name", name);
        writer.Text("wallet", rebate.Wallet);
        writer.Word("period", LoyaltyWords.Periods, rebate.Period);
        writer.Decimal("rate", rebate.Rate);
        writer.Objects("levels", rebate.Levels, (to, level) =>
        {
            to.Decimal("growthFrom", level.GrowthFrom);
            to.Decimal("rate", level.Rate);
        });
        writer.Period("pending", rebate.Pending);
    }

    private static void Write(Utf8JsonWriter writer, Reward reward)
    {
        writer.WriteString("id", reward.Id);
        if (reward.Name is { } name)
            writer.WriteText("name", name);
        writer.Word("kind", LoyaltyWords.RewardKinds, reward.Kind);
        writer.Text("wallet", reward.Wallet);
        writer.Decimal("price", reward.Price);
        writer.Map("priceByTier", reward.PriceByTier, LoyaltyValues.Text);
        writer.Money("value", reward.Value);
        writer.Whole("stock", reward.Stock);
        LoyaltyRuleWriter.WriteLimit(writer, reward.Limit);
        Days(writer, "offered", reward.Offered);
        Expiry(writer, "validity", reward.Validity);
    }
}
