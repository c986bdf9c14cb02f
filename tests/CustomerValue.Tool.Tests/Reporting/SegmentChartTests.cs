using System.Xml.Linq;
using CustomerValue.Reporting.Charts;

namespace CustomerValue.Tool.Tests.Reporting;

public class SegmentChartTests
{
    [Theory]
    [InlineData(new[] { 6.0, 6, 4, 3, 2, 2, 1 })]
    [InlineData(new[] { 1.0 })]
    [InlineData(new[] { 1e9, 1, 1 })]
    [InlineData(new[] { 5.0, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5 })]
    public void Areas_fill_their_box_without_a_gap_and_are_as_large_as_their_sizes(double[] sizes)
    {
        IReadOnlyList<Treemap.Area> areas = Treemap.Lay(sizes, new(10, 20, 300, 200));
        Assert.Equal(sizes.Length, areas.Count);
        for (int i = 0; i < sizes.Length; i++)
        {
            Assert.Equal(sizes[i] / sizes.Sum() * 60000, areas[i].Width * areas[i].Height, 6);
            Assert.InRange(areas[i].X, 9.999, 310.001 - areas[i].Width);
            Assert.InRange(areas[i].Y, 19.999, 220.001 - areas[i].Height);
        }
    }

    [Fact]
    public void Areas_are_near_to_squares()
    {
        // The example of Bruls, Huizing and van Wijk (2000), section 3.
        IReadOnlyList<Treemap.Area> areas = Treemap.Lay([6, 6, 4, 3, 2, 2, 1], new(0, 0, 6, 4));
        Assert.Equal(new(0, 0, 3, 2), areas[0]);
        Assert.Equal(new(0, 2, 3, 2), areas[1]);
        Assert.All(areas, area => Assert.InRange(Math.Max(area.Width / area.Height, area.Height / area.Width), 1, 3));
    }

    [Theory]
    [InlineData(178.4, -179.9, -174.0)]
    [InlineData(-179.9, 178.4, 180.0)]
    public void A_window_holds_all_points_and_crosses_the_date_line_where_they_do(double first, double second, double third)
    {
        double[] longitudes = [first, second, third];
        MapWindow window = new([.. longitudes.Select(longitude => (-17.0, longitude))]);
        Assert.InRange(window.East - window.West, 0.4, 20);
        Assert.All(longitudes, longitude => Assert.InRange(window.X(longitude), 24, 456));
        Assert.True(window.X(-179.9) > window.X(178.4));
    }

    [Fact]
    public void The_world_is_cut_at_the_date_line()
    {
        MapWindow window = new([(40, -100), (50, 10), (-25, 135)]);
        Assert.True(window.X(-100) < window.X(10) && window.X(10) < window.X(135));
        Assert.InRange(window.Height, 100, 480);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90, 0)]
    [InlineData(-90, 180)]
    [InlineData(35, -180)]
    public void One_place_has_a_map_too(double latitude, double longitude)
    {
        string svg = MapChart.Draw("one", [new(latitude, longitude, 5, 0.5, "here", "tip")]);
        XElement dot = XElement.Parse(svg).Element("circle")!;
        Assert.InRange((double)dot.Attribute("cx")!, 0, 480);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_on_a_map_do_not_lie_on_each_other()
    {
        XElement svg = XElement.Parse(MapChart.Draw("many", [.. Enumerable.Range(0, 50).Select(i => new MapDot(1 + (i * 0.0001), 1, 50 - i, 0.5, $"Place number {i}", ""))]));
        Assert.Single(svg.Elements("text"), text => text.Value.StartsWith("Place", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("short", 100, "short")]
    [InlineData("a name that is too long", 90, "a name th…")]
    [InlineData("名称太长的客户群体", 100, "名称太长的…")]
    [InlineData("anything", 20, "")]
    public void Names_are_cut_to_their_room(string text, double width, string expected) => Assert.Equal(expected, Lettering.Fit(text, width));

    [Fact]
    public void Bars_are_as_long_as_their_parts()
    {
        PairBars bars = new(0.5);
        bars.Add("<a>", 0.5, 0.25, "<tip>");
        bars.Add("b", 0, -0.1, "tip");
        XElement[] drawn = [.. XElement.Parse(bars.ToMarkup()).Descendants("rect")];
        Assert.Equal([410, 205, 1, 1], drawn.Select(bar => (double)bar.Attribute("width")!));
    }
}
