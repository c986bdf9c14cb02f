using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Overview;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Reporting;
using NodaTime;

namespace CustomerValue.Tool.Tests.Reporting;

/// <summary>The page on a programme, and its section on the page of customers: their figures are those of the overview, in both languages.</summary>
public class LoyaltyPageTests(Appraisals appraisals) : IClassFixture<Appraisals>
{
    private const string Hostile = "<script>alert(1)</script>";
    private static readonly Instant AsOf = Instant.FromUtc(2026, 5, 20, 4, 0);
    private static readonly LoyaltyOverview Overview = Replay();

    [Fact]
    public void The_page_has_a_section_for_all_that_there_is_to_tell()
    {
        XElement page = Page();
        Assert.Equal(["balances", "tiers", "flow", "expiring", "liability", "cost", "refused"], page.Descendants("section").Select(section => (string)section.Attribute("id")!));
        Assert.All(page.Descendants("a"), link => Assert.Single(page.Descendants("section"), section => "#" + (string)section.Attribute("id")! == (string)link.Attribute("href")!));
        Assert.All(page.Descendants("svg"), svg => Assert.NotEmpty(svg.Attribute("aria-label")!.Value));
        Assert.DoesNotMatch("NaN|∞|Infinity", page.Value);
        Assert.Equal("Loyalty programme club", page.Descendants("h1").Single().Value);
    }

    [Fact]
    public void Figures_are_those_of_the_overview()
    {
        XElement page = Page();
        WalletOverview points = Overview.Wallets[0];
        string[] row = [.. Section(page, "balances").Descendants("tbody").Elements("tr").First().Elements().Select(cell => cell.Value)];
        Assert.Equal("PTS", row[0]);
        Assert.Equal(points.Totals.Issued.ToString("#,0", CultureInfo.InvariantCulture), row[1]);
        Assert.Contains($"{points.Holders} of {Overview.Members} members", Section(page, "balances").Value, StringComparison.Ordinal);
        int[] sizes = [.. Section(page, "tiers").Descendants("figure").First().Descendants("svg").Select(bar => int.Parse(bar.Descendants("text").Last().Value, CultureInfo.InvariantCulture))];
        Assert.Equal(Overview.Tiers!.Sizes(Overview.Tiers.Dates.Count - 1).Reverse(), sizes);
        Assert.Equal(Overview.Wallets.Sum(wallet => 3 * wallet.Months.Count), Section(page, "flow").Descendants("rect").Count());
        Assert.Equal(points.Expiring.Select(part => part.Units.ToString("#,0", CultureInfo.InvariantCulture)), Section(page, "expiring").Descendants("tbody").First().Elements("tr").Select(line => line.Elements().ElementAt(1).Value));
        Assert.Contains(points.Liability!.Amount.Amount.ToString("#,0.00", CultureInfo.InvariantCulture) + " CNY is owed", Section(page, "liability").Value, StringComparison.Ordinal);
        Assert.Contains("The lots add up to the accounts", Section(page, "liability").Value, StringComparison.Ordinal);
        Assert.Equal("base", Section(page, "cost").Descendants("tbody").First().Elements("tr").First().Element("th")!.Value);
        Assert.Equal(Overview.Refused.Select(each => $"{each.Error} {each.Count} {each.Example.English}"), Section(page, "refused").Descendants("tbody").Elements("tr").Select(line => string.Join(' ', line.Elements().Select(cell => cell.Value))));
    }

    [Fact]
    public void The_Chinese_page_has_no_English_sentence()
    {
        XElement page = Page(DisplayLanguage.Chinese);
        IEnumerable<string> texts = page.DescendantNodes().OfType<XText>().Where(text => text.Parent!.Name != "style" && !text.Value.Contains(Hostile, StringComparison.Ordinal)).Select(text => text.Value)
            .Concat(page.Descendants().Attributes("aria-label").Select(label => label.Value)).Concat(page.Descendants("title").Where(tip => tip.Parent!.Name != "head").Select(tip => tip.Value));
        Assert.All(texts, text => Assert.DoesNotMatch("[A-Za-z]{2,}[ ,;:]+[A-Za-z]{2,}", text));
        Assert.Equal("zh-CN", page.Attribute("lang")!.Value);
    }

    [Fact]
    public void What_comes_from_the_events_is_encoded()
    {
        string html = Html(Overview, DisplayLanguage.English);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains(Page().Descendants("td"), cell => cell.Value.Contains(Hostile, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"https?:|url\(|@import|\bsrc=|<link|<iframe|javascript:", html);
    }

    [Fact]
    public void An_empty_ledger_has_a_page()
    {
        LoyaltyOverview nothing = LoyaltyOverview.Of(new LoyaltyLedger(new ProgramVersions(CompiledProgram.Load(Overview.Program))), AsOf);
        XElement page = Parse(Html(nothing, DisplayLanguage.English));
        Assert.Equal("balances", (string)page.Descendants("section").Single().Attribute("id")!);
        Assert.Contains("Nothing was granted in PTS so far.", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_on_customers_has_a_section_on_points_where_they_are_told()
    {
        XElement page = Parse(Written(writer => HtmlReport.Write(writer, appraisals.Shop, new ReportOptions { Loyalty = Overview })));
        XElement section = Section(page, "loyalty");
        Assert.Equal(7, section.Elements("h3").Count(heading => ((string?)heading.Attribute("class"))!.StartsWith("part", StringComparison.Ordinal)));
        Assert.DoesNotContain(Parse(Written(writer => HtmlReport.Write(writer, appraisals.Shop))).Descendants("section"), each => (string?)each.Attribute("id") == "loyalty");
    }

    /// <summary>Two members, two wallets, a year of a few events of every kind.</summary>
    private static LoyaltyOverview Replay()
    {
        const string Document = """
            {"formatVersion":1,"program":"club","version":"1","timeZone":"Asia/Shanghai",
             "wallets":[{"id":"PTS","expiry":{"type":"rolling","period":"P6M"},"liabilityUnitValue":"0.01 CNY"},{"id":"CASH","scale":2,"currency":"CNY"}],
             "tiers":{"wallet":"PTS","levels":[{"id":"base","from":"0","name":{"en":"Member","zh-CN":"普通会员"}},{"id":"gold","from":"1000","name":{"en":"Gold","zh-CN":"金卡"}}]},
             "rules":[{"id":"base","on":"order.paid","then":[{"earn":{"wallet":"PTS","rate":{"points":"1","per":"1.00 CNY"},"qualifying":true}}]},
                      {"id":"back","on":"order.paid","then":[{"earn":{"wallet":"CASH","rate":{"points":"0.01","per":"1.00 CNY"}}}]}]}
            """;
        LoyaltyProgram program = LoyaltyProgramJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(Document)));
        LoyaltyLedger ledger = new(new ProgramVersions(CompiledProgram.Load(program)));
        List<Rejection> refused = [];
        int key = 0;
        void Tell(LoyaltyEvent happened)
        {
            if (ledger.Handle(happened).Rejection is { } rejection)
                refused.Add(rejection);
        }

        for (Instant at = AsOf - Duration.FromDays(360); at < AsOf; at += Duration.FromDays(20))
        {
            foreach (string member in (string[])["a", "b"])
                Tell(new OrderPaid { Key = $"{++key}", Member = new(member), OccurredAt = at, Order = new() { Id = $"O{key}", Lines = [new() { Id = "1", Amount = new(member == "a" ? 250 : 70, new("CNY")) }] } });
            Tell(new PointsRedeemed { Key = $"{++key}", Member = new("b"), OccurredAt = at, Wallet = "PTS", Points = 150, Source = $"R{key}" });
        }

        Tell(new OrderRefunded { Key = $"{++key}", Member = new("a"), OccurredAt = AsOf, OrderId = Hostile });
        return LoyaltyOverview.Of(ledger, AsOf, refused);
    }

    private static XElement Page(DisplayLanguage language = DisplayLanguage.English) => Parse(Html(Overview, language));

    private static string Html(LoyaltyOverview overview, DisplayLanguage language) => Written(writer => HtmlReport.Write(writer, overview, new ReportOptions { Language = language }));

    private static string Written(Action<TextWriter> write)
    {
        using StringWriter writer = new();
        write(writer);
        return writer.ToString();
    }

    private static XElement Parse(string html)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(html), new() { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }

    private static XElement Section(XElement page, string id) => page.Descendants("section").Single(section => (string?)section.Attribute("id") == id);
}
