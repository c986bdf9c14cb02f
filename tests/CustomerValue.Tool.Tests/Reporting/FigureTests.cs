using System.Xml.Linq;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Reporting;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Sections;
using NodaTime;

namespace CustomerValue.Tool.Tests.Reporting;

public class FigureTests
{
    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.00001, "<0.1%")]
    [InlineData(0.0424, "4.2%")]
    [InlineData(0.684, "68%")]
    [InlineData(0.998, "99.8%")]
    [InlineData(0.99999, ">99.9%")]
    [InlineData(1, "100%")]
    [InlineData(1.5, "150%")]
    [InlineData(-0.2, "−20%")]
    public void Percent_never_rounds_to_nothing_or_all(double part, string expected) => Assert.Equal(expected, Format.Percent(part));

    [Fact]
    public void Money_has_thousands_and_its_code_where_it_has_one()
    {
        Assert.Equal("1,234,568 CNY", new Format(DisplayLanguage.Chinese, new Currency("CNY")).Money(1234567.8m));
        Assert.Equal("12.50", new Format(DisplayLanguage.English, Currency.None).Money(12.5));
    }

    [Fact]
    public void Days_are_written_as_each_language_writes_them()
    {
        LocalDate day = new(1998, 6, 3);
        Assert.Equal("3 Jun 1998", new Format(DisplayLanguage.English, default).Date(day));
        Assert.Equal("1998年6月3日", new Format(DisplayLanguage.Chinese, default).Date(day));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(99)]
    [InlineData(12054)]
    [InlineData(0.031)]
    [InlineData(0)]
    public void An_axis_covers_its_data_with_few_round_ticks(double max)
    {
        Axis axis = Axis.FromZero("n", max, Format.Edge);
        Assert.True(axis.Max >= max && axis.Max > 0);
        Assert.InRange(axis.Ticks.Count, 3, 6);
        Assert.Equal(axis.Max, axis.Ticks[^1].Position);
    }

    [Theory]
    [InlineData(new[] { 0, 0, 0 })]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5, 6, 30 })]
    [InlineData(new[] { 480, 500, 510, 300, 2000 })]
    public void Frequency_classes_rise_from_none_and_are_at_most_ten(int[] frequency)
    {
        int[] edges = AliveSection.FrequencyEdges(frequency);
        Assert.Equal(0, edges[0]);
        Assert.InRange(edges.Length, 2, 10);
        Assert.Equal(edges.Order().Distinct(), edges);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(73.2)]
    [InlineData(3e9)]
    public void Value_classes_rise_in_steps_of_one_two_five(double top)
    {
        double[] edges = ValueSection.Edges(top);
        Assert.Equal(11, edges.Length);
        Assert.Equal(0, edges[0]);
        for (int i = 2; i < edges.Length; i++)
            Assert.InRange(edges[i] / edges[i - 1], 1.99, 2.51);
    }

    [Fact]
    public void The_top_rows_are_the_largest_in_order()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => (double)(i * 37 % 500))];
        int[] expected = [.. Enumerable.Range(0, 1000).OrderByDescending(i => values[i]).ThenBy(i => i).Take(20)];
        Assert.Equal(expected, TopSection.Rows(values));
    }

    [Fact]
    public void A_chart_is_xml_whose_texts_are_encoded_and_whose_colours_are_the_pages()
    {
        Chart chart = new("<a> & \"b\"", Axis.Places("x", ["<1>", "2"]), Axis.FromZero("y", 10, Format.Number));
        chart.Bar(0, 1, 5, "actual", "5 < 6");
        chart.Cell(1, 0, 0.5, "50", "tip");
        chart.Line([(0, 0), (1, 10)], "line");
        XElement svg = XElement.Parse(chart.ToSvg());
        Assert.Equal("<a> & \"b\"", svg.Attribute("aria-label")!.Value);
        Assert.Contains("<1>", svg.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("#", chart.ToSvg(), StringComparison.Ordinal);
        XElement bar = svg.Elements("rect").First();
        Assert.Equal((300 - 46 - 30) / 2.0, (double)bar.Attribute("height")!, 1);
    }
}
