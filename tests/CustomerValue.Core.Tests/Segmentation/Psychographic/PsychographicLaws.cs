using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Psychographic;
using CustomerValue.Tests.Segmentation.Laws;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.Psychographic;

public sealed class PsychographicLaws : SegmentationLaws
{
    private static readonly string[] Items = ["q1", "q2", "q3", "q4", "q5", "q6"];

    protected override ISegmentationStrategy Strategy => new PsychographicStrategy(new PsychographicOptions { Factors = 2 });

    /// <summary>Two traits with three items each, the third of them asked the other way round; some skip items, two skip all, some answer alike.</summary>
    protected override Population Population { get; } = Make();

    [Fact]
    public void Whoever_has_a_trait_is_in_its_segment_also_where_items_are_asked_the_other_way_round()
    {
        PsychographicSegmentation segmentation = Assert.IsType<PsychographicSegmentation>(Strategy.Fit(Population.Base()));
        CustomerBase three = CustomerBase.OfProfiles(Population.Day, [Person("first", 5, 5, 1, 3, 3, 3), Person("second", 3, 3, 3, 5, 5, 1), Person("third", 3, 3, 3, 3, 3, 3), Person("fourth", 5, 0, 0, 0, 0, 0)]);
        int[] segments = Labels(segmentation, three);
        Assert.Equal(FactorItemsOf(segmentation, 0), segments[0]);
        Assert.Equal(FactorItemsOf(segmentation, 3), segments[2]);
        Assert.Equal((2, 3), (segments[3], segments[1]));
        Assert.True(segmentation.Details(three)[0].IsMissing(1));
        Assert.True(segmentation.Fit.Figures.Single(figure => figure.Key == "alpha1").Value > 0.5);
    }

    [Fact]
    public void The_number_of_factors_is_found_and_who_skips_items_is_drawn_to_the_average()
    {
        PsychographicSegmentation segmentation = Assert.IsType<PsychographicSegmentation>(new PsychographicStrategy(new PsychographicOptions { LeastAnswered = 0.1 }).Fit(Population.Base()));
        Assert.Equal(2, segmentation.Model.Factors);
        int factor = FactorItemsOf(segmentation, 0);
        CustomerBase two = CustomerBase.OfProfiles(Population.Day, [Person("all", 5, 5, 1, 3, 3, 3), Person("one", 5, 0, 0, 0, 0, 0)]);
        CustomerColumn scores = segmentation.Details(two)[factor];
        Assert.InRange(scores.Number(1), 0.1, scores.Number(0) - 0.1);
    }

    [Theory]
    [InlineData("constant", "q1", "q2", "same")]
    [InlineData("one can be computed", "q1", "q2", "q3", "copy")]
    [InlineData("is no column", "q1", "q2", "q9")]
    [InlineData("more people than items", "q1", "q2", "empty")]
    public void What_has_no_factors_is_refused_with_the_reason(string says, params string[] items)
    {
        CustomerBase customers = Population.Base();
        double[] q1 = new double[customers.Count];
        customers.Column("q1")!.CopyNumbers(q1);
        customers = customers.With(new NumberColumn("same", new double[customers.Count]), new NumberColumn("copy", Array.ConvertAll(q1, answer => (2 * answer) + 1)), new NumberColumn("empty", Enumerable.Repeat(double.NaN, customers.Count).ToArray()));
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new PsychographicStrategy(new PsychographicOptions { Items = items, Factors = 1 }).Fit(customers));
        Assert.Contains(says == "constant" ? "the same answer from everyone" : says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_options_are_named_each()
    {
        PsychographicOptions wrong = new() { Items = ["a", "a", "b"], Factors = 0, Threshold = double.NaN, LeastAnswered = 0 };
        Assert.Equal(4, Assert.Throws<DataRejectedException>(() => new PsychographicStrategy(wrong)).Count);
        Assert.Throws<DataRejectedException>(() => new PsychographicStrategy(new PsychographicOptions { Factors = 4 }).Fit(Population.Base()));
        Assert.Throws<DataRejectedException>(() => new PsychographicStrategy().Fit(CustomerBase.OfProfiles(Population.Day, [])));
    }

    /// <summary>The factor that an item speaks of most.</summary>
    private static int FactorItemsOf(PsychographicSegmentation segmentation, int item) => segmentation.Model.Loadings[item].Select(Math.Abs).ToList().IndexOf(segmentation.Model.Loadings[item].Max(Math.Abs));

    private static Population Make()
    {
        Random random = new(7);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        List<CustomerProfile> profiles = [Person("none", 0, 0, 0, 0, 0, 0), Person("nothing", 0, 0, 0, 0, 0, 0), Person("twin1", 5, 4, 2, 3, 3, 3), Person("twin2", 5, 4, 2, 3, 3, 3)];
        for (int i = 0; i < 300; i++)
        {
            (double first, double second) = (Normal(), Normal());
            int Answer(double trait) => Math.Max(1, Math.Min(5, (int)Math.Round(3 + trait + (0.7 * Normal()))));
            int[] answers = [Answer(first), Answer(first), Answer(-first), Answer(second), Answer(second), Answer(-second)];
            if (i % 20 == 0)
                answers[i / 20 % 6] = 0;
            profiles.Add(Person($"p{i}", answers));
        }

        return new Population { Profiles = profiles };
    }

    /// <summary>0 is no answer.</summary>
    private static CustomerProfile Person(string id, params int[] answers) => new()
    {
        Customer = new CustomerId(id),
        Attributes = Items.Zip(answers, (item, answer) => (item, answer)).Where(pair => pair.answer > 0).ToDictionary(pair => pair.item, pair => $"{pair.answer}"),
    };
}
