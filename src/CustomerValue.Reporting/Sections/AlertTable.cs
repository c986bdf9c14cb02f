using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>What changed since an earlier date, the customers of most value first: who and when in a row, and below it why.</summary>
internal static class AlertTable
{
    private const int Shown = 15;

    /// <summary>The most that an appraisal tells; where there are as many, there may be more.</summary>
    private static readonly int Most = new LifecycleAlertOptions().Most;

    public static void Write(Page page, IReadOnlyList<LifecycleAlert> alerts)
    {
        page.Element("h3", page.Say(LifecycleTexts.Alerts), "lead");
        page.Write($"<p class=\"takeaway\">{page.Sentence(LifecycleTexts.AlertsLead, Format.Number(alerts.Count) + (alerts.Count < Most ? "" : "+"))}</p>");
        page.OpenTable(LifecycleTexts.Alerts, "top");
        bool isWorth = alerts.Any(alert => alert.Value is not null);
        page.Element("th", page.Say(TableTexts.Customer));
        page.Element("th", page.Say(LifecycleTexts.Change));
        page.Element("th", page.Say(LifecycleTexts.Since));
        if (isWorth)
            page.Element("th", page.Say(ChartTexts.ValueAxis), "number");
        page.Write("</tr></thead><tbody>");
        foreach (LifecycleAlert alert in alerts.Take(Shown))
        {
            string to = page.Say(alert.To.Label), change = alert.From is { } from && from != alert.To ? $"{page.Say(from.Label)} → {to}" : to;
            page.Write($"<tr><th scope=\"row\"><bdi>{Page.Encode(alert.Customer.Value)}</bdi></th>");
            page.Element("td", change);
            page.Element("td", page.Format.Date(alert.Since));
            if (isWorth)
                page.Element("td", alert.Value is double value ? page.Format.Money(value) : "", "number");
            page.Write($"</tr><tr class=\"why\"><td colspan=\"{(isWorth ? 4 : 3)}\"><p>{Page.Encode(page.Say(alert.Reason))}</p></td></tr>");
        }

        page.CloseTable();
    }
}
