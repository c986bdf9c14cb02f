using System.Globalization;
using System.Xml.Linq;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Reporting;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Sections;
using NodaTime;

namespace CustomerValue.Tool.Tests.Reporting;

public class ValueChartTests(Appraisals appraisals) : IClassFixture<Appraisals>
{
    private static readonly LocalDate Day = new(2025, 1, 1);

    [Fact]
    public void Parts_below_nothing_go_left_and_the_others_right()
    {
        StackPart[] one = [new("established", 30, "30"), new("residual", -20, "−20"), new("upside", 10, "10"), new("reach", -5, "−5")];
        StackedBars bars = new([one, [new("established", 80, "80")]]);
        bars.Add("<a>", "15", one, "<tip>");
        // 25 to the left and 80 to the right share 480 units.
        (double X, double Width)[] boxes = [.. XElement.Parse(bars.ToMarkup()).Descendants("rect").Select(box => ((double)box.Attribute("x")!, (double)box.Attribute("width")!))];
        const double unit = 480.0 / 105, zero = 25 * unit;
        (double X, double Width)[] expected = [(zero, 30 * unit), (zero - (20 * unit), 20 * unit), (zero + (30 * unit), 10 * unit), (zero - (25 * unit), 5 * unit)];
        Assert.All(boxes.Zip(expected), pair =>
        {
            Assert.Equal(pair.Second.X, pair.First.X, 0.06);
            Assert.Equal(pair.Second.Width, pair.First.Width, 0.06);
        });
        Assert.Equal(expected.Length, boxes.Length);
    }

    [Fact]
    public void Bars_of_nothing_at_all_are_empty_and_no_number_is_lost()
    {
        StackedBars bars = new([[new("established", 0, "0")]]);
        bars.Add("a", "0", [new("established", 0, "0")], "tip");
        Assert.Empty(XElement.Parse(bars.ToMarkup()).Descendants("rect"));
        string ranges = RangeBars.Draw("none", [("a", 0, 0, 0, "0", "tip")]);
        Assert.DoesNotContain("NaN", bars.ToMarkup() + ranges, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, -40, 100)]
    [InlineData(-30, -30, -90)]
    [InlineData(70, 10, 160)]
    public void A_range_stays_within_its_picture(double value, double low, double high)
    {
        XElement svg = XElement.Parse(RangeBars.Draw("ranges", [("<a>", value, low, high, "x", "tip"), ("b", 1, 0, 2, "x", "tip")]));
        double[] ends = [.. svg.Descendants("path").SelectMany(path => ((string)path.Attribute("d")!).Split('M', 'L').Skip(1).Select(point => double.Parse(point.Split(' ')[0], CultureInfo.InvariantCulture)))];
        Assert.All(ends, x => Assert.InRange(x, 0, 380.1));
        Assert.All(svg.Descendants("rect"), bar => Assert.InRange((double)bar.Attribute("x")! + (double)bar.Attribute("width")!, 0, 381.1));
    }

    [Fact]
    public void A_star_draws_each_neighbour_and_encodes_names()
    {
        StarRay[] rays = [.. Enumerable.Range(0, 9).Select(i => new StarRay($"<{i}> & long name of a neighbour", i, 1 - (0.1 * i), "node", $"tip <{i}>"))];
        XElement svg = XElement.Parse(StarChart.Draw("<star>", 9, 9, "tip", rays, [(0, 3)]));
        Assert.Equal(10, svg.Descendants("circle").Count());
        Assert.Equal(10, svg.Descendants("path").Count());
        double[] radii = [.. svg.Descendants("circle").Select(circle => (double)circle.Attribute("r")!)];
        Assert.Equal(26, radii.Max());
        Assert.DoesNotContain("NaN", XElement.Parse(StarChart.Draw("none", 0, 0, "tip", rays[..1], [])).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(5, 0.5)]
    [InlineData(10, 1)]
    [InlineData(15, 1.5)]
    [InlineData(30, 2.5)]
    [InlineData(1000, 3)]
    public void A_threshold_stands_within_its_class(double amount, double place) => Assert.Equal(place, CubeMap.Place([0, 10, 20], amount), 12);

    [Theory]
    [InlineData(7, new[] { 0, 7.0, 20, 50 })]
    [InlineData(3, new[] { 0, 3.0, 20, 50 })]
    [InlineData(15, new[] { 0, 10.0, 15, 50 })]
    [InlineData(900, new[] { 0, 10.0, 20, 900 })]
    [InlineData(-4, new[] { 0, 10.0, 20, 50 })]
    public void A_threshold_takes_the_place_of_the_edge_next_to_it(double threshold, double[] edges) => Assert.Equal(edges, CubeMap.WithThreshold([0, 10, 20, 50], threshold));

    [Fact]
    public void A_small_tree_is_drawn_whole_with_the_credit_of_each()
    {
        // A→B→C→D and A→E of the reference, margins 500/200/100/80/50.
        (Page page, ReferralTree tree) = Tree([("A", "B"), ("B", "C"), ("C", "D"), ("A", "E")], [("A", 500), ("B", 200), ("C", 100), ("D", 80), ("E", 50)], "A");
        IReadOnlyList<TreeRow> rows = tree.Rows(page);
        Assert.Equal(["A", "B", "C", "D", "E"], rows.Select(row => row.Name));
        Assert.Equal([-1, 0, 1, 2, 0], rows.Select(row => row.Parent));
        Assert.Equal(["118", "80.00", "13.33", "4.57", "20.00"], rows.Select(row => row.Second));
        Assert.Equal(["430", "200", "100", "80.00", "50.00"], rows.Select(row => row.First));
        Assert.Equal((4, 3), (tree.Customers, tree.Generations));
    }

    [Fact]
    public void A_large_tree_keeps_its_best_branches_and_sums_up_the_rest()
    {
        // 600 brought directly, one of whom brought 300 of small margin, and one of those 40.
        List<(string, string)> links = [.. Enumerable.Range(0, 600).Select(i => ("A", $"B{i:D3}"))];
        links.AddRange(Enumerable.Range(0, 300).Select(i => ("B007", $"C{i:D3}")));
        links.AddRange(Enumerable.Range(0, 40).Select(i => ("C011", $"D{i:D3}")));
        (string, decimal)[] margins = [.. links.Select((link, i) => (link.Item2, 1m + (i * 37 % 101)))];
        (Page page, ReferralTree tree) = Tree(links, margins, "A");
        IReadOnlyList<TreeRow> rows = tree.Rows(page);
        Assert.Equal(940, tree.Customers);
        Assert.InRange(rows.Count, ReferralTree.Most + 1, (2 * ReferralTree.Most) + 2);
        int more = rows.Where(row => row.Size is null).Sum(row => int.Parse(row.Name.Split(' ')[1], CultureInfo.InvariantCulture));
        Assert.Equal(940, more + rows.Count(row => row.Size is not null) - 1);
        Assert.Equal("B007", rows[1].Name);
        Assert.All(rows.Skip(1), row => Assert.Equal(rows[row.Parent].Depth + 1, row.Depth));
        XElement svg = XElement.Parse(TreeChart.Draw("tree", "first", "second", rows));
        Assert.Equal(rows.Count - 1, svg.Elements("path").Count());
    }

    private (Page Page, ReferralTree Tree) Tree(IEnumerable<(string Referrer, string Referee)> links, IEnumerable<(string Customer, decimal Margin)> margins, string top)
    {
        ReferralNetwork network = ReferralNetwork.Of(links.Select(link => new Referral { Referrer = new(link.Referrer), Referee = new(link.Referee), Day = Day }));
        ReferralLedger ledger = ReferralLedger.Of(network, margins.Select(margin => new ReferredMargin { Customer = new(margin.Customer), Day = Day.PlusDays(1), Margin = margin.Margin }));
        Assert.True(network.TryGetRow(new CustomerId(top), out int row));
        return (new Page(TextWriter.Null, appraisals.Shop, new ReportOptions()), new ReferralTree(ledger, row));
    }
}
