using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CustomerValue.Appraisal;
using CustomerValue.Labels;
using CustomerValue.Reporting;
using CustomerValue.Reporting.Sections;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Tool.Tests.Reporting;

public class SegmentPageTests(SegmentedShop shop) : IClassFixture<SegmentedShop>
{
    [Theory]
    [InlineData(DisplayLanguage.English)]
    [InlineData(DisplayLanguage.Chinese)]
    public void Every_segmentation_has_its_part_in_well_formed_xml(DisplayLanguage language)
    {
        XElement page = Parse(Write(shop.Appraisal, new() { Language = language, Migration = shop.Migration }));
        string[] ids = [.. page.DescendantsAndSelf().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(7, Parts(page).Length);
        Assert.All(page.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], ids));
        Assert.All(page.Descendants("svg"), svg => Assert.NotEmpty(svg.Attribute("aria-label")!.Value));
        Assert.DoesNotMatch("NaN|∞|Infinity", page.ToString());
    }

    [Fact]
    public void Names_and_values_of_the_data_are_encoded_and_filled_in_nowhere()
    {
        string html = Write(shop.Appraisal, new() { Migration = shop.Migration });
        Assert.DoesNotMatch("<script|<img|<i>own|<b>1</b> &", html);
        XElement page = Parse(html);
        Assert.Contains(page.Descendants("h3"), heading => heading.Value == "<i>own</i>");
        Assert.Contains(page.Descendants("th"), name => name.Value.StartsWith("<b>1</b> & {1}", StringComparison.Ordinal));
        Assert.Contains(page.Descendants("title"), tip => tip.Value.Contains(SegmentedShop.HostilePlace, StringComparison.Ordinal));
        Assert.Contains(page.Descendants("bdi"), value => value.Value.StartsWith(SegmentedShop.HostileIncome, StringComparison.Ordinal));
    }

    [Fact]
    public void Many_groups_are_summed_up_and_those_without_data_are_not_lost()
    {
        AssignedSegmentation own = shop.Appraisal.FurtherSegmentations[^1];
        SegmentGroups groups = new(shop.Appraisal, own.Segmentation, own.Segments);
        Assert.Equal(SegmentGroups.Most, groups.Segments.Count);
        Assert.Equal(SegmentedShop.OwnSegments + 1, groups.Filled);
        Assert.True(groups.IsOthers(SegmentGroups.Most - 1));
        Assert.Equal("incomplete", groups.Segments[^2].Key);
        Assert.Equal("27 smaller groups", groups.Segments[^1].Label.English);
        Assert.Equal(shop.Appraisal.Count, groups.Totals.Sum(total => total.Customers));
        Assert.Equal(1, groups.Totals.Sum(total => total.ValueShare), 12);
        Assert.Equal(shop.Appraisal.Contribution.Revenue.ToArray().Sum(), groups.Totals.Sum(total => total.Revenue));
    }

    [Fact]
    public void What_is_wrong_with_the_data_is_counted()
    {
        XElement part = Parts(Parse(Write(shop.Appraisal)))[1];
        string[] rows = [.. part.Descendants("tr").Select(row => string.Join('|', row.Elements().Select(cell => cell.Value)))];
        int incomes = Enumerable.Range(0, 400).Count(i => i % 21 != 0 && i % 40 == 0);
        Assert.Contains(rows, row => row.StartsWith($"income|unreadable|{incomes}|", StringComparison.Ordinal) && row.EndsWith($"({incomes} times)", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("income|missing|20|5.0%|", StringComparison.Ordinal));
    }

    [Fact]
    public void Clusters_have_a_name_beside_their_number()
    {
        XElement part = Parts(Parse(Write(shop.Appraisal)))[5];
        XElement[] clusters = [.. part.Descendants("th").Where(name => name.Value.StartsWith("Cluster ", StringComparison.Ordinal) && name.Element("small") is not null)];
        Assert.Equal(10, clusters.Length);
        Assert.All(clusters, cluster => Assert.True(cluster.Element("small")!.Value.Length > 3));
        Assert.Contains(part.Descendants("td"), rule => Regex.IsMatch(rule.Value, @"purchases|recency|revenue|tenure"));
    }

    [Fact]
    public void The_map_joins_islands_on_both_sides_of_the_date_line()
    {
        XElement map = Parts(Parse(Write(shop.Appraisal)))[4].Descendants("svg").Single(svg => (string?)svg.Attribute("class") == "map");
        XElement[] dots = [.. map.Elements("circle")];
        double[] x = [.. dots.Select(dot => (double)dot.Attribute("cx")!).Order()];
        Assert.True(dots.Length >= 3);
        // Suva is 1.7 degrees west of Taveuni, on the other side of the line, of some 10 degrees in all.
        Assert.InRange((x[1] - x[0]) / (x[^1] - x[0]), 0.1, 0.25);
        Assert.Contains(map.Elements("text"), text => text.Value == "180°");
        DbscanSegmentation places = (DbscanSegmentation)shop.Appraisal.FurtherSegmentations[3].Segmentation;
        int located = SegmentPlace.Of(places, shop.Appraisal.Customers, places.Columns).Where(place => place.Latitude is not null).Sum(place => place.Located);
        Assert.Equal(located, dots.Sum(dot => int.Parse(Regex.Match(dot.Value, @": ([\d,]+) customers").Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_matrix_counts_everyone_seen_at_both_dates()
    {
        XElement part = Parts(Parse(Write(shop.Appraisal, new() { Migration = shop.Migration })))[0];
        XElement matrix = part.Descendants("table").Last(table => (string?)table.Attribute("class") == "heat");
        long counted = matrix.Descendants("td").Elements("small").Sum(count => long.Parse(count.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        Assert.Equal(shop.Migration.Migration.Matched, counted);
        string words = part.Descendants("ul").Single(list => (string?)list.Attribute("class") == "moves").Value;
        Assert.Contains($"{shop.Migration.Migration.Flows.First(flow => flow.From != flow.To).Customers} customers went from", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Who went where", Write(shop.Appraisal), StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_names_stand_on_the_Chinese_page()
    {
        XElement page = Parse(Write(shop.Appraisal, new() { Language = DisplayLanguage.Chinese, Migration = shop.Migration }));
        Assert.Equal(["RFM：近度、频度、消费额", "人口统计", "行为", "地理", "地理：密度聚类", "聚类（k 均值）", "<i>own</i>"], Parts(page).Select(part => part.Element("h3")!.Value));
        IEnumerable<string> texts = page.DescendantNodes().OfType<XText>().Where(text => text.Parent!.Name != "style").Select(text => text.Value).Where(text => !text.Contains("script", StringComparison.Ordinal) && !text.Contains("<img", StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotMatch("[A-Za-z]{2,}[ ,;:]+[A-Za-z]{2,}", text));
    }

    [Fact]
    public void The_parts_do_not_grow_with_the_customers()
    {
        int small = Write(shop.Appraisal, new() { Migration = shop.Migration }).Length, large = Write(shop.Large, new() { Migration = shop.LargeMigration }).Length;
        Assert.InRange(large, 1, small * 1.15);
        Assert.InRange(large, 1, 400_000);
    }

    [Fact]
    public void The_same_shop_gives_the_same_page() => Assert.Equal(Write(shop.Appraisal, new() { Migration = shop.Migration }), Write(shop.Appraisal, new() { Migration = shop.Migration }));

    private static XElement[] Parts(XElement page) => [.. page.Descendants("div").Where(part => (string?)part.Attribute("class") == "segmentation")];

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
