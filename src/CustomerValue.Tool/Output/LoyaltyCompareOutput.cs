using System.Globalization;
using System.Text.Json;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.WhatIf;
using CustomerValue.Tool.Commands;
using NodaTime;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What loyalty compare prints: both programmes beside each other, moves between tiers, winners and losers by segment and value band.</summary>
internal sealed class LoyaltyCompareOutput(ProgramComparison comparison, MemberLabels labels, Instant asOf, DisplayLanguage language)
{
    private static readonly LocalizedText Band = new("value band (1 paid most)", "价值分档（1 为最高）");

    private readonly int winners = comparison.Members.Count(member => member.Gain.Amount > 0);
    private readonly int losers = comparison.Members.Count(member => member.Gain.Amount < 0);

    public void PrintJson(TextWriter output) => JsonText.Print(output, json =>
    {
        json.WriteString("asOf", LoyaltyText.Iso(asOf));
        Write(json, "before", comparison.Before);
        Write(json, "after", comparison.After);
        json.WriteNumber("members", comparison.Members.Count);
        json.WriteNumber("winners", winners);
        json.WriteNumber("losers", losers);
        json.WriteStartArray("tiers");
        foreach (TierMove move in comparison.Tiers)
        {
            json.WriteStartObject();
            json.WriteString("before", move.From);
            json.WriteString("after", move.To);
            json.WriteNumber("members", move.Members);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("segments");
        foreach (string segmentation in labels.Segmentations)
            Write(json, segmentation, comparison.By(labels.Of(segmentation)));
        json.WriteEndObject();
        Write(json, "valueBands", Bands);
    });

    public void PrintTables(TextWriter output)
    {
        IAnsiConsole console = Terminal.Tables(output);
        console.Write(Programs());
        Table tiers = new Table().AddColumns("tier before", "tier after", "members");
        foreach (TierMove move in comparison.Tiers)
            tiers.AddRow(Markup.Escape(move.From ?? ""), Markup.Escape(move.To ?? ""), move.Members.ToString("#,0", CultureInfo.InvariantCulture));
        console.Write(tiers);
        foreach (string segmentation in labels.Segmentations)
            console.Write(Groups(segmentation, comparison.By(labels.Of(segmentation))));
        console.Write(Groups(Band.In(language), Bands));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{comparison.Members.Count:#,0} members: {winners:#,0} win, {losers:#,0} lose, as of {LoyaltyText.Iso(asOf)}. People are taken to buy and redeem as they did."));
    }

    private IReadOnlyList<LabelComparison> Bands => comparison.By(labels.ValueBands(comparison.Members.Select(member => member.Member)));

    private Table Programs()
    {
        (ProgramOutcome before, ProgramOutcome after) = (comparison.Before, comparison.After);
        Table table = new Table().AddColumns("", Markup.Escape(before.Program), Markup.Escape(after.Program));
        void Row(string name, Func<ProgramOutcome, string> cell) => table.AddRow(name, cell(before), cell(after));
        void Points(string name, Func<PointsTotals, long> units) => Row(name, outcome => LoyaltyText.Say(LoyaltyText.Points(units(outcome.Totals), outcome.Liability.Scale)));
        Row("events accepted", outcome => LoyaltyText.Say(outcome.Accepted));
        Row("events refused", outcome => LoyaltyText.Say(outcome.Refused.Values.Sum()));
        Points("points issued", totals => totals.Issued);
        Points("redeemed", totals => totals.Redeemed);
        Points("expired", totals => totals.Expired);
        Points("reversed", totals => totals.Reversed);
        Points("available", totals => totals.Available);
        Row("cost", outcome => LoyaltyText.Say(outcome.Cost.Cost));
        Row("of it redeemed", outcome => LoyaltyText.Say(outcome.Cost.Spent));
        Row("of it owed", outcome => LoyaltyText.Say(outcome.Liability.Amount));
        return table;
    }

    private static Table Groups(string name, IReadOnlyList<LabelComparison> groups)
    {
        Table table = new Table().AddColumns(Markup.Escape(name), "members", "win", "lose", "before", "after", "gain");
        foreach (LabelComparison group in groups)
            table.AddRow([Markup.Escape(group.Label ?? ""), .. new[] { group.Members, group.Winners, group.Losers }.Select(count => LoyaltyText.Say(count)), LoyaltyText.Say(group.Before), LoyaltyText.Say(group.After), LoyaltyText.Say(group.Gain)]);
        return table;
    }

    private static void Write(Utf8JsonWriter json, string name, ProgramOutcome outcome)
    {
        int scale = outcome.Liability.Scale;
        json.WriteStartObject(name);
        json.WriteString("program", outcome.Program);
        json.WriteNumber("accepted", outcome.Accepted);
        json.WriteStartObject("refused");
        foreach ((LedgerError error, int count) in outcome.Refused.OrderBy(refusal => refusal.Key))
            json.WriteNumber(error.ToString(), count);
        json.WriteEndObject();
        json.Points("issued", outcome.Totals.Issued, scale);
        json.Points("redeemed", outcome.Totals.Redeemed, scale);
        json.Points("expired", outcome.Totals.Expired, scale);
        json.Points("reversed", outcome.Totals.Reversed, scale);
        json.Points("available", outcome.Totals.Available, scale);
        json.Amount("cost", outcome.Cost.Cost);
        json.Amount("spent", outcome.Cost.Spent);
        json.Amount("owed", outcome.Liability.Amount);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<LabelComparison> groups)
    {
        json.WriteStartArray(name);
        foreach (LabelComparison group in groups)
        {
            json.WriteStartObject();
            json.WriteString("label", group.Label);
            json.WriteNumber("members", group.Members);
            json.WriteNumber("winners", group.Winners);
            json.WriteNumber("losers", group.Losers);
            json.Amount("before", group.Before);
            json.Amount("after", group.After);
            json.Amount("gain", group.Gain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
