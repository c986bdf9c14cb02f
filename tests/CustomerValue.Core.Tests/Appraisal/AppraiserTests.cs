using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Uncertainty;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Simulation;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.Appraisal;

/// <summary>Cards say what the parts say: every number is held against the part that it comes from.</summary>
public class AppraiserTests
{
    private static readonly Appraiser Default = new(new MbgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator());
    private static readonly SimulatedRetailer Shop = SimulatedRetailer.Simulate(new SimulatedRetailerOptions { Customers = 800 });
    private static readonly CustomerBase Base = new(Summaries(Shop.Purchases, SimulatedRetailer.Currency), Shop.Profiles);
    private static readonly AppraisalOptions HalfYear = new() { HorizonMonths = 6, DiscountRate = 0.2, IntervalLevel = 0.8 };
    private static readonly CustomerAppraisal Appraised = Default.Appraise(Base, HalfYear);

    [Fact]
    public void Forecasts_are_the_models_over_the_horizon_at_the_margin()
    {
        PurchaseModel model = Appraised.PurchaseModel;
        double weeks = 6 * 30.4375 / 7;
        decimal revenue = Base.Purchases.Revenue.ToArray().Sum();
        decimal cost = Base.Purchases.Cost.ToArray().Sum();
        Relative.Equal((double)((revenue - cost) / revenue), Appraised.Margin, 1e-12);
        for (int row = 0; row < Base.Buyers; row += 17)
        {
            PurchaseSummary customer = Base.Purchases.Columns[row];
            double spend = Appraised.SpendModel!.ExpectedSpend(customer.Frequency, customer.Spend);
            double purchases = model.ExpectedPurchases(customer, weeks);
            double discounted = model.DiscountedExpectedPurchases(customer, weeks, 0.2);
            Relative.Equal(model.ProbabilityAlive(customer), Appraised.ProbabilityAlive[row], 1e-11);
            Relative.Equal(purchases, Appraised.ExpectedPurchases[row], 1e-11);
            Relative.Equal(spend, Appraised.ExpectedSpend[row], 1e-12);
            Relative.Equal(Appraised.Margin * spend * discounted, Appraised.LifetimeValue[row], 1e-10);
            double each = Appraised.Margin * spend * discounted / purchases;
            (double[] low, double[] high) = (new double[1], new double[1]);
            SummaryColumns alone = new(TimeUnit.Week, [customer.Frequency], [customer.Recency], [customer.Age]);
            SpendOutcomes.Intervals(model, Appraised.SpendModel, alone, [1], weeks, 0.8, low, high);
            Relative.Equal(each * low[0], Appraised.LifetimeValueLow[row], 1e-8);
            Relative.Equal(each * high[0], Appraised.LifetimeValueHigh[row], 1e-8);
        }
    }

    [Fact]
    public void A_customers_own_rate_and_costs_to_serve_are_in_the_value_and_in_its_reason()
    {
        int row = Array.FindIndex(Base.Purchases.Columns.Frequency.ToArray(), x => x > 2);
        int other = row + 1;
        CustomerTerms terms = new() { Customer = Base.Customer(row), DiscountRate = 0.5, CostPerPurchase = 3m, CostPerYear = 20m };
        CustomerAppraisal appraisal = Default.Appraise(Base, HalfYear with { Terms = [terms] });
        PurchaseSummary customer = Base.Purchases.Columns[row];
        double weeks = 6 * 30.4375 / 7;
        double delta = Math.Log(1.5) / TimeUnit.Week.PerYear();
        double years = Enumerable.Range(0, 20_000).Sum(i => Appraised.PurchaseModel.ProbabilityAlive(customer, weeks * (i + 0.5) / 20_000) * Math.Exp(-delta * weeks * (i + 0.5) / 20_000)) * weeks / 20_000 / TimeUnit.Week.PerYear();
        double expected = (((Appraised.Margin * Appraised.ExpectedSpend[row]) - 3) * Appraised.PurchaseModel.DiscountedExpectedPurchases(customer, weeks, 0.5)) - (20 * years);
        Relative.Equal(expected, appraisal.LifetimeValue[row], 1e-6);
        Assert.Equal(Appraised.LifetimeValue[other], appraisal.LifetimeValue[other]);
        Assert.True(appraisal.LifetimeValueLow[row] < appraisal.LifetimeValueHigh[row]);
        Assert.EndsWith(", less 3.00 CNY a purchase to serve, less 20.00 CNY a year to serve, discounted at 50% a year.", appraisal[row].Forecast!.ValueReason.English, StringComparison.Ordinal);
        Assert.EndsWith("，扣除每次服务成本 3.00 CNY，扣除每年服务成本 20.00 CNY，年折现率 50%。", appraisal[row].Forecast!.ValueReason.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_terms_are_named_each()
    {
        CustomerId id = new("a");
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => Default.Appraise(Base, new AppraisalOptions
        {
            Terms = [new() { Customer = id, DiscountRate = -1 }, new() { Customer = id, CostPerPurchase = -1 }, new() { Customer = new("b"), CostPerYear = -0.5m }],
        }));
        Assert.Equal(["Terms.DiscountRate", "Terms.Customer", "Terms.CostPerPurchase", "Terms.CostPerYear"], refused.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Every_customer_gets_an_answer_and_the_card_says_what_stands_in()
    {
        PurchaseSummaryBuilder builder = new();
        Add(builder, "once", 10, (2024, 1, 1));
        Add(builder, "back", 10, (2024, 1, 1), (2024, 1, 20));
        // The second day costs nothing in the end, the third is worth nothing: the repeat purchases' mean is 0.
        Add(builder, "nothing", 10, (2024, 1, 1));
        Add(builder, "nothing", 0, (2024, 1, 12), (2024, 1, 25));
        for (int i = 0; i < 60; i++)
            Add(builder, $"x{i}", 20 + (7 * (i % 5)), (2024, 1, 1 + (i % 20)), (2024, 2, 1 + (i % 14)), (2024, 2, 15 + (i % 10)));
        CustomerAppraisal appraisal = Default.Appraise(new CustomerBase(builder.Build(ObservationWindow.Through(new LocalDate(2024, 3, 1)), TimeUnit.Week)));
        Assert.Null(Card(appraisal, "back").Fallback);
        Assert.Equal("One purchase only: the population's mean spend stands in.", Card(appraisal, "once").Fallback!.Value.English);
        Assert.StartsWith("Mean repeat spend is 0 or below after refunds", Card(appraisal, "nothing").Fallback!.Value.English, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, appraisal.Count), row => Assert.True(double.IsFinite(appraisal.LifetimeValue[row])));

        PurchaseSummaryBuilder free = new();
        Add(free, "a", 0, (2024, 1, 1), (2024, 1, 9), (2024, 2, 9));
        Add(free, "b", 0, (2024, 1, 1));
        CustomerAppraisal unpriced = Default.Appraise(new CustomerBase(free.Build(ObservationWindow.Through(new LocalDate(2024, 3, 1)), TimeUnit.Week)));
        Assert.True(unpriced.LifetimeValue.IsEmpty);
        Assert.Null(unpriced[0].Forecast!.LifetimeValue);
        Assert.Equal("购买金额未知：仅以购买次数表示价值。", unpriced[0].Forecast!.Fallback!.Value.Chinese);
    }

    [Fact]
    public void A_card_is_its_row_of_the_columns()
    {
        int[] segments = new int[Base.Count];
        Appraised.Segmentation.Assign(Base, segments);
        foreach (int row in new[] { 0, 7, Base.Buyers - 1 })
        {
            ValueCard card = Appraised[row];
            Assert.Equal(Base.Customer(row), card.Customer);
            Assert.Equal(Shop.Options.LastDay, card.AsOf);
            Assert.Equal(Base.Purchases.FirstPurchase(row), card.Purchases!.First);
            Assert.Equal(Base.Purchases.LastPurchase(row), card.Purchases.Last);
            Assert.Equal(Appraised.ProbabilityAlive[row], card.Forecast!.ProbabilityAlive);
            Assert.Equal((decimal)Appraised.LifetimeValue[row], card.Forecast.LifetimeValue!.Value.Amount, 2);
            Assert.Equal(SimulatedRetailer.Currency, card.Forecast.LifetimeValue.Value.Currency);
            Assert.Equal(Appraised.Contribution.Profit[row], card.Contribution.Profit!.Value.Amount);
            Assert.Equal(Appraised.Segmentation.Segments[segments[row]], card.Segment);
            Assert.NotNull(card.Rfm);
            Assert.NotEmpty(card.Forecast.AliveReason.Chinese);
            Assert.NotEmpty(card.SegmentReason.Chinese);
        }
    }

    [Fact]
    public void Prospects_have_no_forecast_and_a_segment_of_their_own()
    {
        ValueCard card = Appraised[Base.Count - 1];
        Assert.True(Base.Count > Base.Buyers);
        Assert.Null(card.Purchases);
        Assert.Null(card.Forecast);
        Assert.Null(card.Rfm);
        Assert.Equal("prospects", card.Segment.Key);
        Assert.Equal(0, card.Contribution.Revenue.Amount);
    }

    [Fact]
    public void Reasons_name_the_evidence()
    {
        PurchaseSummaryBuilder builder = new(new Currency("CNY"));
        Add(builder, "a", 100, (2024, 1, 1), (2024, 1, 11), (2024, 1, 31));
        Add(builder, "b", 1500, (2024, 2, 1));
        for (int i = 0; i < 40; i++)
            Add(builder, $"c{i}", 50 + i, (2024, 1, 1 + (i % 28)), (2024, 2, 1 + (i % 14)), (2024, 2, 15 + (i % 10)));
        CustomerAppraisal appraisal = Default.Appraise(new CustomerBase(builder.Build(ObservationWindow.Through(new LocalDate(2024, 3, 1)), TimeUnit.Week)));
        Assert.StartsWith("Came back 2 times, 15 days apart on average, and was last seen 30 days ago; still a customer with a probability of ", appraisal[0].Forecast!.AliveReason.English, StringComparison.Ordinal);
        Assert.StartsWith("复购 2 次，平均间隔 15 天，最近一次在 30 天前；仍为客户的概率为 ", appraisal[0].Forecast!.AliveReason.Chinese, StringComparison.Ordinal);
        Assert.StartsWith("Bought once, 29 days ago; still a customer with a probability of ", appraisal[1].Forecast!.AliveReason.English, StringComparison.Ordinal);
        Assert.Matches(@"^In the next 12 months [0-9.,]+ purchases of [0-9.,]+ CNY are expected, discounted at 10% a year\.$", appraisal[0].Forecast!.ValueReason.English);
    }

    [Fact]
    public void Without_any_repeat_value_a_purchase_is_expected_to_bring_the_average_and_the_warnings_say_so()
    {
        PurchaseSummaryBuilder builder = new();
        Add(builder, "a", 10, (2024, 1, 1));
        Add(builder, "b", 30, (2024, 1, 5));
        CustomerAppraisal appraisal = Default.Appraise(new CustomerBase(builder.Build(ObservationWindow.Through(new LocalDate(2024, 3, 1)), TimeUnit.Week)));
        Assert.Null(appraisal.SpendModel);
        Assert.Equal([20.0, 20.0], appraisal.ExpectedSpend.ToArray());
        Assert.StartsWith("No customer has a repeat purchase", appraisal[0].Forecast!.Fallback!.Value.English, StringComparison.Ordinal);
        Assert.Equal(1, appraisal.Margin);
        Assert.Contains(appraisal.Warnings, warning => warning.English.StartsWith("No customer has a repeat purchase", StringComparison.Ordinal));
        Assert.Contains(appraisal.Warnings, warning => warning.English.StartsWith("The model of purchases is taken at its limit.", StringComparison.Ordinal));
        Assert.All(appraisal.LifetimeValue.ToArray(), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void A_loss_turns_value_negative_and_its_interval_round()
    {
        CustomerBase losing = new(Summaries(Shop.Purchases.Select(purchase => purchase with { Cost = purchase.Amount * 1.5m }), SimulatedRetailer.Currency));
        CustomerAppraisal appraisal = Default.Appraise(losing);
        Assert.Equal(-0.5, appraisal.Margin, 1e-9);
        for (int row = 0; row < losing.Buyers; row += 29)
        {
            Assert.True(appraisal.LifetimeValue[row] <= 0);
            Assert.True(appraisal.LifetimeValueLow[row] <= appraisal.LifetimeValueHigh[row]);
            Assert.Contains("Margin is 0 or below", appraisal[row].Forecast!.Fallback!.Value.English, StringComparison.Ordinal);
        }

        Assert.Contains(appraisal.Warnings, warning => warning.English.StartsWith("Costs are at least as high as revenue", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_problem_of_the_call_is_named_at_once_and_cancelling_stops()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => Default.Appraise(
            new CustomerBase(Summaries([], default)),
            new AppraisalOptions { HorizonMonths = 0, DiscountRate = -1, IntervalLevel = 1, Penalizer = double.NaN }));
        Assert.Equal(["HorizonMonths", "DiscountRate", "IntervalLevel", "Penalizer", null], refused.Problems.Select(problem => problem.Field));
        Assert.Throws<OperationCanceledException>(() => Default.Appraise(Base, cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Progress_goes_up_to_the_end()
    {
        List<double> fractions = [];
        Default.Appraise(Base, progress: new Reports(fractions));
        Assert.Equal(fractions.Order(), fractions);
        Assert.InRange(fractions.Count, 4, 20);
    }

    private sealed class Reports(List<double> fractions) : IProgress<AppraisalProgress>
    {
        public void Report(AppraisalProgress value) => fractions.Add(value.Fraction);
    }

    private static ForecastCard Card(CustomerAppraisal appraisal, string customer) =>
        Enumerable.Range(0, appraisal.Count).Select(row => appraisal[row]).Single(card => card.Customer.Value == customer).Forecast!;

    private static void Add(PurchaseSummaryBuilder builder, string customer, decimal amount, params (int Year, int Month, int Day)[] days)
    {
        foreach ((int year, int month, int day) in days)
            builder.Add(new Purchase { Customer = new CustomerId(customer), Date = new LocalDate(year, month, day), Amount = amount, Currency = builder.Currency });
    }

    private static PurchaseSummaries Summaries(IEnumerable<Purchase> purchases, Currency currency)
    {
        PurchaseSummaryBuilder builder = new(currency);
        builder.Add(purchases);
        return builder.Build(ObservationWindow.Through(Shop.Options.LastDay), TimeUnit.Week);
    }
}
