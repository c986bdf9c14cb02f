using System.Globalization;
using CustomerValue.Data;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Tool.Output;
using Spectre.Console;

namespace CustomerValue.Tool.Commands;

/// <summary>Established influence of all customers by a ledger of referrals.</summary>
internal sealed class EstablishedResult : IInfluenceResult
{
    public required ReferralLedger Ledger { get; init; }

    public required ReferralLedgerOptions Options { get; init; }

    public void Write(CsvWriter csv, CancellationToken cancellation)
    {
        csv.Header("customer", "influence", "influence_if_none_caused", "influence_if_all_caused", "credit", "saved_acquisition_cost", "rewards_paid", "referred", "referrer");
        for (int row = 0; row < Ledger.Network.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            EstablishedInfluence influence = Ledger.Influence(row);
            int referrer = Ledger.Network.Referrer[row];
            csv.Text(Ledger.Network.Customers[row].Value);
            csv.Number(influence.Value);
            csv.Number(influence.IfNoneCaused);
            csv.Number(influence.IfAllCaused);
            csv.Number(Ledger.Credit[row]);
            csv.Number(Ledger.SavedAcquisitionCost[row]);
            csv.Number(Ledger.RewardsPaid[row]);
            csv.Number((long)Ledger.Network.Referred(row).Length);
            csv.Text(referrer < 0 ? null : Ledger.Network.Customers[referrer].Value);
            csv.EndRow();
        }
    }

    public void PrintJson(TextWriter output, string file) => JsonText.Print(output, json =>
    {
        json.WriteString("kind", "established");
        json.WriteNumber("customers", Ledger.Network.Count);
        json.WriteNumber("referrals", Referrals);
        json.WriteNumber("causalShare", Options.CausalShare);
        json.WriteNumber("decay", Options.GenerationWeight);
        json.WriteNumber("generations", Options.Generations);
        json.Number("halfLifeDays", Options.HalfLifeDays);
        json.Number("windowDays", Options.WindowDays);
        json.WriteStartObject("totals");
        json.WriteNumber("referredMargin", Ledger.ReferredMargin);
        json.WriteNumber("credit", Sum(Ledger.Credit));
        json.WriteNumber("savedAcquisitionCost", Sum(Ledger.SavedAcquisitionCost));
        json.WriteNumber("rewardsPaid", Sum(Ledger.RewardsPaid));
        json.WriteNumber("influence", Total(influence => influence.Value));
        json.WriteNumber("influenceIfNoneCaused", Total(influence => influence.IfNoneCaused));
        json.WriteNumber("influenceIfAllCaused", Total(influence => influence.IfAllCaused));
        json.WriteEndObject();
        json.WriteString("file", file);
    });

    public void PrintTable(TextWriter output, string file)
    {
        Table table = new Table().HideHeaders().AddColumns("", "");
        void Row(string name, FormattableString value) => table.AddRow(name, Markup.Escape(value.ToString(CultureInfo.InvariantCulture)));
        Row("customers", $"{Ledger.Network.Count:N0}, {Referrals:N0} brought by others");
        Row("referred margin", $"{Ledger.ReferredMargin:N2}, of which {Sum(Ledger.Credit):N2} is credited");
        Row("established influence", $"{Total(influence => influence.Value):N2}; {Total(influence => influence.IfNoneCaused):N2} if nothing was caused, {Total(influence => influence.IfAllCaused):N2} if all was");
        foreach (int row in Enumerable.Range(0, Ledger.Network.Count).OrderByDescending(row => Ledger.Influence(row).Value).Take(5))
            Row(Ledger.Network.Customers[row].Value, $"{Ledger.Influence(row).Value:N2}");
        Row("written", $"{file}");
        Terminal.Tables(output).Write(table);
    }

    private int Referrals => Ledger.Network.Referrer.ToArray().Count(referrer => referrer >= 0);

    private static decimal Sum(ReadOnlySpan<decimal> amounts) => amounts.ToArray().Sum();

    private decimal Total(Func<EstablishedInfluence, decimal> of) => Enumerable.Range(0, Ledger.Network.Count).Sum(row => of(Ledger.Influence(row)));
}
