using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Tests.Json;

/// <summary>A real appraisal goes out and comes in again, and what comes in gives the same numbers to the last bit.</summary>
public sealed class AppraisalRoundTripTests
{
    private static readonly Lazy<CustomerAppraisal> Shop = new(() => new Appraiser(new MbgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator()).Appraise(SmallShop.Customers()));

    [Fact]
    public void Every_card_comes_back_as_it_was()
    {
        string json = JsonText.Of(stream => CardsJson.Write(stream, CardsDocument.Of(Shop.Value)));
        CardsDocument read = CardsJson.Read(JsonText.Stream(json));

        Assert.Equal(Enumerable.Range(0, Shop.Value.Count).Select(row => Shop.Value[row]), read.Cards);
        Assert.Equal(Shop.Value.Options, read.Options);
        Assert.Contains(read.Cards, card => card.Forecast is null);
    }

    [Fact]
    public void The_models_that_come_back_score_the_same()
    {
        string json = JsonText.Of(stream => AppraisalModelsJson.Write(stream, AppraisalModels.Of(Shop.Value)));
        AppraisalModels read = AppraisalModelsJson.Read(JsonText.Stream(json));

        Assert.Equivalent(Shop.Value.PurchaseFit, read.PurchaseModel.Report, strict: true);
        Assert.Equivalent(Shop.Value.SpendFit, read.SpendModel!.Report, strict: true);
        AssertScoresAlike(Shop.Value.PurchaseModel, read.PurchaseModel.Model);
        AssertSpendsAlike(Shop.Value.SpendModel!, read.SpendModel.Model);
        int[] segments = new int[Shop.Value.Count];
        read.Segmentation!.Assign(Shop.Value.Customers, segments);
        Assert.Equal(Shop.Value.Segments.ToArray(), segments);
    }

    [Fact]
    public void A_hand_written_model_scores_like_one_made_from_its_parameters()
    {
        AssertScoresAlike(
            new BgNbdModel(0.243, 4.414, 0.793, 2.426, TimeUnit.Week),
            JsonText.PurchaseModel("""{"model":"bg-nbd","unit":"week","parameters":{"r":0.243,"alpha":4.414,"a":0.793,"b":2.426}}""").Model);
        AssertScoresAlike(
            new MbgNbdModel(0.525, 6.183, 0.891, 1.614, TimeUnit.Week),
            JsonText.PurchaseModel("""{"unit":"week","parameters":{"a":0.891,"b":1.614,"r":0.525,"alpha":6.183},"model":"mbg-nbd"}""").Model);
        AssertSpendsAlike(
            new GammaGammaModel(6.25, 3.74, 15.45),
            JsonText.SpendModel("""{"model":"gamma-gamma","parameters":{"v":15.45,"q":3.74,"p":6.25}}""").Model);
    }

    [Fact]
    public void A_fit_without_an_optimum_is_written_with_its_reason()
    {
        SummaryColumns onceOnly = new(TimeUnit.Week, new int[50], new double[50], Enumerable.Range(1, 50).Select(week => (double)week).ToArray());
        FitResult<PurchaseModel> fit = new BgNbdEstimator().Fit(onceOnly);
        string json = JsonText.Of(stream => ModelJson.Write(stream, new StoredModel<PurchaseModel> { Model = fit.Model, Report = fit.Report }));

        FitReport read = JsonText.PurchaseModel(json).Report!;
        Assert.False(read.Converged);
        Assert.Equal(fit.Report.Reason, read.Reason);
        Assert.Equivalent(fit.Report, read, strict: true);
    }

    private static void AssertScoresAlike(PurchaseModel expected, PurchaseModel actual)
    {
        SummaryColumns columns = Shop.Value.Customers.Purchases.Columns;
        Assert.Equal(expected.GetType(), actual.GetType());
        foreach (PurchaseSummary customer in Enumerable.Range(0, columns.Count).Select(row => columns[row]))
        {
            Assert.Equal(expected.LogLikelihood(customer), actual.LogLikelihood(customer));
            Assert.Equal(expected.ProbabilityAlive(customer), actual.ProbabilityAlive(customer));
            Assert.Equal(expected.ExpectedPurchases(customer, 39), actual.ExpectedPurchases(customer, 39));
        }
    }

    private static void AssertSpendsAlike(SpendModel expected, SpendModel actual)
    {
        SummaryColumns columns = Shop.Value.Customers.Purchases.Columns;
        foreach (PurchaseSummary customer in Enumerable.Range(0, columns.Count).Select(row => columns[row]))
            Assert.Equal(expected.ExpectedSpend(customer.Frequency, customer.Spend), actual.ExpectedSpend(customer.Frequency, customer.Spend));
    }
}
