using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CustomerValue.Appraisal;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Labels;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Reporting;
using CustomerValue.Reporting.Sections;

namespace CustomerValue.Tool.Tests.Reporting;

public class ValuePageTests(ValuedShop shop) : IClassFixture<ValuedShop>
{
    private static readonly string[] Ids = ["composition", "three-values", "referrals", "ambassadors", "products"];

    private readonly CustomerAppraisal appraisal = shop.Appraisal;

    [Theory]
    [InlineData(DisplayLanguage.English)]
    [InlineData(DisplayLanguage.Chinese)]
    public void Every_part_stands_on_the_page_and_in_its_head(DisplayLanguage language)
    {
        string html = Write(appraisal, new() { Language = language, ValueMigration = shop.Migration });
        XElement page = Parse(html);
        string[] ids = [.. page.DescendantsAndSelf().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(Ids, id => Assert.Contains(page.Descendants("a"), link => link.Attribute("href")!.Value == "#" + id));
        Assert.All(Ids, id => Assert.NotEmpty(Section(page, id).Elements()));
        Assert.All(page.Descendants("svg"), svg => Assert.NotEmpty(svg.Attribute("aria-label")!.Value));
        Assert.DoesNotMatch("NaN|∞|Infinity", page.ToString());
        Assert.DoesNotMatch(@"https?:|url\(|@import|\bsrc=|<link|<script", html);
    }

    [Fact]
    public void What_is_not_known_is_neither_on_the_page_nor_in_its_head()
    {
        XElement page = Parse(Write(shop.Alone));
        string[] sections = [.. page.Descendants("section").Select(section => section.Attribute("id")!.Value)];
        Assert.Equal(["composition", "three-values"], sections.Intersect(Ids));
        Assert.Equal(sections.Select(id => "#" + id), page.Descendants("nav").Elements("a").Select(link => link.Attribute("href")!.Value));
        Assert.Contains("Nothing is known of influence", Section(page, "three-values").Value, StringComparison.Ordinal);
        Assert.Equal(2, Section(page, "three-values").Descendants("figure").Count());
    }

    [Fact]
    public void Names_of_customers_and_products_are_encoded_and_filled_in_nowhere()
    {
        string html = Write(shop.Markup);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        XElement page = Parse(html);
        Assert.Contains(Section(page, "referrals").Descendants("h3"), heading => heading.Value.EndsWith(ValuedShop.Hostile + " brought", StringComparison.Ordinal));
        Assert.Contains(Section(page, "ambassadors").Descendants("bdi"), name => name.Value.EndsWith(ValuedShop.Hostile, StringComparison.Ordinal));
        Assert.Contains(Section(page, "products").Descendants("td").Elements("b"), product => product.Value.EndsWith(ValuedShop.Hostile, StringComparison.Ordinal));
        Assert.All(new[] { "composition", "referrals", "ambassadors" }, id => Assert.Contains(Section(page, id).Descendants("title"), tip => tip.Value.Contains(ValuedShop.Hostile, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_Chinese_page_has_no_English_sentence()
    {
        XElement page = Parse(Write(appraisal, new() { Language = DisplayLanguage.Chinese, ValueMigration = shop.Migration }));
        IEnumerable<string> texts = Ids.SelectMany(id => Section(page, id).DescendantNodes().OfType<XText>()).Select(text => text.Value);
        // The simulated products have English names.
        string[] products = [.. appraisal.Sources!.Recommendations!.Interactions.Products];
        Assert.All(texts.Select(text => products.Aggregate(text, (left, product) => left.Replace(product, "", StringComparison.Ordinal))), text => Assert.DoesNotMatch("[A-Za-z]{2,}[ ,;:]+[A-Za-z]{2,}", text));
    }

    [Fact]
    public void Parts_of_value_add_up_to_what_the_appraisal_holds()
    {
        ValueParts parts = new(appraisal);
        Assert.Equal((double)appraisal.Contribution.Total, parts.Sums[0], 1e-6 * parts.Sums[0]);
        Assert.Equal(appraisal.Potential!.Residual.ToArray().Sum(), parts.Sums[1], 1e-9 * parts.Sums[1]);
        Assert.Equal(appraisal.Potential.Value.ToArray().Sum(), parts.Sums[1] + parts.Sums[2], 1e-9 * parts.Sums[1]);
        Assert.True(parts.Sums[2] > 0);
        Assert.Equal(appraisal.Influence!.Value.ToArray().Sum(), parts.Sums[3] + parts.Sums[4], 1e-9 * parts.Sums[3]);
        Assert.Equal(parts.Sums, Enumerable.Range(0, ValueParts.Count).Select(part => parts.Segments.Sum(segment => segment[part])), (one, other) => Math.Abs(one - other) <= 1e-9 * Math.Abs(one));
        double[] totals = [.. Enumerable.Range(0, appraisal.Count).Select(row => parts.Of(row).Sum())];
        Assert.Equal(Enumerable.Range(0, totals.Length).OrderByDescending(row => totals[row]).ThenBy(row => row).Take(20), parts.Top);
        string[] names = [.. Section(Parse(Write(appraisal)), "composition").Elements("div").Last().Elements("figure").Last().Descendants("svg").Select(svg => svg.Descendants("text").First().Value)];
        Assert.Equal(parts.Top.Take(12).Select(row => appraisal[row].Customer.Value), names);
    }

    [Fact]
    public void An_upside_of_which_nothing_is_counted_is_said()
    {
        double upside = shop.Markup.Potential!.Upside.ToArray().Sum(value => double.IsNaN(value) ? 0 : value);
        Assert.Contains($"Beyond it, {Format.Amount(upside)} CNY could be won", Section(Parse(Write(shop.Markup)), "composition").Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Beyond it, ", Section(Parse(Write(appraisal)), "composition").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cube_counts_every_customer_once_and_says_what_to_do()
    {
        ThreeValueTable table = appraisal.ThreeValues!;
        XElement[] blocks = [.. Section(Parse(Write(appraisal)), "three-values").Descendants("div").Where(block => (string?)block.Attribute("class") == "block")];
        Assert.Equal(8, blocks.Length);
        string[] keys = ["lhh", "hhh", "llh", "hlh", "lhl", "hhl", "lll", "hll"];
        Assert.All(keys.Zip(blocks), pair =>
        {
            int segment = table.Segmentation.Decisions.Segments.ToList().FindIndex(decision => decision.Key == pair.First);
            Assert.Equal(table.Segmentation.Decisions.Segments[segment].Label.English, pair.Second.Element("b")!.Value);
            Assert.Equal(table.Segmentation.Decisions.Segments[segment].Decision.English, pair.Second.Element("small")!.Value);
            Assert.Equal($"{Format.Number(table.SegmentTotals[segment].Customers)} customers", pair.Second.Element("span")!.Value);
        });
        ThreeValueShares shares = new(table);
        Assert.Equal(1, Enumerable.Range(0, 9).Sum(shares.OfCustomers), 12);
        Assert.Equal(1, Enumerable.Range(0, 9).Sum(shares.OfValue), 12);
    }

    [Fact]
    public void The_map_counts_the_customers_of_each_influence()
    {
        ThreeValueTable table = appraisal.ThreeValues!;
        XElement[] maps = [.. Section(Parse(Write(appraisal)), "three-values").Descendants("div").Single(div => (string?)div.Attribute("class") == "figures maps").Descendants("svg")];
        foreach ((XElement map, bool high) in maps.Zip([true, false]))
        {
            int counted = map.Elements("rect").Sum(cell => int.Parse(Regex.Match(cell.Value, @": ([\d,]+) customers").Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
            Assert.Equal(table.SegmentTotals.Take(8).Where((_, segment) => table.Segmentation.Decisions.Segments[segment].InfluenceHigh == high).Sum(total => total.Customers), counted);
            XElement[] lines = [.. map.Elements("path").Where(line => (string?)line.Attribute("class") == "threshold")];
            double column = double.Parse(Regex.Match((string)lines[0].Attribute("d")!, "M([0-9.]+)").Groups[1].Value, CultureInfo.InvariantCulture), row = double.Parse(Regex.Match((string)lines[1].Attribute("d")!, " ([0-9.]+)H").Groups[1].Value, CultureInfo.InvariantCulture);
            int both = map.Elements("rect").Where(cell => (double)cell.Attribute("x")! > column && (double)cell.Attribute("y")! < row - 1).Sum(cell => int.Parse(Regex.Match(cell.Value, @": ([\d,]+) customers").Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
            Assert.Equal(table.SegmentTotals[high ? 0 : 1].Customers, both);
        }
    }

    [Fact]
    public void The_certificate_and_the_neighbours_are_those_of_the_graph()
    {
        ExpectedInfluence expected = appraisal.Sources!.Influence!.Expected!;
        XElement section = Section(Parse(Write(appraisal)), "ambassadors");
        Assert.Contains(expected.Ambassadors!.Reason.English, section.Value, StringComparison.Ordinal);
        XElement[] stars = [.. section.Descendants("div").Single(div => (string?)div.Attribute("class") == "stars").Elements("figure")];
        Assert.Equal(expected.Ambassadors.Customers.Take(6).Select(node => expected.Customers[node].Value), stars.Select(star => star.Descendants("bdi").Single().Value));
        foreach ((XElement star, int centre) in stars.Zip(expected.Ambassadors.Customers))
        {
            // The first circle is the one in the middle.
            string[] around = [.. star.Descendants("g").Skip(1).Select(ray => ray.Element("title")!.Value)];
            (int Node, double P)[] all = [.. Enumerable.Range(0, expected.Graph.Nodes)
                .Select(node => (node, expected.Graph.InfluencersOf(node).BinarySearch(centre) is int at && at >= 0 ? expected.Graph.ProbabilitiesInto(node)[at] : 0))
                .Where(edge => edge.Item2 > 0)];
            string[] strongest = [.. all.OrderByDescending(edge => edge.P).ThenByDescending(edge => expected.Table.AtFullShare[edge.Node]).ThenBy(edge => edge.Node).Take(9).Select(edge => expected.Customers[edge.Node].Value)];
            Assert.Equal(strongest, around.Select(tip => tip[..tip.IndexOf(':', StringComparison.Ordinal)]));
            Assert.All(around, tip =>
            {
                int node = expected.NodeOf(new(tip[..tip.IndexOf(':', StringComparison.Ordinal)]));
                int place = expected.Graph.InfluencersOf(node).BinarySearch(centre);
                Assert.True(place >= 0);
                Assert.Contains(Format.Percent(expected.Graph.ProbabilitiesInto(node)[place]), tip, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void Without_ambassadors_those_of_most_influence_stand_in()
    {
        ExpectedInfluence expected = appraisal.Sources!.Influence!.Expected!;
        int[] best = AmbassadorSection.Best(expected);
        Assert.Equal(Enumerable.Range(0, expected.Graph.Nodes).OrderByDescending(node => expected.Table.AtFullShare[node]).Take(6), best);
    }

    [Fact]
    public void Offers_are_those_of_the_recommender_with_its_reasons()
    {
        CustomerRecommendations recommendations = appraisal.Sources!.Recommendations!;
        XElement section = Section(Parse(Write(appraisal)), "products");
        XElement[] rows = [.. section.Descendants("table").First().Descendants("tbody").Single().Elements("tr")];
        Assert.Equal(12, rows.Length);
        Assert.All(rows, row =>
        {
            IReadOnlyList<ProductRecommendation> offers = recommendations.For(new(row.Element("th")!.Value));
            Assert.Equal(offers.Select(offer => offer.Product + offer.Reason.English), row.Elements("td").Where(cell => cell.Value != "–").Select(cell => cell.Value));
        });
        Assert.Contains(recommendations.Validation!.Reason.English, section.Value, StringComparison.Ordinal);
        Assert.Contains(section.Descendants("th"), name => name.Value == recommendations.Validation.Chosen + " ✓");
        // "<name>: 123 have it, 456 to be offered it".
        string tip = section.Descendants("title").First().Value;
        string product = tip[..tip.LastIndexOf(':')];
        int place = recommendations.Interactions.Products.IndexOf(product);
        int[] counts = [.. Regex.Matches(tip[product.Length..], @"[\d,]+\d|\d").Select(match => int.Parse(match.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];
        int offered = recommendations.Interactions.Customers.ToArray().Count(customer => recommendations.For(customer).Any(offer => offer.Product == product));
        Assert.Equal([recommendations.Interactions.CustomersOf(place).Length, offered], counts);
    }

    [Fact]
    public void Moves_between_the_eight_segments_count_everyone_seen_at_both_dates()
    {
        XElement section = Section(Parse(Write(appraisal, new() { ValueMigration = shop.Migration })), "three-values");
        XElement matrix = section.Descendants("table").Single(table => (string?)table.Attribute("class") == "heat");
        long counted = matrix.Descendants("td").Elements("small").Sum(count => long.Parse(count.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        Assert.Equal(shop.Migration.Migration.Matched, counted);
        Assert.True(counted > 0);
    }

    [Fact]
    public void The_parts_do_not_grow_with_the_customers()
    {
        int small = Write(appraisal, new() { ValueMigration = shop.Migration }).Length, large = Write(shop.Large, new() { ValueMigration = shop.Migration }).Length;
        Assert.InRange(large, 1, small * 1.15);
        Assert.InRange(large, 1, 300_000);
    }

    [Fact]
    public void The_same_shop_gives_the_same_page() => Assert.Equal(Write(appraisal), Write(appraisal));

    private static XElement Section(XElement page, string id) => page.Descendants("section").Single(section => (string?)section.Attribute("id") == id);

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
