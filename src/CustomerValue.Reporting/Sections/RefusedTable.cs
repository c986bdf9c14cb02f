using CustomerValue.Loyalty.Overview;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>Events that were refused, by reason.</summary>
internal static class RefusedTable
{
    public static void Write(Sheet sheet, IReadOnlyList<RefusedEvents> refused)
    {
        sheet.Write($"<p class=\"takeaway\">{sheet.Sentence(LoyaltyTexts.RefusedTakeaway, Format.Number(refused.Sum(each => each.Count)), refused[0].Error.ToString())}</p>");
        sheet.OpenTable(LoyaltyTexts.Refused, "ledger");
        sheet.Element("th", sheet.Say(LoyaltyTexts.Reason));
        sheet.Element("th", sheet.Say(LoyaltyTexts.Events), "number");
        sheet.Element("th", sheet.Say(LoyaltyTexts.Said));
        sheet.Write("</tr></thead><tbody>");
        foreach (RefusedEvents each in refused)
        {
            sheet.Write($"<tr><th scope=\"row\">{each.Error}</th>");
            sheet.Element("td", Format.Number(each.Count), "number");
            sheet.Element("td", sheet.Say(each.Example), "wrap");
            sheet.Write("</tr>");
        }

        sheet.CloseTable();
    }
}
