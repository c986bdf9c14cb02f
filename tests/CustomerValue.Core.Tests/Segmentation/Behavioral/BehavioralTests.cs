using CustomerValue.Customers;
using CustomerValue.Customers.Habits;
using CustomerValue.Json;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Behavioral;
using CustomerValue.Tests.Json;
using CustomerValue.Tests.Readme;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.Behavioral;

public class BehavioralTests
{
    [Fact]
    public void A_reason_has_the_values_and_the_bounds_in_both_languages()
    {
        CustomerBase customers = SmallBase.Of([(10, 1, 10), (20, 3, 30), (30, 12, 120), (200, 5, 50), (5, 2, 900)], prospects: 1);
        ISegmentation needs = new BehavioralStrategy().Fit(customers);
        string[] reasons = [.. Enumerable.Range(0, 6).Select(row => needs.Assign(customers, row).Reason.English)];
        Assert.Equal("New: days since the first purchase 10 (at most 30).", reasons[0]);
        Assert.Equal("High-frequency: purchases 12 (more than 6.4, the 80% quantile).", Long(needs, 12));
        Assert.Equal("Dormant: days since the last purchase 200 (more than 180).", Reason(needs, (200, 5, 50)));
        Assert.Equal("Not known: purchases, days since the last purchase, days since the first purchase, spend per purchase.", reasons[5]);
        Assert.Equal("缺少：购买次数、距上次购买天数、距首次购买天数、单次消费。", needs.Assign(customers, 5).Reason.Chinese);
        Assert.Equal("高频客户：购买次数12（高于6.4，即80%分位数）。", needs.Assign(WithTenure(12), 0).Reason.Chinese);
        Assert.Equal("Regular: no other rule holds, days since the first purchase 100 (more than 30), days since the last purchase 20 (at most 180), purchases 3 (more than 1), spend per purchase 10 (at most 98, the 80% quantile), purchases 3 (at most 6.4, the 80% quantile).", Long(needs, 3));
    }

    [Fact]
    public void Value_takes_contribution_and_expectation_together_and_says_where_one_was_not_known()
    {
        double nan = double.NaN;
        CustomerBase customers = Plain(10).With(
            new NumberColumn(ColumnNames.Contribution, new double[] { 100, 100, 90, 10, 10, 10, 10, 50, 50, nan }),
            new NumberColumn(ColumnNames.LifetimeValue, new[] { 80.0, 1, 50, 100, 1, 60, nan, 60, 100, 5 }));
        BehavioralSegmentation segmentation = Fit(BehavioralDimension.Value, customers, ("highContribution", 95), ("lowContribution", 20), ("highExpectation", 90), ("lowExpectation", 50));
        Assert.Equal("high-value middle-value middle-value potential low-value middle-value low-value middle-value potential incomplete", Keys(segmentation, customers));
        Assert.Equal("Low value: contribution 10 (less than 20), expected value not known, so it had no say.", segmentation.Assign(customers, 6).Reason.English);
        Assert.Equal("低价值：贡献10（低于20），预期价值未知，未参与判断。", segmentation.Assign(customers, 6).Reason.Chinese);
        Assert.Equal("There is no column for expected value, so it has no say.", Assert.Single(Fit(BehavioralDimension.Value, SmallBase.Of([(1, 1, 1), (2, 1, 2)])).Fit.Warnings).English);
    }

    [Fact]
    public void Loyalty_follows_the_chance_to_be_alive_and_else_the_own_rhythm()
    {
        // Sixteen purchases in 160 days are one every ten days; fifty days of silence are long for it, and short for two purchases in 100 days.
        (int DaysSince, int Purchases, decimal Revenue)[] buyers = [(50, 16, 1), (50, 2, 1), (5, 16, 1), (5, 4, 1), (5, 16, 1), (300, 2, 1), (5, 2, 1)];
        CustomerBase customers = Rhythms(buyers).With(
            new NumberColumn(ColumnNames.Alive, new[] { double.NaN, double.NaN, double.NaN, 0.9, 0.1, 0.9, 0.3 }),
            new NumberColumn("Referrals", new[] { 0, 0, 2.0, 0, 5, 0, 0 }));
        BehavioralSegmentation segmentation = Fit(BehavioralDimension.Loyalty, customers, ("usualGap", 20), ("stickyGap", 15));
        Assert.Equal("lost potentially-loyal advocate loyal lost potentially-loyal wavering", Keys(segmentation, customers));
        Assert.Equal("拥护客户：推荐人数2（高于0）。", segmentation.Assign(customers, 2).Reason.Chinese);
        Assert.Equal("sticky", Keys(segmentation, Rhythms([(5, 16, 1)])));
    }

    [Fact]
    public void Use_names_the_first_trait_and_knows_online_channels_without_case()
    {
        CustomerBase customers = Plain(6).With(
            new NumberColumn(HabitColumns.Orders, Enumerable.Repeat(3.0, 6).ToArray()),
            new NumberColumn(HabitColumns.ReturnRate, new[] { 0.5, 0, 0, 0, 0, 0 }),
            new NumberColumn(HabitColumns.BasketValue, new double[] { 1, 100, 1, 1, 1, 1 }),
            new NumberColumn(HabitColumns.MainChannelShare, new[] { 1, 1, 0.6, 1, double.NaN, 0.6 }),
            new NumberColumn(HabitColumns.ChannelShare + "Web", new[] { 0, 0, 0.4, 0, double.NaN, 0.4 }),
            new NumberColumn(HabitColumns.ChannelShare + "App", new[] { 0, 0, 0.6, 0, double.NaN, 0 }),
            new NumberColumn(HabitColumns.WeekendShare, new[] { 1, 1, 1, 0.5, 0.7, 0.5 }));
        Assert.Equal("frequent-returners large-baskets online ordinary weekend ordinary", Keys(Fit(BehavioralDimension.Use, customers, ("largeBasket", 50)), customers));
        Assert.Equal("store store several-channels store incomplete several-channels", Keys(Fit(BehavioralDimension.Channel, customers), customers));
        Assert.Equal("store store online store incomplete store", Keys(Fit(BehavioralDimension.Channel, customers, ("oneChannel", 0.5)), customers));
    }

    [Theory]
    [InlineData(BehavioralDimension.Needs)]
    [InlineData(BehavioralDimension.Value)]
    [InlineData(BehavioralDimension.Loyalty)]
    public void One_customer_and_equal_customers_are_nothing_special(BehavioralDimension dimension)
    {
        foreach (int count in new[] { 1, 5 })
        {
            CustomerBase customers = SmallBase.Of([.. Enumerable.Repeat((40, 3, 60m), count)]);
            string keys = Keys(Fit(dimension, customers), customers);
            Assert.Equal(string.Join(" ", Enumerable.Repeat(dimension switch { BehavioralDimension.Needs => "regular", BehavioralDimension.Value => "middle-value", _ => "loyal" }, count)), keys);
        }
    }

    [Fact]
    public void Ties_never_put_everyone_on_one_side()
    {
        Assert.Equal(1, BehavioralFit.Quantile([1, 1, 1, 1, 5], 0.75, isUpper: true));
        Assert.Equal(4, BehavioralFit.Quantile([5, 5, 4, 5, 5], 0.8, isUpper: true));
        Assert.Equal(5, BehavioralFit.Quantile([1, 1, 1, 1, 5], 0.5, isUpper: false));
        Assert.Equal(3, BehavioralFit.Quantile([3, 3], 0.5, isUpper: true));
        Assert.Equal(2.5, BehavioralFit.Quantile([4, 1, 3, 2], 0.5, isUpper: false));
        Assert.Equal(double.NaN, BehavioralFit.Quantile([], 0.5, isUpper: true));
    }

    [Fact]
    public void Where_nobody_bought_twice_a_gap_of_ninety_days_is_taken()
    {
        CustomerBase customers = SmallBase.Of([(10, 1, 1), (300, 1, 1), (1000, 1, 1)]);
        BehavioralSegmentation loyalty = Fit(BehavioralDimension.Loyalty, customers);
        Assert.Equal(BehavioralBound.At(90), loyalty.Bounds["usualGap"]);
        Assert.Equal("potentially-loyal wavering lost", Keys(loyalty, customers));
    }

    [Fact]
    public void What_a_dimension_needs_and_nobody_has_is_refused_by_name()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => Fit(BehavioralDimension.Use, Plain(3)));
        Assert.Contains("habits.orders: is no column with a number for anyone", refused.Message, StringComparison.Ordinal);
        Assert.Equal(4, Assert.Throws<DataRejectedException>(() => Fit(BehavioralDimension.Needs, CustomerBase.OfProfiles(SmallBase.LastDay, []))).Problems.Count);
        CustomerBase missing = Plain(2).With(new NumberColumn(HabitColumns.BasketValue, new[] { double.NaN, double.NaN }));
        Assert.Throws<DataRejectedException>(() => Fit(BehavioralDimension.Basket, missing));
    }

    [Fact]
    public void A_column_of_another_name_is_found_by_options_and_usual_names_in_any_case()
    {
        CustomerBase customers = Plain(2).With(new NumberColumn("P(alive)", new[] { 0.1, 0.9 }), new NumberColumn("NPS", new[] { 1.0, 10 }));
        BehavioralSegmentation loyalty = Assert.IsType<BehavioralSegmentation>(new BehavioralStrategy(new BehavioralOptions
        {
            Dimension = BehavioralDimension.Loyalty,
            Columns = new Dictionary<string, string> { ["alive"] = "p(ALIVE)" },
        }).Fit(customers));
        Assert.Equal(("P(alive)", "NPS"), (loyalty.Columns["alive"], loyalty.Columns["recommends"]));
        Assert.Equal("lost advocate", Keys(loyalty, customers));
    }

    [Fact]
    public void Options_say_all_that_is_wrong_at_once()
    {
        BehavioralOptions options = new()
        {
            Dimension = BehavioralDimension.Value,
            Bounds = new Dictionary<string, BehavioralBound> { ["newDays"] = BehavioralBound.At(3), ["highContribution"] = BehavioralBound.AtQuantile(1), ["lowContribution"] = new() { Value = 1, Quantile = 0.5 }, ["lowExpectation"] = BehavioralBound.At(double.NaN), ["highExpectation"] = new() },
            Columns = new Dictionary<string, string> { ["alive"] = "x", ["contribution"] = " " },
            OnlineChannels = [""],
        };
        Assert.Equal(["columns.alive", "columns.contribution", "onlineChannels", "bounds.newDays", "bounds.highContribution", "bounds.lowContribution", "bounds.lowExpectation", "bounds.highExpectation"], options.Validate().Select(problem => problem.Field));
        Assert.Throws<DataRejectedException>(() => new BehavioralStrategy(options));
        Assert.Single(new BehavioralOptions { Dimension = (BehavioralDimension)10 }.Validate());
        Assert.Equal("bounds.lowContribution", Assert.Single(new BehavioralOptions { Dimension = BehavioralDimension.Value, Bounds = new Dictionary<string, BehavioralBound> { ["lowContribution"] = BehavioralBound.AtQuantile(0.9) } }.Validate()).Field);
        Assert.Equal("bounds.usualGap", Assert.Single(new BehavioralOptions { Dimension = BehavioralDimension.Loyalty, Bounds = new Dictionary<string, BehavioralBound> { ["usualGap"] = BehavioralBound.At(0) } }.Validate()).Field);
    }

    [Fact]
    public void Options_are_read_from_JSON()
    {
        CustomerBase customers = Plain(3).With(new NumberColumn("basket", new double[] { 1, 2, 3 }));
        ISegmentationStrategy strategy = StrategyJson.Read("behavioral", JsonText.Stream("""{"dimension":"basket","columns":{"basket":"basket"},"bounds":{"largeBasket":{"value":2.5},"smallBasket":{"quantile":0.4}},"onlineChannels":[]}"""));
        Assert.Equal("small-baskets medium-baskets large-baskets", Keys(Assert.IsType<BehavioralSegmentation>(strategy.Fit(customers)), customers));
        Assert.Equal("behavioral", StrategyJson.Read("behavioral", JsonText.Stream("{}")).Name);
    }

    [Theory]
    [InlineData("""{"dimension":"mood"}""", "$.dimension: '\"mood\"' is not one of needs, value, loyalty, use, basket, channel, discount, day-part, returns, product-mix.")]
    [InlineData("""{"bounds":{"newDay":{"value":3}}}""", "$.bounds.newDay: '3' is no bound of this dimension; there are: newDays, dormantDays, trialPurchases, highSpend, highPurchases.")]
    [InlineData("""{"bounds":{"newDays":{"quantile":2}}}""", "$.bounds.newDays.quantile: '2' is not a number in [0, 1].")]
    [InlineData("""{"bounds":{"newDays":{"value":3,"share":1}}}""", "$.bounds.newDays.share: '1' is not expected here; known fields: value, quantile.")]
    [InlineData("""{"columns":{"alive":"x"}}""", "$.columns.alive: 'x' is no field of this dimension; there are: purchases, recency, tenure, spend.")]
    public void Options_in_JSON_are_refused(string json, string problem) =>
        Assert.Contains(problem, JsonText.Refusal(() => StrategyJson.Read("behavioral", JsonText.Stream(json))));

    [Theory]
    [InlineData("\"basket\": \"habits.basket_value\"", "", "$.columns.basket: is missing; this dimension needs it.")]
    [InlineData("\"largeBasket\"", "\"hugeBasket\"", "$.bounds.hugeBasket: '0.30000000000000004' is no bound of this dimension; there are: largeBasket, smallBasket.")]
    [InlineData("\"customers\": 2377", "\"customers\": -1", "$.customers: '-1' is not a whole number in [0, 2147483647].")]
    [InlineData("\"value\": 0.1", "\"quantile\": 0.5", "$.bounds.smallBasket: has no value; a fitted bound has one.")]
    public void A_stored_one_is_refused(string written, string instead, string problem)
    {
        string json = JsonText.Of(stream => SegmentationJson.Write(stream, Documents.BehavioralSegmentation()));
        Assert.Contains(written, json, StringComparison.Ordinal);
        Assert.Contains(problem, JsonText.Refusal(() => SegmentationJson.Read(JsonText.Stream(json.Replace(written, instead, StringComparison.Ordinal)))));
    }

    [Fact]
    public void The_page_names_every_segment_bound_and_field()
    {
        string page = Pages.Read("docs/segmentation/behavioral.md");
        foreach (BehavioralDefinition definition in Enumerable.Range(0, 10).Select(dimension => BehavioralDefinition.Of((BehavioralDimension)dimension)))
        {
            Assert.All(definition.Segments, segment => Assert.Contains($"`{segment.Key}`", page, StringComparison.Ordinal));
            Assert.All(definition.Bounds, bound => Assert.Contains($"`{bound.Name}`", page, StringComparison.Ordinal));
            Assert.All(definition.Fields.Where(field => field.HasColumn), field => Assert.Contains(field.Name, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_rule_asks_for_fields_and_bounds_that_there_are_and_the_last_for_none()
    {
        foreach (BehavioralDefinition definition in Enumerable.Range(0, 10).Select(dimension => BehavioralDefinition.Of((BehavioralDimension)dimension)))
        {
            Assert.All(definition.Rules.SelectMany(rule => rule.Tests), test => Assert.True(definition.FieldOf(test.Field) >= 0 && (test.Bound is null || definition.BoundOf(test.Bound) >= 0)));
            Assert.All(definition.Bounds, bound => Assert.True(definition.FieldOf(bound.Field) >= 0 && (bound.Below is null || definition.BoundOf(bound.Below) >= 0)));
            Assert.All(definition.Rules.Select((rule, i) => (rule, i)), each => Assert.Equal(each.i == definition.Rules.Count - 1, each.rule.Tests.Length == 0));
        }
    }

    private static BehavioralSegmentation Fit(BehavioralDimension dimension, CustomerBase customers, params (string Name, double Value)[] bounds) =>
        Assert.IsType<BehavioralSegmentation>(new BehavioralStrategy(new BehavioralOptions { Dimension = dimension, Bounds = bounds.ToDictionary(bound => bound.Name, bound => BehavioralBound.At(bound.Value)) }).Fit(customers));

    private static string Keys(BehavioralSegmentation segmentation, CustomerBase customers)
    {
        int[] segments = new int[customers.Count];
        segmentation.Assign(customers, segments);
        return string.Join(" ", segments.Select(segment => segmentation.Segments[segment].Key));
    }

    private static CustomerBase Plain(int count) => SmallBase.Of([.. Enumerable.Range(0, count).Select(i => (10 + i, 3, 30m))]);

    private static string Reason(ISegmentation segmentation, (int DaysSince, int Purchases, decimal Revenue) buyer) => segmentation.Assign(SmallBase.Of([buyer]), 0).Reason.English;

    private static string Long(ISegmentation segmentation, int purchases) => segmentation.Assign(WithTenure(purchases), 0).Reason.English;

    /// <summary>Purchases of 10 each from the hundredth day to the twentieth before the last.</summary>
    private static CustomerBase WithTenure(int purchases) => Bought(80, 20, purchases);

    /// <summary>Buyers whose purchases lie as far apart as 160 days make for sixteen, 100 for fewer.</summary>
    private static CustomerBase Rhythms((int DaysSince, int Purchases, decimal Revenue)[] buyers)
    {
        PurchaseSummaryBuilder builder = new();
        for (int i = 0; i < buyers.Length; i++)
            Add(builder, $"c{i}", buyers[i].Purchases == 16 ? 150 : 100, buyers[i].DaysSince, buyers[i].Purchases);
        return new CustomerBase(builder.Build(ObservationWindow.Through(SmallBase.LastDay), TimeUnit.Day));
    }

    private static CustomerBase Bought(int span, int daysSince, int purchases)
    {
        PurchaseSummaryBuilder builder = new();
        Add(builder, "c", span, daysSince, purchases);
        return new CustomerBase(builder.Build(ObservationWindow.Through(SmallBase.LastDay), TimeUnit.Day));
    }

    private static void Add(PurchaseSummaryBuilder builder, string id, int span, int daysSince, int purchases)
    {
        for (int i = 0; i < purchases; i++)
            builder.Add(new Purchase { Customer = new CustomerId(id), Date = SmallBase.LastDay.PlusDays(-daysSince - (span * i / Math.Max(1, purchases - 1))), Amount = 10 });
    }
}
