using System.Globalization;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rebates;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>What a programme consists of, in one canonical form: what the order in a file decides nothing about is sorted. Examples say nothing new and stay out.</summary>
internal static class ProgramContent
{
    public static string HashOf(LoyaltyProgram program)
    {
        ContentWriter writer = new();
        writer.Field("program", program.Id).Field("version", program.Version).Field("timeZone", program.TimeZone);
        Days(program.Effective, writer);
        writer.Parts("wallets", Sorted(program.Wallets, wallet => wallet.Id), Write)
            .Choice("scope", program.Rounding.Scope).Choice("mode", program.Rounding.Mode).Choice("composition", program.Composition)
            .Part("policies", program.Policies, Write)
            .Part("tiers", program.Tiers, Write)
            .Parts("groups", Sorted(program.Groups, group => group.Id), Write)
            .Parts("caps", Sorted(program.Caps, cap => cap.Id), Write)
            .Fields("categories", program.Categories.OrderBy(name => name, StringComparer.Ordinal))
            .Fields("customEvents", program.CustomEvents.OrderBy(name => name, StringComparer.Ordinal))
            .Parts("rules", Sorted(program.Rules, rule => rule.Id), Write)
            .Parts("rewards", Sorted(program.Rewards, reward => reward.Id), Write)
            .Parts("rebates", Sorted(program.Rebates, rebate => rebate.Id), Write)
            .Field("margin", program.Margin);
        return writer.Hash();
    }

    private static void Write(Wallet wallet, ContentWriter writer) => writer.Field("id", wallet.Id).Field("scale", wallet.Scale).Field("currency", wallet.Currency?.Code)
        .Part("expiry", wallet.Expiry, (expiry, to) => expiry.WriteTo(to)).Fields("consume", wallet.Consume.Select(by => by.ToString())).Field("liability", wallet.LiabilityUnitValue);

    private static void Write(ProgramPolicies policies, ContentWriter writer) => writer
        .Choice("shortfall", policies.ShortfallOnClawback).Field("negativeLimit", policies.NegativeLimit is { } limit ? (decimal)limit : null)
        .Choice("earnReversal", policies.EarnReversal).Choice("redemptionReversal", policies.RedemptionReversal).Field("graceDays", policies.RestoredGraceDays)
        .Choice("backdatedExpiry", policies.BackdatedExpiry).Flag("rerateLater", policies.RerateLater).Choice("pendingExpiry", policies.PendingExpiry)
        .Choice("funds", policies.Funds).Choice("leapDay", policies.LeapDay).Choice("once", policies.OnceReversal).Field("holdMinutes", policies.HoldMinutes);

    private static void Write(TierScheme tiers, ContentWriter writer) => writer.Choice("basis", tiers.Basis).Field("wallet", tiers.Wallet).Choice("period", tiers.Period)
        .Field("window", tiers.Window?.ToString()).Choice("downgrade", tiers.Downgrade).Field("grace", tiers.Grace?.ToString()).Parts("levels", tiers.Levels, Write);

    private static void Write(TierLevel level, ContentWriter writer) => Text("name", level.Name, writer.Field("id", level.Id)).Field("from", level.From).Field("lifetimeFrom", level.LifetimeFrom)
        .Parts("benefits", level.Benefits, (benefit, to) => Text("text", benefit.Description, to.Field("id", benefit.Id)).Field("discount", benefit.Discount));

    private static void Write(RuleGroup group, ContentWriter writer) => writer.Field("id", group.Id).Choice("mode", group.Mode)
        .Fields("excludes", group.Excludes.OrderBy(id => id, StringComparer.Ordinal));

    private static void Write(Cap cap, ContentWriter writer) => writer.Field("id", cap.Id).Field("wallet", cap.Wallet).Flag("perMember", cap.PerMember).Choice("period", cap.Period)
        .Field("limit", cap.Limit).Choice("overflow", cap.Overflow).Flag("releases", cap.ReleaseOnReversal);

    private static void Write(LoyaltyRule rule, ContentWriter writer)
    {
        Text("name", rule.Name, writer.Field("id", rule.Id)).Field("on", rule.On).Field("priority", rule.Priority).Field("group", rule.Group)
            .Part("window", rule.Window, (window, to) => window.WriteTo(to))
            .Part("when", rule.When, (when, to) => when.WriteTo(to))
            .Part("limit", rule.Limit, Write)
            .Part("cap", rule.Cap, Write)
            .Fields("sharedCaps", rule.SharedCaps.OrderBy(id => id, StringComparer.Ordinal))
            .Part("budget", rule.Budget, Write)
            .Parts("then", rule.Then, (effect, to) => effect.WriteTo(to));
    }

    private static void Write(RebateScheme rebate, ContentWriter writer) => Text("name", rebate.Name, writer.Field("id", rebate.Id)).Field("wallet", rebate.Wallet).Choice("period", rebate.Period)
        .Field("rate", rebate.Rate).Parts("levels", rebate.Levels, (level, to) => to.Field("growth", level.GrowthFrom).Field("rate", level.Rate)).Field("pending", rebate.Pending?.ToString());

    private static void Write(Reward reward, ContentWriter writer)
    {
        Text("name", reward.Name, writer.Field("id", reward.Id)).Choice("kind", reward.Kind).Field("wallet", reward.Wallet).Field("price", reward.Price)
            .Field("value", reward.Value).Field("stock", reward.Stock is { } stock ? (decimal)stock : null)
            .Part("limit", reward.Limit, Write).Part("validity", reward.Validity, (validity, to) => validity.WriteTo(to)).Field("prices", reward.PriceByTier.Count);
        foreach (KeyValuePair<string, decimal> price in reward.PriceByTier.OrderBy(price => price.Key, StringComparer.Ordinal))
            writer.Field("tier", price.Key).Field("price", price.Value);
        Days(reward.Offered, writer);
    }

    private static void Write(RuleLimit limit, ContentWriter writer) => writer.Choice("of", limit.Of).Choice("period", limit.Period).Field("times", limit.Times);

    private static ContentWriter Text(string name, LocalizedText? text, ContentWriter writer) => writer.Field(name, text?.English).Field(name, text?.Chinese);

    private static void Days(DayRange days, ContentWriter writer) => writer.Field("from", Day(days.From)).Field("to", Day(days.To));

    private static string? Day(LocalDate? day) => day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static List<T> Sorted<T>(IReadOnlyList<T> items, Func<T, string> id) => [.. items.OrderBy(id, StringComparer.Ordinal)];
}
