using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.DependencyInjection;
using CustomerValue.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Simulation;
using CustomerValue.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerValue.Tests.Runtimes;

/// <summary>
/// The whole way from a simulated retailer to cards and their JSON, with the numbers that it gave on .NET 10.
/// One list of checks for every runtime: the tests run it, and so does the .NET Framework program.
/// </summary>
internal static class SameNumbers
{
    private static SimulatedRetailer Shop { get; } = SimulatedRetailer.Simulate(new SimulatedRetailerOptions { Customers = 400, Seed = 7 });

    /// <summary>Every check by its name, with what was wrong; null where nothing was.</summary>
    public static IEnumerable<(string Name, string? Failure)> Check()
    {
        foreach ((string name, Action check) in All)
            yield return (name, Failure(check));
    }

    private static IReadOnlyList<(string Name, Action Check)> All { get; } =
    [
        ("the simulated retailer", Retailer),
        ("summaries", Summaries),
        ("BG/NBD fit", () => Fit(new BgNbdEstimator().Fit(Summary().Columns).Report, -3355.141036559608, [0.6949069187250386, 10.064663897813968, 0.41350118324959917, 2.7897577581235944])),
        ("MBG/NBD fit", () => Fit(new MbgNbdEstimator().Fit(Summary().Columns).Report, -3351.744332398949, [1.4471691942723675, 16.56999243024597, 0.4735787566097435, 1.8737486914080008])),
        ("gamma-gamma fit", () => Fit(new GammaGammaEstimator().Fit(Summary().Columns).Report, -1438.3204207113229, [3.4653967935949956, 3.6175718820484075, 141.7291857062301])),
        ("BG/NBD predictions", () => Predictions(new BgNbdModel(0.243, 4.414, 0.793, 2.426, TimeUnit.Week), [-9.458606307066272, 0.726578570080673, 1.2260281747671442, 5.179484363525043, 0.08085005599575568, 18309.582105889447])),
        ("MBG/NBD predictions", () => Predictions(new MbgNbdModel(0.525, 6.183, 0.891, 1.614, TimeUnit.Week), [-9.485551314533929, 0.7062022651184873, 1.2629606232673667, 4.93345382149781, 0.08386394775472379, 14737.363554575233])),
        ("MBG/CNBD-k predictions", () => Predictions(new MbgCnbdKModel(0.533, 1.258, 1.289, 1.845, 3, TimeUnit.Week), [-9.488738506011558, 0.6884569923867134, 1.3679581070507354, 4.019914051844694, 0.11867558976654119, 8820.084998542627])),
        ("appraisal by dependency injection", AppraisalByHost),
        ("cards to JSON and back", Cards),
        ("models to JSON and back", Models),
        ("bad purchases are refused", Refusal),
    ];

    private static void Retailer()
    {
        Equal("purchases", 2563, Shop.Purchases.Count);
        Equal("amounts", 234680.8, (double)Shop.Purchases.Sum(purchase => purchase.Amount));
        Equal("referrals", 55, Shop.Referrals.Count);
    }

    private static void Summaries()
    {
        PurchaseSummaries summary = Summary();
        Equal("buyers", 383, summary.Count);
        Equal("repeat purchases", 915, Sum(summary.Columns.Frequency));
        Equal("recency", 7855.285714285711, Sum(summary.Columns.Recency));
        Equal("age", 18457.571428571435, Sum(summary.Columns.Age));
        Equal("spend", 46760.434531748324, Sum(summary.Columns.Spend));
    }

    private static void Fit(FitReport report, double logLikelihood, double[] parameters)
    {
        Require(report.Converged, "it did not converge");
        Equal("log-likelihood", logLikelihood, report.LogLikelihood);
        for (int i = 0; i < parameters.Length; i++)
            Equal(report.Parameters[i].Name, parameters[i], report.Parameters[i].Value);
    }

    private static void Predictions(PurchaseModel model, double[] expected)
    {
        PurchaseSummary customer = new(2, 30.43, 38.86);
        Equal("log-likelihood", expected[0], model.LogLikelihood(customer));
        Equal("P(alive)", expected[1], model.ProbabilityAlive(customer));
        Equal("expected purchases", expected[2], model.ExpectedPurchases(customer, 39));
        Equal("DERT", expected[3], model.DiscountedExpectedResidualTransactions(customer, 0.15));
        Equal("P(3 purchases)", expected[4], model.ProbabilityOfPurchases(3, customer, 39));
        Random random = new(3);
        Equal("simulated purchases", expected[5], Enumerable.Range(0, 100).Sum(_ => model.SimulatePurchaseTimes(random, 200).Sum()));
    }

    private static void AppraisalByHost()
    {
        CustomerAppraisal appraisal = Appraise();
        Equal("rows", 400, appraisal.Count);
        Equal("P(alive)", 223.36404072355896, Sum(appraisal.ProbabilityAlive));
        Equal("expected purchases", 758.0243343273687, Sum(appraisal.ExpectedPurchases));
        Equal("expected spend", 72622.07082846724, Sum(appraisal.ExpectedSpend));
        Equal("lifetime value", 44659.29964421142, Sum(appraisal.LifetimeValue));
        Equal("segments", 2083, Sum(appraisal.Segments));
        Require(appraisal[0].Contribution.Reason.Chinese.Length > 0, "the first card has no reason in Chinese");
    }

    private static void Cards()
    {
        CustomerAppraisal appraisal = Appraise();
        using MemoryStream stream = new();
        CardsJson.Write(stream, CardsDocument.Of(appraisal));
        stream.Position = 0;
        CardsDocument read = CardsJson.Read(stream);
        Require(read.Cards.SequenceEqual(Enumerable.Range(0, appraisal.Count).Select(row => appraisal[row])), "a card came back changed");
    }

    private static void Models()
    {
        CustomerAppraisal appraisal = Appraise();
        using MemoryStream stream = new();
        AppraisalModelsJson.Write(stream, AppraisalModels.Of(appraisal));
        stream.Position = 0;
        AppraisalModels read = AppraisalModelsJson.Read(stream);
        double[] alive = new double[appraisal.Customers.Buyers];
        read.PurchaseModel.Model.ProbabilityAlive(appraisal.Customers.Purchases.Columns, alive);
        Require(appraisal.ProbabilityAlive.SequenceEqual(alive), "P(alive) differs");
        int[] segments = new int[appraisal.Count];
        read.Segmentation!.Assign(appraisal.Customers, segments);
        Require(appraisal.Segments.SequenceEqual(segments), "segments differ");
    }

    private static void Refusal()
    {
        try
        {
            new PurchaseSummaryBuilder().Add([new Purchase { Customer = default, Date = new(2025, 1, 1), Amount = 1 }, new Purchase { Customer = new("a"), Date = new(2025, 1, 1), Amount = 1e18m }]);
        }
        catch (DataRejectedException refused)
        {
            Equal("problems", 2, refused.Problems.Count);
            return;
        }

        Require(false, "they were taken");
    }

    private static PurchaseSummaries Summary() => Builder().Build(ObservationWindow.Through(Shop.Options.LastDay), TimeUnit.Week);

    private static PurchaseSummaryBuilder Builder()
    {
        PurchaseSummaryBuilder builder = new(SimulatedRetailer.Currency);
        builder.Add(Shop.Purchases);
        return builder;
    }

    private static CustomerAppraisal Appraise()
    {
        using ServiceProvider host = new ServiceCollection().AddCustomerValue().BuildServiceProvider(validateScopes: true);
        return host.GetRequiredService<Appraiser>().Appraise(new CustomerBase(Summary(), Shop.Profiles));
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum;
    }

    private static double Sum(ReadOnlySpan<int> values)
    {
        double sum = 0;
        foreach (int value in values)
            sum += value;
        return sum;
    }

    /// <summary>Equal to nine digits: the logarithms of two C libraries differ in their last bit.</summary>
    private static void Equal(string what, double expected, double actual) =>
        Require(Math.Abs(actual - expected) <= 1e-9 * Math.Max(1, Math.Abs(expected)), FormattableString.Invariant($"{what} is {actual:R}, not {expected:R}"));

    private static void Require(bool holds, string failure)
    {
        if (!holds)
            throw new InvalidOperationException(failure);
    }

    private static string? Failure(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            return wrong is InvalidOperationException ? wrong.Message : wrong.ToString();
        }
    }
}
