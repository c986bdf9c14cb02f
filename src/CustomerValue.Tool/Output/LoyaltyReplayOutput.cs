using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Tiers;
using CustomerValue.Tool.Commands;
using NodaTime;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What loyalty replay prints: every member's balances and tier, totals, what was refused, and one hash over all journals.</summary>
internal sealed class LoyaltyReplayOutput(LoyaltyReplayed replayed, Instant asOf, DisplayLanguage language)
{
    private const int MembersShown = 20;

    private readonly LoyaltyLedger ledger = replayed.Ledger;

    private readonly IReadOnlyList<Wallet> wallets = replayed.Ledger.Wallets;

    public void PrintJson(TextWriter output) => JsonText.Print(output, json =>
    {
        json.WriteString("asOf", LoyaltyText.Iso(asOf));
        json.WriteStartObject("members");
        foreach (CustomerId member in Members)
        {
            json.WriteStartObject(member.Value);
            WriteMember(json, member);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("totals");
        foreach (Wallet wallet in wallets)
        {
            json.WriteStartObject(wallet.Id);
            WriteTotals(json, ledger.Totals(asOf, wallet.Id), wallet.Scale);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteNumber("events", replayed.Events);
        json.WriteNumber("replayed", replayed.Repeated);
        json.WriteNumber("entries", ledger.EntryCount);
        json.WriteStartArray("rejected");
        foreach ((long line, Rejection rejection) in replayed.Rejected)
        {
            json.WriteStartObject();
            json.WriteNumber("line", line);
            json.WriteString("error", rejection.Error.ToString());
            json.WriteString("message", rejection.Message.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("hash", ledger.Digest().ToString());
    });

    public void PrintTables(TextWriter output)
    {
        IAnsiConsole console = Terminal.Tables(output);
        Table totals = new Table().AddColumns("wallet", "issued", "redeemed", "expired", "reversed", "pending", "available", "held", "debt");
        foreach (Wallet wallet in wallets)
        {
            PointsTotals sums = ledger.Totals(asOf, wallet.Id);
            totals.AddRow([Markup.Escape(wallet.Id), .. new[] { sums.Issued, sums.Redeemed, sums.Expired, sums.Reversed, sums.Pending, sums.Available, sums.Held, sums.Debt }.Select(units => LoyaltyText.Say(LoyaltyText.Points(units, wallet.Scale)))]);
        }

        console.Write(totals);
        Table table = new Table().AddColumns("member", "tier", "qualifying", "reason", "wallet", "available", "pending", "held", "debt");
        CustomerId[] members = [.. Members];
        foreach (CustomerId member in members.Take(MembersShown))
        {
            TierState? tier = ledger.Tier(member, asOf);
            foreach (Wallet wallet in wallets)
            {
                PointsBalance balance = ledger.Balance(member, asOf, wallet.Id);
                table.AddRow([Markup.Escape(member.Value), Markup.Escape(tier?.Level ?? ""), tier is null ? "" : LoyaltyText.Say(tier.Qualifying), tier?.Reason.ToString() ?? "", Markup.Escape(wallet.Id),
                    .. new[] { balance.Available, balance.Pending, balance.Held, balance.Debt }.Select(units => LoyaltyText.Say(LoyaltyText.Points(units, balance.Scale)))]);
            }
        }

        console.Write(table);
        if (members.Length > MembersShown)
            output.WriteLine($"… and {LoyaltyText.Say(members.Length - MembersShown)} more members; --json has all of them.");
        if (replayed.Rejected.Count > 0)
            console.Write(Refused());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{replayed.Events:#,0} events, {replayed.Rejected.Count:#,0} refused, {ledger.EntryCount:#,0} entries, as of {LoyaltyText.Iso(asOf)}."));
        output.WriteLine(ledger.Digest());
    }

    private IEnumerable<CustomerId> Members => ledger.OwnMembers.OrderBy(member => member.Value, StringComparer.Ordinal);

    private Table Refused()
    {
        Table table = new Table().AddColumns("line", "error", "message");
        foreach ((long line, Rejection rejection) in replayed.Rejected.Take(MembersShown))
            table.AddRow(line.ToString(CultureInfo.InvariantCulture), rejection.Error.ToString(), Markup.Escape(rejection.Message.In(language)));
        if (replayed.Rejected.Count > MembersShown)
            table.AddRow("…", "", $"{LoyaltyText.Say(replayed.Rejected.Count - MembersShown)} more");
        return table;
    }

    private void WriteMember(Utf8JsonWriter json, CustomerId member)
    {
        json.WriteStartObject("wallets");
        foreach (Wallet wallet in wallets)
        {
            json.WriteStartObject(wallet.Id);
            WriteBalance(json, ledger.Balance(member, asOf, wallet.Id));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (ledger.Tier(member, asOf) is not { } tier)
            return;
        json.WriteString("tier", tier.Level);
        json.WriteNumber("qualifying", tier.Qualifying);
        json.WriteString("tierReason", tier.Reason.ToString());
        if (tier.Until is { } until)
            json.WriteString("tierUntil", LoyaltyText.Iso(until));
    }

    private static void WriteBalance(Utf8JsonWriter json, PointsBalance balance)
    {
        json.Points("available", balance.Available, balance.Scale);
        json.Points("pending", balance.Pending, balance.Scale);
        json.Points("held", balance.Held, balance.Scale);
        json.Points("debt", balance.Debt, balance.Scale);
        json.WriteStartArray("lots");
        foreach (PointsLot lot in balance.Lots)
        {
            json.WriteStartObject();
            json.Points("points", lot.Units, balance.Scale);
            json.WriteString("expiresAt", lot.Terms.ExpiresAt is { } end ? LoyaltyText.Iso(end) : null);
            if (lot.IsPending)
                json.WriteString("activatesAt", LoyaltyText.Iso(lot.Terms.ActivatesAt));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTotals(Utf8JsonWriter json, PointsTotals totals, int scale)
    {
        json.Points("issued", totals.Issued, scale);
        json.Points("redeemed", totals.Redeemed, scale);
        json.Points("expired", totals.Expired, scale);
        json.Points("reversed", totals.Reversed, scale);
        json.Points("pending", totals.Pending, scale);
        json.Points("available", totals.Available, scale);
        json.Points("held", totals.Held, scale);
        json.Points("debt", totals.Debt, scale);
        json.Points("writtenOff", totals.WrittenOff, scale);
        json.Points("adjusted", totals.Adjusted, scale);
    }
}
