using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.PotentialValue.CrossSell;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.ThreeValues;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.Appraisal;

/// <summary>What is known beside purchases adds to an appraisal and changes nothing of it.</summary>
public sealed class ValueSourcesTests
{
    private static readonly CustomerBase Shop = SmallShop.Customers();
    private static readonly KnownUpside Upside = KnownUpside.OfEverySecond(Shop);
    private static readonly Appraiser Default = Composed();
    private static readonly CustomerAppraisal Plain = Default.Appraise(Shop);
    private static readonly CustomerAppraisal Full = Default.Appraise(Shop, sources: new ValueSources { Upside = Upside, Kappa = 0.25, Influence = Influence(), Recommendations = Recommendations() });

    [Fact]
    public void Sources_change_nothing_of_what_purchases_say()
    {
        Assert.Equal(Plain.LifetimeValue.ToArray(), Full.LifetimeValue.ToArray());
        Assert.Equal(Plain.LifetimeValueLow.ToArray(), Full.LifetimeValueLow.ToArray());
        Assert.Equal(Plain.LifetimeValueHigh.ToArray(), Full.LifetimeValueHigh.ToArray());
        Assert.Equal(Plain.Segments.ToArray(), Full.Segments.ToArray());
        for (int row = 0; row < Shop.Count; row++)
        {
            Assert.Equal(Bare(Plain[row]), Bare(Full[row]));
            Assert.Equal(Plain[row].Contribution.Parts, Full[row].Contribution.Parts);
        }
    }

    [Fact]
    public void Without_an_upside_potential_is_the_lifetime_value()
    {
        Assert.Equal(Plain.LifetimeValue.ToArray(), Plain.Potential!.Value.ToArray());
        Assert.Equal(Plain.LifetimeValueLow.ToArray(), Plain.Potential.Low.ToArray());
        Assert.Equal(Plain.LifetimeValueHigh.ToArray(), Plain.Potential.High.ToArray());
        Assert.True(Plain.Potential.Upside.IsEmpty);
        Assert.Null(Plain.Potential.Kappa);
        Assert.Equal(0.9, Plain.Potential.IntervalLevel);
        Assert.Null(Plain.Influence);
        Assert.False(Plain.Customers.HasColumn(ColumnNames.Influence));
        PotentialCard card = Plain[0].Potential!;
        Assert.Equal(Plain[0].Forecast!.LifetimeValue, card.Value);
        Assert.Null(card.Upside);
        Assert.Null(card.UpsideReason);
        Assert.Matches(@"^[0-9.,]+ CNY to come at the present run rate, in [0-9.]+ expected years as a customer\.$", card.Reason.English);
    }

    [Fact]
    public void Potential_is_residual_and_kappa_times_the_upside_in_the_expected_years()
    {
        PotentialTable table = Full.Potential!;
        Assert.Equal(0.25, table.Kappa);
        Relative.Equal(0.7, table.IntervalLevel, 1e-12);
        int known = 0;
        for (int row = 0; row < Shop.Buyers; row++)
        {
            int at = Upside.RowOf(Shop.Customer(row));
            Assert.Equal(at < 0, double.IsNaN(table.Upside[row]));
            double upside = at < 0 ? 0 : Upside.At(at, table.ActiveYears[row]).Value;
            Relative.Equal(Full.LifetimeValue[row] + (0.25 * upside), table.Value[row], 1e-12);
            Relative.Equal(Full.LifetimeValueLow[row] + (0.125 * upside), table.Low[row], 1e-12);
            Relative.Equal(Full.LifetimeValueHigh[row] + (0.375 * upside), table.High[row], 1e-12);
            Relative.Equal(table.Of(row).Value, table.Value[row], 1e-12);
            Relative.Equal(table.Residual[row], table.Of(row).Residual.Value, 1e-12);
            PotentialCard card = Full[row].Potential!;
            Assert.Equal((decimal)table.Value[row], card.Value.Amount, 2);
            Assert.Equal(at < 0, card.Upside is null);
            Assert.Equal(at < 0 ? null : 0.25, card.Kappa);
            Assert.Equal(at < 0 ? null : Upside.Explain(at), card.UpsideReason);
            known += at < 0 ? 0 : 1;
        }

        Assert.Equal(Upside.Customers.Length - 1, known);
        int first = Enumerable.Range(0, Shop.Buyers).First(row => Upside.RowOf(Shop.Customer(row)) >= 0);
        Assert.Matches(@"^[0-9.,]+ CNY to come at the present run rate, in [0-9.]+ expected years as a customer, and 25% of [0-9.,]+ CNY from products not yet owned: [0-9.,]+ CNY\.$", Full[first].Potential!.Reason.English);
        Assert.Matches("^按目前水平预计未来价值 .*，加上尚未购买的产品 .* 的 25%：共 .*。$", Full[first].Potential!.Reason.Chinese);
    }

    [Fact]
    public void Expected_years_are_the_integral_of_being_a_customer()
    {
        double horizon = Plain.Options.HorizonIn(TimeUnit.Week);
        double delta = Math.Log(1.1) / TimeUnit.Week.PerYear();
        CustomerTerms own = new() { Customer = Shop.Customer(3), DiscountRate = 0.5 };
        CustomerAppraisal terms = Default.Appraise(Shop, new AppraisalOptions { Terms = [own] });
        for (int row = 0; row < Shop.Buyers; row += 13)
        {
            PurchaseSummary customer = Shop.Purchases.Columns[row];
            double Years(double rate) => Enumerable.Range(0, 20_000).Sum(i => Plain.PurchaseModel.ProbabilityAlive(customer, horizon * (i + 0.5) / 20_000) * Math.Exp(-rate * horizon * (i + 0.5) / 20_000)) * horizon / 20_000 / TimeUnit.Week.PerYear();
            Relative.Equal(Years(delta), Plain.Potential!.ActiveYears[row], 1e-7);
            Assert.Equal(Plain.Potential.ActiveYears[row], terms.Potential!.ActiveYears[row]);
        }

        Assert.True(terms.Potential!.ActiveYears[3] < Plain.Potential!.ActiveYears[3]);
    }

    [Fact]
    public void An_upside_without_kappa_is_shown_and_not_counted()
    {
        CustomerAppraisal shown = Default.Appraise(Shop, sources: new ValueSources { Upside = Upside });
        Assert.Equal(Plain.LifetimeValue.ToArray(), shown.Potential!.Value.ToArray());
        Assert.Equal(Full.Potential!.Upside.ToArray(), shown.Potential.Upside.ToArray());
        Assert.Equal(0.9, shown.Potential.IntervalLevel);
        int row = Enumerable.Range(0, Shop.Buyers).First(at => !double.IsNaN(shown.Potential.Upside[at]));
        Assert.Null(shown[row].Potential!.Kappa);
        Assert.NotNull(shown[row].Potential!.Upside);
        Assert.Contains("from products not yet owned is not counted.", shown[row].Potential!.Reason.English, StringComparison.Ordinal);
        Assert.Contains(shown.Warnings, warning => warning.English.Contains("kappa", StringComparison.Ordinal));
        Assert.DoesNotContain(Full.Warnings, warning => warning.English.Contains("kappa", StringComparison.Ordinal));
    }

    [Fact]
    public void Kappa_of_the_appraiser_stands_in_and_that_of_a_call_goes_first()
    {
        Appraiser tenth = Composed(kappa: 0.1);
        Assert.Equal(0.1, tenth.Appraise(Shop, sources: new ValueSources { Upside = Upside }).Potential!.Kappa);
        Assert.Equal(0.25, tenth.Appraise(Shop, sources: new ValueSources { Upside = Upside, Kappa = 0.25 }).Potential!.Kappa);
        Assert.Null(tenth.Appraise(Shop).Potential!.Kappa);
        Assert.Throws<DataRejectedException>(() => Composed(kappa: 1.1));
    }

    [Fact]
    public void Influence_stands_beside_the_customers_with_its_bounds()
    {
        CustomerInfluence source = Full.Influence!.Source;
        for (int row = 0; row < Shop.Count; row++)
        {
            InfluenceOf expected = source[Shop.Customer(row)];
            Assert.Equal(expected.Value, Full.Influence.Value[row]);
            InfluenceCard card = Full[row].Influence!;
            Assert.Equal(expected.Established, card.Established!.Value.Amount);
            Assert.Equal((decimal)expected.Value, card.Value.Amount, 2);
            Assert.Equal((decimal)Full.Influence.IfNoneCaused[row], card.IfNoneCaused.Amount, 2);
            Assert.Equal((decimal)Full.Influence.IfAllCaused[row], card.IfAllCaused.Amount, 2);
            Assert.Equal((decimal)expected.ExpectedStandardError, card.ExpectedStandardError!.Value.Amount, 2);
        }

        Assert.Equal(400m - 5, Full[0].Influence!.IfAllCaused.Amount - (decimal)source[Shop.Customer(0)].ExpectedIfAllCaused, 2);
        Assert.StartsWith("Brought 1 customer directly: ", Full[0].Influence!.Reason.English, StringComparison.Ordinal);
        Assert.Contains(" Still expected to win ", Full[0].Influence!.Reason.English, StringComparison.Ordinal);
        Assert.Equal("In no referral, as referrer or referred. Not in the customers' graph.", Full[Shop.Count - 1].Influence!.Reason.English);
        Assert.Equal("推荐记录中无此客户。客户关系图中无此客户。", Full[Shop.Count - 1].Influence!.Reason.Chinese);
    }

    [Fact]
    public void Nobody_is_counted_twice()
    {
        ReferralLedger ledger = Ledger();
        CustomerId[] two = [Shop.Customer(0), Shop.Customer(1)];
        InfluenceGraph graph = InfluenceGraph.OfEdges(2, [0], [1], [0.5]);
        ExpectedInfluence unbooked = ExpectedInfluence.Estimate(two, graph, [100, 100]);
        Assert.Throws<DataRejectedException>(() => CustomerInfluence.Of(ledger, unbooked));
    }

    [Fact]
    public void The_three_values_stand_in_columns_segments_and_cards()
    {
        Assert.Equal(Full.Potential!.Value.ToArray(), ((NumberColumn)Full.Customers.Column(ColumnNames.Potential)!).Values.Slice(0, Shop.Buyers).ToArray());
        Assert.Equal(Full.Influence!.Value.ToArray(), ((NumberColumn)Full.Customers.Column(ColumnNames.Influence)!).Values.ToArray());
        ThreeValueThresholds thresholds = Full.ThreeValues!.Segmentation.Thresholds;
        for (int row = 0; row < Shop.Buyers; row++)
        {
            ThreeValueCard card = Full[row].ThreeValues!;
            Assert.Equal(Full.Potential.Value[row] >= thresholds.Potential.Money, card.PotentialHigh);
            Assert.Equal(Full.Influence.Value[row] >= thresholds.Influence.Money, card.InfluenceHigh);
            Assert.Equal((double)Full.Contribution.Profit[row] >= thresholds.Established.Money, card.EstablishedHigh);
        }

        Assert.True(Full[0].ThreeValues!.InfluenceHigh);
        Assert.DoesNotContain(Full.Warnings, warning => warning.English.Contains("influence", StringComparison.Ordinal));
        Assert.Contains(Plain.Warnings, warning => warning.English.Contains("influence value", StringComparison.Ordinal));
        Assert.All(Enumerable.Range(0, Shop.Buyers), row => Assert.False(Plain[row].ThreeValues!.InfluenceHigh));
    }

    [Fact]
    public void A_further_strategy_sees_all_three_values()
    {
        CustomerAppraisal appraisal = Composed(further: [new ThreeValueStrategy()]).Appraise(Shop, sources: Full.Sources);
        Assert.Equal(appraisal.ThreeValues!.Segments.ToArray(), appraisal.FurtherSegmentations[0].Segments.ToArray());
    }

    [Fact]
    public void Thresholds_are_those_asked_for()
    {
        ThreeValueOptions options = new() { Potential = ThreeValueCut.AtMoney(30) };
        Assert.Equal(30, Composed(options).Appraise(Shop).ThreeValues!.Segmentation.Thresholds.Potential.Money);
        Assert.Throws<DataRejectedException>(() => Composed(options with { Influence = ThreeValueCut.AtPercentile(2) }));
    }

    [Fact]
    public void Prospects_have_influence_and_recommendations_but_nothing_to_come()
    {
        ValueCard card = Full[Shop.Count - 1];
        Assert.Null(card.Potential);
        Assert.Null(card.ThreeValues);
        Assert.Equal(0, card.Influence!.Value.Amount);
        Assert.Equal(["tea", "cup"], card.Recommendations.Select(each => each.Product));
        Assert.Equal(["pot", "cup"], Full[0].Recommendations.Select(each => each.Product).Order(StringComparer.Ordinal).Reverse());
        Assert.Empty(Plain[0].Recommendations);
    }

    [Fact]
    public void Where_nothing_is_known_of_spend_there_is_no_potential()
    {
        PurchaseSummaryBuilder builder = new();
        foreach ((string id, int day) in new[] { ("a", 1), ("a", 20), ("b", 3) })
            builder.Add(new Purchase { Customer = new(id), Date = new LocalDate(2024, 1, day), Amount = 0 });
        CustomerBase unpriced = new(builder.Build(ObservationWindow.Through(new LocalDate(2024, 3, 1)), TimeUnit.Week));
        CustomerAppraisal appraisal = Default.Appraise(unpriced, sources: new ValueSources { Influence = Influence() });
        Assert.Null(appraisal.Potential);
        Assert.Null(appraisal.ThreeValues);
        Assert.Null(appraisal[0].Potential);
        Assert.Null(appraisal[0].ThreeValues);
        Assert.NotNull(appraisal[0].Influence);
        Assert.False(appraisal.Customers.HasColumn(ColumnNames.Potential));
    }

    [Fact]
    public void Every_problem_of_options_and_sources_is_named_at_once()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => Default.Appraise(Shop, new AppraisalOptions { HorizonMonths = 0 }, sources: new ValueSources { Kappa = 1.5 }));
        Assert.Equal(["HorizonMonths", "Kappa", "Upside"], refused.Problems.Select(problem => problem.Field));
        Assert.Throws<DataRejectedException>(() => Default.Appraise(Shop, sources: new ValueSources { Upside = Upside, Kappa = double.NaN }));
    }

    /// <summary>Without what sources add, and without lists, which records compare by reference.</summary>
    private static ValueCard Bare(ValueCard card) => card with { Contribution = card.Contribution with { Parts = [] }, Potential = null, Influence = null, ThreeValues = null, Recommendations = [] };

    private static Appraiser Composed(ThreeValueOptions? threeValues = null, double? kappa = null, IReadOnlyList<ISegmentationStrategy>? further = null) =>
        new(new MbgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator(), null, further, threeValues, kappa);

    /// <summary>The first buyer brought the second, who left 400; 5 were paid.</summary>
    private static ReferralLedger Ledger()
    {
        ReferralNetwork network = ReferralNetwork.Of([new Referral { Referrer = Shop.Customer(0), Referee = Shop.Customer(1), Day = new LocalDate(2025, 1, 1), Reward = 5 }]);
        return ReferralLedger.Of(network, [new ReferredMargin { Customer = Shop.Customer(1), Day = new LocalDate(2025, 6, 1), Margin = 400 }], new ReferralLedgerOptions { Currency = Shop.Purchases.Currency });
    }

    /// <summary>The first may still win the third.</summary>
    private static CustomerInfluence Influence()
    {
        ReferralLedger ledger = Ledger();
        CustomerId[] three = [Shop.Customer(0), Shop.Customer(1), Shop.Customer(2)];
        ExpectedInfluence expected = ExpectedInfluence.Estimate(three, InfluenceGraph.OfEdges(3, [0, 0], [1, 2], [0.5, 0.5]), [0, 300, 60], ledger.Network);
        return CustomerInfluence.Of(ledger, expected);
    }

    /// <summary>The first buyer has tea.</summary>
    private static CustomerRecommendations Recommendations()
    {
        Purchase Line(CustomerId customer, string product) => new() { Customer = customer, Date = new LocalDate(2025, 3, 1), Amount = 10, Product = product };
        Interactions lines = Interactions.Of([Line(Shop.Customer(0), "tea"), Line(Shop.Customer(1), "tea"), Line(Shop.Customer(1), "cup"), Line(Shop.Customer(2), "tea"), Line(Shop.Customer(2), "cup"), Line(Shop.Customer(3), "pot")]);
        return new CustomerRecommendations(PopularityRecommender.Fit(lines), lines, options: new TopProductsOptions { Count = 2 });
    }
}
