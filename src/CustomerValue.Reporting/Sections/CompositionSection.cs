using CustomerValue.Appraisal;
using CustomerValue.Labels;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>What the value of all, of a customer of each segment, and of the best customers is made of.</summary>
internal static class CompositionSection
{
    private const int Best = 12;

    public static void Write(Page page)
    {
        ValueParts parts = page.Parts;
        page.Write("<div class=\"lone\">");
        All(page, parts);
        page.Write("</div><div class=\"wide\">");
        Segments(page, parts);
        Top(page, parts);
        page.Write("</div>");
    }

    private static void All(Page page, ValueParts parts)
    {
        double[] sums = parts.Sums;
        string title = page.Say(CompositionTexts.AllTitle), total = page.Format.Money(parts.Total), given = page.Format.Money(sums[0]), potential = page.Format.Money(sums[1] + sums[2]);
        string takeaway = page.Appraisal.Influence is null
            ? page.Sentence(CompositionTexts.AllTakeaway, total, given, potential)
            : page.Sentence(CompositionTexts.AllTakeawayInfluence, total, given, potential, page.Format.Money(sums[3] + sums[4]));
        IReadOnlyList<StackPart> bar = parts.Bar(sums);
        StackedBars bars = new([bar]);
        bars.Add(page.Say(PageTexts.Customers) + " " + Format.Number(page.Appraisal.Count), total, bar, page.Say(CompositionTexts.Tip, title, total));
        string list = string.Concat(parts.Used.Select(part => Fact(page, parts, part)));
        page.Figure(title, takeaway, $"<div class=\"pane\">{bars.ToMarkup()}<dl class=\"stack\">{list}</dl>{NotCounted(page)}</div>", page.Say(CompositionTexts.AllHow, page.Months));
    }

    private static string Fact(Page page, ValueParts parts, int part)
    {
        (string style, LocalizedText name) = parts.Legend()[parts.Used.ToList().IndexOf(part)];
        string share = parts.Total > 0 ? Format.Percent(parts.Sums[part] / parts.Total) : "–";
        return $"<dt><i class=\"key {style}\"></i>{Page.Encode(page.Say(name))}</dt><dd>{Page.Encode(page.Format.Money(parts.Sums[part]))}</dd><dd>{Page.Encode(share)}</dd>";
    }

    /// <summary>An upside that is known and of which nothing is counted is said, or it would look as if there were none.</summary>
    private static string NotCounted(Page page)
    {
        if (page.Appraisal.Potential is not { Kappa: null, Upside.IsEmpty: false } potential)
            return "";
        double sum = 0;
        foreach (double upside in potential.Upside)
            sum += double.IsNaN(upside) ? 0 : upside;
        return $"<p class=\"note\">{Page.Encode(page.Say(CompositionTexts.NotCounted, page.Format.Money(sum)))}</p>";
    }

    private static void Segments(Page page, ValueParts parts)
    {
        if (page.Appraisal.ThreeValues is not { } table)
            return;
        (string Name, int Customers, double[] Mean)[] means = [.. table.SegmentTotals.Select((total, i) => (page.Say(total.Segment.Label), total.Customers, parts.Segments[i].Select(sum => sum / total.Customers).ToArray())).Where(segment => segment.Customers > 0)];
        (string best, _, double[] most) = means.MaxBy(segment => segment.Mean.Sum());
        double mean = parts.Total / page.Appraisal.Count;
        StackedBars bars = new(means.Select(segment => parts.Bar(segment.Mean)));
        foreach ((string name, int customers, double[] own) in means)
        {
            string worth = page.Format.Money(own.Sum());
            bars.Add($"{name} · {Format.Number(customers)}", Format.Amount(own.Sum()), parts.Bar(own), page.Say(CompositionTexts.Tip, name, worth));
        }

        string takeaway = mean > 0 && most.Sum() > mean
            ? page.Sentence(CompositionTexts.SegmentsTakeaway, best, page.Format.Money(most.Sum()), Format.Small(most.Sum() / mean))
            : page.Sentence(CompositionTexts.SegmentsPlain, page.Format.Money(mean));
        page.Figure(page.Format.WithCurrency(page.Say(CompositionTexts.SegmentsTitle)), takeaway, bars.ToMarkup(), page.Say(CompositionTexts.SegmentsHow), parts.Legend());
    }

    private static void Top(Page page, ValueParts parts)
    {
        CustomerAppraisal appraisal = page.Appraisal;
        (int Row, double[] Own)[] best = [.. parts.Top.Take(Best).Select(row => (row, parts.Of(row)))];
        StackedBars bars = new(best.Select(customer => parts.Bar(customer.Own)));
        foreach ((int row, double[] own) in best)
        {
            string name = appraisal.Customers.Customer(row).Value;
            bars.Add(name, Format.Amount(own.Sum()), parts.Bar(own), page.Say(CompositionTexts.Tip, name, page.Format.Money(own.Sum())));
        }

        double sum = best.Sum(customer => customer.Own.Sum());
        int ahead = best.Count(customer => customer.Own[0] < customer.Own.Sum() / 2);
        string takeaway = page.Sentence(CompositionTexts.TopTakeaway, Format.Number(best.Length), Format.Percent(parts.Total > 0 ? sum / parts.Total : 0), Format.Number(ahead));
        page.Figure(page.Format.WithCurrency(page.Say(CompositionTexts.TopTitle)), takeaway, bars.ToMarkup(), page.Say(CompositionTexts.TopHow), parts.Legend());
    }
}
