using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>What changed since an earlier date, the customers of most value first.</summary>
internal static class AlertTable
{
    private const int Most = 15;

    public static void Write(Page page, IReadOnlyList<LifecycleAlert> alerts)
    {
        page.Element("h3", page.Say(LifecycleTexts.Alerts), "lead");
        page.Write($"<p class=\"takeaway\">{page.Sentence(LifecycleTexts.AlertsLead, Format.Number(alerts.Count))}</p>");
        page.OpenTable(LifecycleTexts.Alerts);
        bool isWorth = alerts.Any(alert => alert.Value is not null);
        page.Element("th", page.Say(TableTexts.Customer));
        page.Element("th", page.Say(LifecycleTexts.Change));
        page.Element("th", page.Say(LifecycleTexts.Since));
        if (isWorth)
            page.Element("th", page.Say(ChartTexts.ValueAxis), "number");
        page.Element("th", page.Say(LifecycleTexts.Why));
        page.Write("</tr></thead><tbody>");
        foreach (LifecycleAlert alert in alerts.Take(Most))
        {
            string to = page.Say(alert.To.Label), change = alert.From is { } from && from != alert.To ? $"{page.Say(from.Label)} → {to}" : to;
            page.Write("<tr>");
            page.Element("td", alert.Customer.Value);
            page.Element("td", change);
            page.Element("td", page.Format.Date(alert.Since));
            if (isWorth)
                page.Element("td", alert.Value is double value ? page.Format.Money(value) : "", "number");
            page.Element("td", page.Say(alert.Reason));
            page.Write("</tr>");
        }

        page.CloseTable();
    }
}
