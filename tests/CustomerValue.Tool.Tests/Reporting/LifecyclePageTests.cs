using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CustomerValue.Appraisal;
using CustomerValue.Appraisal.Lifecycles;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Reporting;
using CustomerValue.Segmentation.Rfm;
using NodaTime;

namespace CustomerValue.Tool.Tests.Reporting;

/// <summary>The part of the report on stages: sizes, layers, moves and alerts are those of the columns, in both languages and for any definition.</summary>
public class LifecyclePageTests
{
    private static readonly LocalDate Last = new(2025, 6, 23);
    private static readonly CustomerAppraisal Retail = Appraise(RetailLifecycle.Create());

    [Fact]
    public void Bars_and_layers_are_the_stages_with_somebody_in_them()
    {
        StageColumns stages = Retail.Sources!.Stages!;
        XElement[] figures = [.. Section(Retail).Descendants("figure")];
        Assert.Equal(2, figures.Length);
        int[] sizes = [.. figures[0].Descendants("svg").Select(bar => int.Parse(bar.Descendants("text").Last().Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];
        Assert.Equal(stages.Sizes.Where(size => size > 0).Order(), sizes.Order());
        StageTimeline timeline = Retail.Sources.StagesOverTime!;
        int ever = Enumerable.Range(0, stages.Definition.Stages.Count).Count(stage => Enumerable.Range(0, timeline.Dates.Count).Any(date => timeline.Sizes(date)[stage] > 0));
        Assert.Equal(ever, figures[1].Descendants("path").Count(path => ((string?)path.Attribute("class"))!.StartsWith("area ", StringComparison.Ordinal)));
        string kept = Format.Number(stages.Sizes[stages.Definition.StageIndex("developing")] + stages.Sizes[stages.Definition.StageIndex("active")]);
        Assert.Contains($"to {kept}, and those", figures[1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Moves_count_every_customer_known_at_the_month_before()
    {
        StageTimeline timeline = Retail.Sources!.StagesOverTime!;
        long counted = Section(Retail).Descendants("table").Single(table => (string?)table.Attribute("class") == "heat").Descendants("td").Elements("small").Sum(count => long.Parse(count.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(0, timeline.Dates.Count - 1).Sum(date => timeline.Sizes(date).Sum()), counted);
    }

    [Fact]
    public void Alerts_say_who_since_when_and_on_what_evidence()
    {
        XElement section = Section(Retail);
        Assert.Contains($"{Format.Number(Retail.Alerts.Count)} customers whose stage changed", section.Value, StringComparison.Ordinal);
        XElement[] rows = [.. section.Descendants("table").Single(table => (string?)table.Attribute("class") == "top").Element("tbody")!.Elements("tr")];
        Assert.Equal(30, rows.Length);
        for (int row = 0; row < rows.Length; row += 2)
        {
            LifecycleAlert alert = Retail.Alerts[row / 2];
            Assert.Equal(alert.Customer.Value, rows[row].Element("th")!.Value);
            Assert.Equal(alert.Reason.English, rows[row + 1].Value);
            StageColumns stages = Retail.Sources!.Stages!;
            Assert.EndsWith(stages.Reason(stages.Purchases.RowOf(alert.Customer))!.Value.English, alert.Reason.English, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_Chinese_page_has_no_English_sentence()
    {
        IEnumerable<string> texts = Section(Retail, DisplayLanguage.Chinese).DescendantNodes().OfType<XText>().Select(text => text.Value);
        Assert.All(texts, text => Assert.DoesNotMatch("[A-Za-z]{2,}[ ,;:]+[A-Za-z]{2,}|purchase", text));
    }

    /// <summary>A definition without phases is told by what it has: nobody is said to be kept or lost.</summary>
    [Fact]
    public void A_definition_without_phases_is_not_told_as_if_it_had_them()
    {
        LifecycleDefinition plain = new LifecycleBuilder("plain", "1", new("Plain", "简单"))
            .With(new LifecycleEventType { Key = LifecycleDefinition.Purchase, Label = new("Purchase", "购买") })
            .With(new LifecycleStage { Key = "here", Label = new("Here", "在"), Standing = 2 }, new LifecycleStage { Key = "away", Label = new("Away", "离开"), Standing = 1 })
            .With(
                new LifecycleTransition { Id = "1", From = [], To = "here", On = LifecycleDefinition.Purchase },
                new LifecycleTransition { Id = "2", From = ["here", "away"], To = "here", On = LifecycleDefinition.Purchase },
                new LifecycleTransition { Id = "3", From = ["here"], To = "away", On = LifecycleDefinition.Time, Guard = Guard.AtLeast(CustomerValue.Lifecycle.Measure.SilentDays, 60) })
            .Build();
        CustomerAppraisal appraisal = Appraise(plain);
        string told = Section(appraisal).Value;
        IReadOnlyList<int> sizes = appraisal.Sources!.Stages!.Sizes;
        Assert.Contains($"The largest stage is {(sizes[0] >= sizes[1] ? "Here" : "Away")}, with {Format.Percent(Math.Max(sizes[0], sizes[1]) / (double)sizes.Sum())} of customers.", told, StringComparison.Ordinal);
        Assert.DoesNotMatch("being kept|are lost|slipping", told);
    }

    private static CustomerAppraisal Appraise(LifecycleDefinition definition)
    {
        PurchaseSummaryBuilder builder = new(new Currency("CNY"));
        builder.Add(Appraisals.Purchases(400));
        PurchaseCalendar purchases = builder.BuildCalendar(ObservationWindow.Through(Last));
        LifecycleSetup setup = LifecycleSetup.Of(purchases, Last, new MbgNbdEstimator());
        LifecycleEvaluator evaluator = new(definition, setup.Clock, setup.Models);
        ValueSources sources = new()
        {
            Stages = evaluator.At(purchases, Last),
            StagesBefore = evaluator.At(purchases, Last.PlusMonths(-1)),
            StagesOverTime = evaluator.Over(purchases, [.. Enumerable.Range(0, 12).Select(back => Last.PlusMonths(back - 11))]),
        };
        return new Appraiser(new MbgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator())
            .Appraise(new CustomerBase(builder.Build(ObservationWindow.Through(Last), TimeUnit.Week)), sources: sources);
    }

    private static XElement Section(CustomerAppraisal appraisal, DisplayLanguage language = DisplayLanguage.English)
    {
        using StringWriter writer = new();
        HtmlReport.Write(writer, appraisal, new ReportOptions { Language = language });
        using XmlReader reader = XmlReader.Create(new StringReader(writer.ToString()), new() { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader).Descendants("section").Single(section => (string?)section.Attribute("id") == "stages");
    }
}
