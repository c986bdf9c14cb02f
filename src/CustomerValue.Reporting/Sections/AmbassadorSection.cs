using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>The customers who may still win most, each with the neighbours whom they are likeliest to win.</summary>
internal static class AmbassadorSection
{
    private const int Stars = 6;
    private const int Rays = 9;

    public static void Write(Page page, ExpectedInfluence influence)
    {
        IReadOnlyList<int> chosen = influence.Ambassadors?.Customers ?? Best(influence);
        int linked = Neighbourhoods.Linked(influence.Graph);
        page.Write($"<p class=\"takeaway\">{page.Sentence(InfluenceTexts.ReachLead, Format.Number(linked), Format.Number(chosen.Count), page.Format.Money(chosen.Sum(influence.Table.Value)))}</p>");
        if (influence.Ambassadors is { } set)
            Proof(page, set);
        int[] centres = [.. chosen.Take(Stars)];
        if (centres.Length == 0)
            return;
        Draw(page, influence, chosen, centres);
    }

    /// <summary>The nodes of the largest expected influence above 0, the largest first; of equal ones the earlier.</summary>
    internal static int[] Best(ExpectedInfluence influence) =>
        [.. TopSection.Rows(influence.Table.AtFullShare).Where(node => influence.Table.AtFullShare[node] > 0).Take(Stars)];

    private static void Proof(Page page, AmbassadorSet set)
    {
        const double width = 480, room = 470;
        string reason = page.Say(set.Reason), title = page.Say(InfluenceTexts.ProofTitle);
        double most = Math.Max(Math.Max(set.Upper, set.Spread), 1e-9), low = room * Math.Clamp(set.Lower / most, 0, 1), high = room * Math.Clamp(set.Upper / most, 0, 1);
        Drawing drawing = new(reason, width, 78);
        drawing.Box("reach", 0, 24, room * Math.Clamp(set.Spread / most, 0, 1), 24, 3);
        drawing.Line("whisker", 0, (low, 20), (low, 52));
        drawing.Line("whisker", 0, (high, 20), (high, 52));
        drawing.Text("within reach", 10, 41, "start", page.Format.Money(set.Spread));
        drawing.Text("tick", low, 70, "end", page.Say(InfluenceTexts.ProofLow, Format.Amount(set.Lower)));
        drawing.Text("tick", width, 14, "end", page.Say(InfluenceTexts.ProofHigh, Format.Amount(set.Upper)));
        page.Write("<div class=\"lone\">");
        page.Figure(title, Page.Encode(reason), drawing.ToSvg(), page.Say(InfluenceTexts.ProofHow));
        page.Write("</div>");
    }

    private static void Draw(Page page, ExpectedInfluence influence, IReadOnlyList<int> chosen, int[] centres)
    {
        Neighbour[][] around = Neighbourhoods.Of(influence.Graph, centres);
        Neighbour[][] drawn = [.. around.Select(all => all
            .OrderByDescending(neighbour => neighbour.Probability)
            .ThenByDescending(neighbour => influence.Table.AtFullShare[neighbour.Node])
            .ThenBy(neighbour => neighbour.Node)
            .Take(Rays).ToArray())];
        HashSet<int> ambassadors = [.. chosen];
        double most = centres.Concat(drawn.SelectMany(some => some.Select(neighbour => neighbour.Node))).Max(node => Math.Abs(influence.Table.Value(node)));
        double strongest = drawn.SelectMany(some => some.Select(neighbour => neighbour.Probability)).DefaultIfEmpty(1).Max();
        page.Element("h3", page.Say(influence.Ambassadors is null ? InfluenceTexts.StarsTitleBest : InfluenceTexts.StarsTitle), "lead");
        page.Write("<div class=\"stars\">");
        for (int i = 0; i < centres.Length; i++)
        {
            int centre = centres[i];
            string name = influence.Customers[centre].Value, worth = page.Say(InfluenceTexts.StarWorth, page.Format.Money(influence.Table.Value(centre)), Format.Amount(influence.Table.StandardError(centre)));
            page.Write($"<figure><h4><small>{i + 1}</small> <bdi>{Page.Encode(name)}</bdi></h4><p>{Page.Encode(worth)}</p>");
            page.Write(StarChart.Draw($"{name}: {worth}", influence.Table.Value(centre), most, $"{name}: {worth}", [.. drawn[i].Select(neighbour => Ray(page, influence, ambassadors, neighbour, strongest))], Neighbourhoods.Among(influence.Graph, drawn[i])));
            bool isAll = drawn[i].Length == around[i].Length;
            page.Element("p", page.Say(isAll ? InfluenceTexts.StarAll : InfluenceTexts.StarShown, Format.Number(drawn[i].Length), Format.Number(around[i].Length)), "note");
            page.Write("</figure>");
        }

        page.Write("</div>");
        string more = chosen.Count > centres.Length ? page.Say(InfluenceTexts.StarsMore, Format.Number(centres.Length), Format.Number(chosen.Count)) + " " : "";
        page.Write($"<p class=\"note\">{Page.Encode(more)}<b>{Page.Encode(page.Say(ChartTexts.HowToRead))}</b>{Page.Encode(page.Say(InfluenceTexts.StarsHow))}</p>");
    }

    private static StarRay Ray(Page page, ExpectedInfluence influence, HashSet<int> ambassadors, Neighbour neighbour, double strongest)
    {
        string name = influence.Customers[neighbour.Node].Value;
        double worth = influence.Table.Value(neighbour.Node);
        bool isBooked = influence.Booked is { } booked && booked.TryGetRow(influence.Customers[neighbour.Node], out int row) && booked.Referrer[row] >= 0;
        string style = worth < 0 ? "node loss" : isBooked ? "node booked" : ambassadors.Contains(neighbour.Node) ? "node hub" : "node";
        return new StarRay(name, worth, neighbour.Probability / strongest, style, page.Say(InfluenceTexts.StarTip, name, Format.Percent(neighbour.Probability), page.Format.Money(worth)));
    }
}
