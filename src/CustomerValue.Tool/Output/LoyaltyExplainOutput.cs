using System.Text.Json;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What loyalty explain prints: the points, and what became of every rule of the programme.</summary>
internal sealed class LoyaltyExplainOutput(EventExplanation explanation, LoyaltyEvent happened, DisplayLanguage language)
{
    private readonly CompiledProgram program = explanation.Program;

    public void PrintJson(TextWriter output) => JsonText.Print(output, json =>
    {
        json.WriteString("program", program.Program.Id);
        json.WriteString("version", program.Program.Version);
        json.WriteString("hash", program.Hash);
        json.WriteString("key", happened.Key);
        json.WriteString("type", happened.Type);
        json.WriteString("member", happened.Member.Value);
        json.WriteStartObject("points");
        foreach ((AwardTo to, string wallet, decimal points) in Points)
            json.WriteNumber(to == AwardTo.Member ? wallet : $"{wallet} {LoyaltyText.Word(to)}", points);
        json.WriteEndObject();
        json.WriteStartArray("rules");
        foreach (RuleOutcome outcome in explanation.Trace.Outcomes)
            Write(json, outcome);
        foreach (LoyaltyRule rule in explanation.Others)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Id);
            json.WriteString("outcome", "notFired");
            json.WriteString("required", rule.On);
            json.WriteString("actual", happened.Type);
            json.WriteString("text", Elsewhere(rule).In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public void PrintText(TextWriter output)
    {
        Table table = new Table().AddColumns("rule", "what became of it", "what would change it");
        foreach (RuleOutcome outcome in explanation.Trace.Outcomes)
            table.AddRow(Markup.Escape(outcome.Rule.Id), Markup.Escape(outcome.Describe().In(language)), Markup.Escape(outcome.Change().In(language)));
        foreach (LoyaltyRule rule in explanation.Others)
            table.AddRow(Markup.Escape(rule.Id), Markup.Escape(Elsewhere(rule).In(language)), "");
        Terminal.Tables(output).Write(table);
        string[] points = [.. Points.Select(sum => $"{LoyaltyText.Say(sum.Points)} {sum.Wallet}{(sum.To == AwardTo.Member ? "" : $" ({LoyaltyText.Word(sum.To)})")}")];
        output.WriteLine($"{program.Program.Id} {program.Program.Version}, {happened.Type} {happened.Key}: {(points.Length == 0 ? "0" : string.Join(", ", points))}");
        output.WriteLine(program.Hash);
    }

    /// <summary>What is paid by person and wallet; the one who referred may get something else than the member.</summary>
    private IEnumerable<(AwardTo To, string Wallet, decimal Points)> Points => explanation.Awards.Where(award => award.Wallet >= 0)
        .GroupBy(award => (To: award.To == AwardTo.Referrer ? AwardTo.Referrer : AwardTo.Member, award.Wallet))
        .Select(sum => (sum.Key.To, program.Wallets[sum.Key.Wallet].Id, sum.Sum(award => LoyaltyText.Points(award.Granted, program.Wallets[award.Wallet].Scale))));

    private LocalizedText Elsewhere(LoyaltyRule rule) => new($"does not fire: it listens to {rule.On}, not to {happened.Type}", $"未触发：监听 {rule.On}，而事件为 {happened.Type}");

    private void Write(Utf8JsonWriter json, RuleOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("rule", outcome.Rule.Id);
        json.WriteString("outcome", LoyaltyText.Word(outcome.Kind));
        if (outcome.Kind == OutcomeKind.NotFired)
        {
            json.WriteString("required", outcome.Required.In(language));
            json.WriteString("actual", outcome.Actual.In(language));
            json.WriteBoolean("unknown", outcome.IsUnknown);
        }

        if (outcome.Winner is { } winner)
        {
            json.WriteString("lostTo", winner.Id);
            json.WriteString("reason", LoyaltyText.Word(outcome.Reason!.Value));
        }

        json.WriteStartArray("awards");
        foreach (Award award in outcome.Awards)
            Write(json, award);
        json.WriteEndArray();
        json.WriteStartArray("cuts");
        foreach (AwardCut cut in outcome.Cuts)
            Write(json, cut);
        json.WriteEndArray();
        json.WriteString("text", outcome.Describe().In(language));
        if (outcome.Change().In(language) is { Length: > 0 } change)
            json.WriteString("change", change);
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, Award award)
    {
        json.WriteStartObject();
        json.WriteString("kind", LoyaltyText.Word(award.Kind));
        json.WriteString("to", LoyaltyText.Word(award.To));
        if (award.Wallet >= 0)
        {
            Wallet wallet = program.Wallets[award.Wallet];
            Fraction exact = award.Exact;
            for (int at = 0; at < wallet.Scale; at++)
                exact /= Fraction.Of(10);
            json.WriteString("wallet", wallet.Id);
            json.WriteString("exact", exact.ToString());
            json.WriteString("rounding", $"{LoyaltyText.Word(program.Program.Rounding.Mode)} {LoyaltyText.Word(program.Program.Rounding.Scope)}");
            json.Points("wanted", award.Wanted, wallet.Scale);
            json.Points("granted", award.Granted, wallet.Scale);
        }

        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, AwardCut cut)
    {
        int scale = program.Wallets[cut.Wallet].Scale;
        json.WriteStartObject();
        json.WriteString(cut.IsBudget ? "budget" : "cap", cut.Cap.Id);
        json.Points("left", cut.Left, scale);
        json.Points("wanted", cut.Wanted, scale);
        json.Points("granted", cut.Granted, scale);
        json.WriteEndObject();
    }
}
