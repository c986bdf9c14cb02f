using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CustomerValue.Appraisal;
using CustomerValue.Labels;
using CustomerValue.Reporting;
using CustomerValue.Reporting.Sections;

namespace CustomerValue.Tool.Tests.Reporting;

public class HtmlReportTests(Appraisals appraisals) : IClassFixture<Appraisals>
{
    private readonly CustomerAppraisal shop = appraisals.Shop;

    [Theory]
    [InlineData(DisplayLanguage.English)]
    [InlineData(DisplayLanguage.Chinese)]
    public void Every_element_is_closed_and_every_id_is_used_once(DisplayLanguage language)
    {
        XElement page = Parse(Write(shop, new() { Language = language }));
        string[] ids = [.. page.DescendantsAndSelf().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(10, page.Descendants("section").Count());
        Assert.All(page.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], ids));
        Assert.Equal(15, page.Descendants("figure").Count());
        Assert.All(page.Descendants("svg"), svg => Assert.NotEmpty(svg.Attribute("aria-label")!.Value));
        Assert.DoesNotMatch("NaN|∞|Infinity", page.Value);
    }

    [Fact]
    public void The_page_needs_no_other_file_and_runs_no_script()
    {
        string html = Write(shop);
        Assert.DoesNotMatch(@"https?:|url\(|@import|\bsrc=|<link|<script|<object|<iframe|javascript:", html);
        Assert.All(Parse(html).Descendants("a"), link => Assert.StartsWith("#", link.Attribute("href")!.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(Parse(html).DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void What_comes_from_the_data_is_encoded()
    {
        ReportOptions options = new() { Title = "<b>Shop</b> & sons", Sources = [new() { Name = "<img src=x onerror=alert(1)>", Rows = 10 }] };
        string html = Write(appraisals.Hostile, options);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        XElement page = Parse(html);
        Assert.Contains(page.Descendants("bdi"), id => id.Value == Appraisals.HostileId);
        Assert.Equal("<b>Shop</b> & sons", page.Descendants("h1").Single().Value);
    }

    [Fact]
    public void The_Chinese_page_has_no_English_sentence()
    {
        XElement page = Parse(Write(shop, new() { Language = DisplayLanguage.Chinese, Simulated = true, Sources = [new() { Name = "1.csv", Rows = 1, Skipped = 1 }] }));
        IEnumerable<string> texts = page.DescendantNodes().OfType<XText>().Where(text => text.Parent!.Name != "style").Select(text => text.Value)
            .Concat(page.Descendants().Attributes("aria-label").Select(label => label.Value));
        Assert.All(texts, text => Assert.DoesNotMatch("[A-Za-z]{2,}[ ,;:]+[A-Za-z]{2,}", text));
        Assert.Equal("zh-CN", page.Attribute("lang")!.Value);
    }

    [Fact]
    public void The_English_page_has_no_Chinese() => Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", Parse(Write(shop)).Value);

    [Fact]
    public void Key_figures_are_the_appraisals()
    {
        XElement page = Parse(Write(shop));
        Dictionary<string, string> tiles = page.Descendants("dl").First().Elements("div").ToDictionary(tile => tile.Element("dt")!.Value, tile => tile.Element("dd")!.Value);
        static string Round(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
        Assert.Equal(Round(shop.Customers.Buyers), tiles["Customers"]);
        Assert.Equal(Round((double)shop.Contribution.Revenue.ToArray().Sum()) + " CNY", tiles["Revenue so far"]);
        Assert.Equal(Round(shop.ProbabilityAlive.ToArray().Sum()), tiles["Probably still customers"]);
        Assert.Equal(Round(shop.ExpectedPurchases.ToArray().Sum()), tiles["Purchases expected"]);
        Assert.Equal(Round(shop.LifetimeValue.ToArray().Sum()) + " CNY", tiles["Lifetime value"]);
    }

    [Fact]
    public void Segments_add_up_to_all_customers_and_all_revenue()
    {
        IReadOnlyList<SegmentTotals> totals = SegmentTotals.Of(shop);
        Assert.Equal(shop.Count, totals.Sum(total => total.Customers));
        Assert.Equal(shop.Contribution.Revenue.ToArray().Sum(), totals.Sum(total => total.Revenue));
        Assert.Equal(1, totals.Sum(total => total.CustomerShare), 12);
        Assert.Equal(1, totals.Sum(total => total.RevenueShare), 12);
    }

    [Fact]
    public void The_table_names_the_customers_of_largest_value_with_their_reasons()
    {
        XElement table = Parse(Write(shop)).Descendants("table").Single(table => (string?)table.Attribute("class") == "top");
        int[] rows = [.. Enumerable.Range(0, shop.Customers.Buyers).OrderByDescending(row => shop.LifetimeValue[row]).Take(20)];
        Assert.Equal(rows.Select(row => shop[row].Customer.Value), table.Descendants("bdi").Select(id => id.Value));
        string[] reasons = [.. table.Descendants("p").Select(reason => reason.Value)];
        Assert.Equal(rows.Select(row => $"{shop[row].Forecast!.ValueReason.English} {shop[row].Forecast!.AliveReason.English}"), reasons);
    }

    [Fact]
    public void The_model_report_holds_parameters_errors_and_likelihood()
    {
        string models = Parse(Write(shop)).Descendants("section").Single(section => (string?)section.Attribute("id") == "models").Value;
        Assert.NotNull(shop.PurchaseFit);
        for (int i = 0; i < shop.PurchaseFit.Parameters.Count; i++)
        {
            Assert.Contains(Format.Parameter(shop.PurchaseFit.Parameters[i].Value), models, StringComparison.Ordinal);
            Assert.Contains(Format.Parameter(shop.PurchaseFit.StandardErrors![i]), models, StringComparison.Ordinal);
        }

        Assert.Contains(shop.PurchaseFit.LogLikelihood.ToString("#,0.0000", CultureInfo.InvariantCulture).Replace('-', '−'), models, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_of_the_first_histogram_count_every_buyer()
    {
        XElement histogram = Parse(Write(shop)).Descendants("svg").First();
        int counted = histogram.Elements("rect").Sum(bar => int.Parse(Regex.Match(bar.Value, @": ([\d,]+) customers").Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        Assert.Equal(shop.Customers.Buyers, counted);
    }

    [Fact]
    public void Simulated_data_is_said_first_and_only_then()
    {
        const string words = "these customers are invented";
        Assert.Contains(words, Parse(Write(shop, new() { Simulated = true })).Descendants("header").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain(words, Write(shop), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_data_give_a_page_that_says_so_first()
    {
        XElement page = Parse(Write(appraisals.Least));
        Assert.False(appraisals.Least.PurchaseFit.Converged);
        Assert.Contains("no finite optimum", page.Descendants("li").First().Value, StringComparison.Ordinal);
        Assert.Contains(appraisals.Least.PurchaseFit.Reason!.Value.English, page.Value, StringComparison.Ordinal);
        Assert.DoesNotMatch("NaN|(?<!→ )∞", page.Value);
    }

    [Fact]
    public void The_page_does_not_grow_with_the_customers()
    {
        int small = Write(shop).Length, large = Write(appraisals.Large).Length;
        Assert.InRange(large, 1, small * 1.2);
        Assert.InRange(large, 1, 200_000);
    }

    [Fact]
    public void The_same_appraisal_gives_the_same_page() => Assert.Equal(Write(shop), Write(shop));

    private static string Write(CustomerAppraisal appraisal, ReportOptions? options = null)
    {
        using StringWriter writer = new();
        HtmlReport.Write(writer, appraisal, options);
        return writer.ToString();
    }

    private static XElement Parse(string html)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(html), new() { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }
}
