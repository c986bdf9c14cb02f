using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Tiers;
using CustomerValue.Tool.Commands;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What loyalty replay prints: balances, tiers and totals at an instant, and what was refused.</summary>
internal static class ReplayOutput
{
    private const int MostRows = 20;

    public static void PrintJson(TextWriter output, LoyaltyReplay replay) => JsonText.Print(output, json =>
    {
        json.WriteString("asOf", Time(replay.AsOf));
        json.WriteStartObject("members");
        foreach (CustomerId member in replay.Ledger.Members)
            Write(json, replay, member);
        json.WriteEndObject();
        json.WriteStartObject("totals");
        foreach (Wallet wallet in replay.Ledger.Wallets)
        {
            PointsTotals totals = replay.Ledger.Totals(replay.AsOf, wallet.Id);
            json.WriteStartObject(wallet.Id);
            foreach ((string name, long units) in Named(totals))
                json.WriteNumber(name, Points(units, wallet.Scale));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteNumber("entries", replay.Ledger.EntryCount);
        json.WriteNumber("replayed", replay.Replayed);
        json.WriteStartArray("rejected");
        foreach ((long line, Rejection rejection) in replay.Rejected)
        {
            json.WriteStartObject();
            json.WriteNumber("line", line);
            json.WriteString("error", rejection.Error.ToString());
            json.WriteString("message", rejection.Message.English);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("hash", Hash(replay.Ledger));
    });

    public static void PrintTables(TextWriter output, LoyaltyReplay replay)
    {
        Table members = new Table().AddColumns("member", "wallet", "available", "pending", "held", "debt", "tier");
        foreach (CustomerId member in replay.Ledger.Members.Take(MostRows))
        {
            foreach (Wallet wallet in replay.Ledger.Wallets)
            {
                PointsBalance balance = replay.Ledger.Balance(member, replay.AsOf, wallet.Id);
                members.AddRow([.. new[] { member.Value, wallet.Id, Text(balance.Available, wallet), Text(balance.Pending, wallet), Text(balance.Held, wallet), Text(balance.Debt, wallet), replay.Ledger.Tier(member, replay.AsOf)?.Level ?? "" }.Select(Markup.Escape)]);
            }
        }

        Terminal.Tables(output).Write(members);
        if (replay.Ledger.Members.Count > MostRows)
            output.WriteLine($"… and {replay.Ledger.Members.Count - MostRows} more members; --json has all.");
        Table totals = new Table().AddColumns("wallet", "account", "points");
        foreach (Wallet wallet in replay.Ledger.Wallets)
        {
            foreach ((string name, long units) in Named(replay.Ledger.Totals(replay.AsOf, wallet.Id)))
                totals.AddRow(Markup.Escape(wallet.Id), name, Text(units, wallet));
        }

        Terminal.Tables(output).Write(totals);
        foreach ((long line, Rejection rejection) in replay.Rejected.Take(MostRows))
            output.WriteLine($"line {line.ToString(CultureInfo.InvariantCulture)}: {rejection.Error}: {rejection.Message.English}");
        output.WriteLine($"{replay.Ledger.EntryCount} entries, {replay.Rejected.Count} events refused, as of {Time(replay.AsOf)}, {Hash(replay.Ledger)}");
    }

    private static void Write(Utf8JsonWriter json, LoyaltyReplay replay, CustomerId member)
    {
        json.WriteStartObject(member.Value);
        if (replay.Ledger.MergedInto(member) is { } into)
            json.WriteString("mergedInto", into.Value);
        json.WriteStartObject("wallets");
        foreach (Wallet wallet in replay.Ledger.Wallets)
            Write(json, wallet, replay.Ledger.Balance(member, replay.AsOf, wallet.Id));
        json.WriteEndObject();
        if (replay.Ledger.Tier(member, replay.AsOf) is { } tier)
        {
            json.WriteString("tier", tier.Level);
            json.WriteNumber("qualifying", tier.Qualifying);
            json.WriteString("tierReason", tier.Reason.ToString());
            if (tier.Until is { } until)
                json.WriteString("tierUntil", Time(until));
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Wallet wallet, PointsBalance balance)
    {
        json.WriteStartObject(wallet.Id);
        json.WriteNumber("available", Points(balance.Available, wallet.Scale));
        json.WriteNumber("pending", Points(balance.Pending, wallet.Scale));
        json.WriteNumber("held", Points(balance.Held, wallet.Scale));
        json.WriteNumber("debt", Points(balance.Debt, wallet.Scale));
        json.WriteNumber("issued", Points(balance.Issued, wallet.Scale));
        json.WriteNumber("redeemed", Points(balance.Redeemed, wallet.Scale));
        json.WriteNumber("expired", Points(balance.Expired, wallet.Scale));
        json.WriteNumber("reversed", Points(balance.Reversed, wallet.Scale));
        json.WriteNumber("writtenOff", Points(balance.WrittenOff, wallet.Scale));
        json.WriteStartArray("lots");
        foreach (PointsLot lot in balance.Lots)
        {
            json.WriteStartObject();
            json.WriteNumber("points", Points(lot.Units, wallet.Scale));
            if (lot.Terms.ExpiresAt is { } end)
                json.WriteString("expiresAt", Time(end));
            else
                json.WriteNull("expiresAt");
            if (lot.IsPending)
                json.WriteString("activatesAt", Time(lot.Terms.ActivatesAt));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static (string Name, long Units)[] Named(PointsTotals totals) =>
    [
        ("issued", totals.Issued), ("redeemed", totals.Redeemed), ("expired", totals.Expired), ("reversed", totals.Reversed), ("available", totals.Available), ("pending", totals.Pending),
        ("held", totals.Held), ("debt", totals.Debt), ("writtenOff", totals.WrittenOff), ("adjusted", totals.Adjusted),
    ];

    /// <summary>Exact: a decimal is divided by ten as often as the wallet has decimals.</summary>
    private static decimal Points(long units, int scale)
    {
        decimal points = units;
        for (int at = 0; at < scale; at++)
            points /= 10;
        return points;
    }

    private static string Text(long units, Wallet wallet) => Points(units, wallet.Scale).ToString(CultureInfo.InvariantCulture);

    private static string Time(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    /// <summary>One hash over the last entries of all members: equal for equal journals.</summary>
    private static string Hash(LoyaltyLedger ledger)
    {
        StringBuilder heads = new();
        foreach (JournalEntry entry in ledger.Heads())
            heads.Append(entry.Member.ToString(CultureInfo.InvariantCulture)).Append(':').Append(entry.Hash).Append(';');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(heads.ToString())));
    }
}
