using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.Covariates;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.ParetoNbdHb;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Behavioral;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;
using CustomerValue.Segmentation.Clustering.Mixtures;
using CustomerValue.Segmentation.LatentClasses;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.ThreeValues;
using NodaTime;

namespace CustomerValue.Tests.Json;

/// <summary>One of everything that can be written, with every optional field there.</summary>
internal static class Documents
{
    public static StoredModel<PurchaseModel> FittedPurchaseModel()
    {
        BgNbdModel model = new(0.1 + 0.2, 4.413536, 0.792919, 1 / 3d, TimeUnit.Week);
        return new StoredModel<PurchaseModel>
        {
            Model = model,
            Seconds = 0.00123,
            Report = new FitReport
            {
                Model = model.Name,
                Parameters = model.Parameters,
                Customers = 2357.5,
                DistinctHistories = 1800,
                LogLikelihood = -9582.42556,
                GradientNorm = 1.25e-13,
                StandardErrors = [0.1, 0.2, 0.3, 0.4],
                Covariance = [[0.01, -1, 0, 0], [-1, 0.04, 0, 0], [0, 0, 0.09, 0], [0, 0, 0, 0.16]],
                Iterations = 9,
                Evaluations = 12,
                Converged = false,
                Reason = new LocalizedText("No finite maximum.", "没有有限的最大值。"),
                Warnings = [new LocalizedText("Few customers.", "客户太少。"), new LocalizedText("Second.", "第二。")],
            },
        };
    }

    public static StoredModel<PurchaseModel> FittedPosteriorModel()
    {
        ParetoNbdHbModel model = new([0.55, 10.6, 1 / 3d, 11.7], [[0.55, 10.6, 0.1 + 0.2, 11.7], [0.56, 10.5, 0.4, 13]], TimeUnit.Week);
        FitReport report = FittedPurchaseModel().Report! with
        {
            Model = model.Name,
            Parameters = model.Parameters,
            Sampling = new SamplingReport { Chains = 4, Draws = 1000, Sweeps = 6000, RHat = [1, 1.001, 1.002, 1.003], BulkEffectiveSize = [1000.5, 900, 800, 700], TailEffectiveSize = [500, 600, 700, 800] },
        };
        return new StoredModel<PurchaseModel> { Model = model, Report = report, Seconds = 1.5 };
    }

    public static StoredModel<SpendModel> FittedSpendModel()
    {
        GammaGammaModel model = new(6.25, 3.74, 15.45);
        FitReport report = FittedPurchaseModel().Report! with
        {
            Model = model.Name,
            Parameters = model.Parameters,
            StandardErrors = [0.1, 0.2, 0.3],
            Covariance = [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        };
        return new StoredModel<SpendModel> { Model = model, Report = report, Seconds = 0 };
    }

    public static StoredModel<ShiftedBetaGeometricModel> FittedContractModel()
    {
        ShiftedBetaGeometricModel model = new(2 / 3d, 3.8, TimeUnit.Year);
        FitReport report = FittedPurchaseModel().Report! with
        {
            Model = model.Name,
            Parameters = model.Parameters,
            StandardErrors = [0.1, 0.2],
            Covariance = [[0.01, 0], [0, 0.04]],
        };
        return new StoredModel<ShiftedBetaGeometricModel> { Model = model, Report = report, Seconds = 0.25 };
    }

    public static StoredModel<CovariatePurchaseModel> FittedCovariateModel()
    {
        CovariatePurchaseModel model = new("bg-nbd", TimeUnit.Week, Encoding, [.. FittedPurchaseModel().Model.Parameters, new("purchase.gender=F", -1 / 3d), new("purchase.gender=?", 0.1), new("a.gender=F", 0.2)]);
        return new StoredModel<CovariatePurchaseModel> { Model = model, Report = CovariateReport(model.Name, model.Parameters), Seconds = 0.5 };
    }

    public static StoredModel<CovariateSpendModel> FittedCovariateSpendModel()
    {
        CovariateSpendModel model = new(Encoding, [.. FittedSpendModel().Model.Parameters, new("spend.gender=F", 0.3)]);
        return new StoredModel<CovariateSpendModel> { Model = model, Report = CovariateReport(model.Name, model.Parameters), Seconds = 0.5 };
    }

    private static CovariateEncoding Encoding => new([CovariateCode.OfLevels("gender", "M", ["F", "?"])]);

    private static FitReport CovariateReport(string model, IReadOnlyList<ModelParameter> parameters) => FittedPurchaseModel().Report! with
    {
        Model = model,
        Parameters = parameters,
        StandardErrors = [.. parameters.Select((_, i) => i / 7d)],
        Covariance = [.. parameters.Select((_, i) => parameters.Select((_, j) => (double)(i * j)).ToArray())],
        FreeParameters = parameters.Count - 1,
        LikelihoodRatio = new LikelihoodRatioTest(12.5, 2),
    };

    public static RfmSegmentation Segmentation() => new([10, 20.5, 30, 30], [2, 2, 2, 3], [0.1 + 0.2, 50, 100, 1 / 3e-9], RfmSegmentMaps.Standard);

    public static BehavioralSegmentation BehavioralSegmentation() => new(
        BehavioralDimension.Basket,
        new Dictionary<string, string> { ["basket"] = "habits.basket_value" },
        new Dictionary<string, BehavioralBound> { ["largeBasket"] = new() { Value = 0.1 + 0.2, Quantile = 2 / 3.0 }, ["smallBasket"] = BehavioralBound.At(0.1) },
        ["web"],
        2377);

    public static AppraisalModels Models() => new() { PurchaseModel = FittedPurchaseModel(), SpendModel = FittedSpendModel(), Segmentation = Segmentation(), FurtherSegmentations = [Segmentation()], Choice = Choice(), ThreeValues = (ThreeValueSegmentation)SegmentationDocuments.Of("three-values"), Kappa = 0.1, Recommender = Recommender() };
    public static KMeansSegmentation KMeansSegmentation() => new(
        [new FieldScale { Column = "spend", Log = true, Centre = 0.1 + 0.2, Spread = 1 / 3e-9 }, new FieldScale { Column = "age", Centre = -40.5, Spread = 12 }],
        [[1, -2.5], [0, 1e-300]],
        [10, 3],
        new SegmentationFit { Customers = 13, Iterations = 300, Converged = false, Figures = [new("inertia", 12.25)], Warnings = [new LocalizedText("Not at rest.", "尚未收敛。")] },
        [.. new[] { "old", "new" }.Select(key => new Segment { Key = key, Label = new LocalizedText(key, "群"), Description = new LocalizedText("Who they are.", "他们是谁。") })]);
    public static MixtureSegmentation Mixture() => new(
        [new FieldScale { Column = "income", Centre = 40000, Spread = 1 / 3e-5 }, new FieldScale { Column = "visits", Log = true, Centre = 1.5, Spread = 0.7 }],
        new GaussianMixtureModel(CovarianceShape.Full, [new() { Weight = 0.75, Mean = [0.1 + 0.2, -1], Covariance = [1, 0.3, 0.3, 2] }, new() { Weight = 0.25, Mean = [3, 1], Covariance = [0.5, 0, 0, 0.5] }]),
        new SegmentationFit { Customers = 12, Iterations = 7, Figures = [new("logLikelihood", -33.5), new("parameters", 11), new("aic", 89), new("bic", 94.3), new("icl", 95.1), new("entropy", 0.4)], Warnings = [new LocalizedText("Few.", "少。")] });
    public static LatentClassSegmentation LatentClasses() => new(
        new LatentClassModel([new LatentClassItem("q1", ["no", "yes"])], [0.6, 0.4], [[[0.9, 0.1]], [[0.2, 0.8]]], ["age"], [[0, 0], [-1, 0.02]]),
        new SegmentationFit { Customers = 10, Iterations = 5, Figures = [new("bic", 20.5)], Warnings = [new("Careful.", "小心。")] });

    public static StoredChoice Choice() => new()
    {
        Model = "bg-nbd",
        Reason = new LocalizedText("It forecasts better.", "预测更好。"),
        CalibrationEnd = new LocalDate(1997, 9, 30),
        Compared = [new() { Model = "bg-nbd", LogScore = -0.98, MeanAbsoluteError = 0.78, PredictedTotal = 1653.4, ActualTotal = 1882, Failure = new LocalizedText("None.", "无。") }],
    };

    private static StoredRecommender Recommender() => new()
    {
        Model = "popularity",
        Reason = new LocalizedText("It is simple.", "它简单。"),
        Cut = new LocalDate(1998, 3, 1),
        Customers = 120,
        At = [1, 3],
        Compared = [new() { Model = "popularity", Recall = [0.1, 1 / 3d], Ndcg = [0.1, 0.25], Refusal = "None." }],
    };

    public static CardsDocument Cards(params ValueCard[] cards) => new()
    {
        AsOf = new LocalDate(1998, 6, 30),
        Currency = new Currency("CNY"),
        Options = new AppraisalOptions { HorizonMonths = 18, DiscountRate = 0.08, IntervalLevel = 0.8, Penalizer = 0.001 },
        Cards = cards,
    };

    public static ValueCard Buyer(string customer = "客户 1") => new()
    {
        Customer = new CustomerId(customer),
        AsOf = new LocalDate(1998, 6, 30),
        Contribution = new ContributionCard
        {
            Revenue = Yuan(12.50m),
            Profit = Yuan(-0.000001m),
            Share = 0.1 + 0.2,
            Rank = 1,
            CumulativeShare = 1 / 3d,
            Level = ContributionLevel.High,
            Reason = new LocalizedText("Ranked first.", "排名第一。"),
            Parts = Parts,
        },
        Purchases = new PurchaseCard
        {
            First = new LocalDate(1997, 1, 1),
            Last = new LocalDate(1998, 2, 28),
            Summary = new PurchaseSummary(2, 30.428571428571427, 38.857142857142854, 22.35),
            Unit = TimeUnit.Week,
        },
        Forecast = new ForecastCard
        {
            ProbabilityAlive = 0.7268,
            ExpectedPurchases = 1.2259,
            ExpectedSpend = Yuan(24.66m),
            LifetimeValue = Yuan(28.1m),
            LifetimeValueLow = Yuan(0),
            LifetimeValueHigh = Yuan(79228162514264337593543950335m),
            AliveReason = new LocalizedText("Bought lately.", "最近买过。"),
            ValueReason = new LocalizedText("1.23 purchases of 24.66.", "1.23 次，每次 24.66。"),
            Fallback = new LocalizedText("One purchase only.", "仅购买过一次。"),
        },
        Segment = new Segment
        {
            Key = "champions",
            Label = new LocalizedText("Champions", "冠军客户"),
            Description = new LocalizedText("The best.", "最好的客户。"),
        },
        Rfm = new RfmCard { Recency = 5, Frequency = 4, Monetary = 3 },
        SegmentReason = new LocalizedText("Scores 543.", "得分 543。"),
        FurtherSegments = FurtherSegments,
        Potential = new PotentialCard
        {
            Value = Yuan(33.1m),
            Low = Yuan(-0.5m),
            High = Yuan(70),
            Residual = Yuan(28.1m),
            ActiveYears = 0.1 + 0.7,
            Upside = Yuan(50),
            Kappa = 0.1,
            Reason = new LocalizedText("The sum.", "合计。"),
            UpsideReason = new LocalizedText("Tea.", "茶。"),
        },
        Influence = new InfluenceCard
        {
            Value = Yuan(12.000001m),
            IfNoneCaused = Yuan(-3),
            IfAllCaused = Yuan(30),
            Established = Yuan(7.000001m),
            Expected = Yuan(5),
            ExpectedStandardError = Yuan(0.25m),
            Reason = new LocalizedText("Brought two.", "推荐了两位。"),
        },
        ThreeValues = new ThreeValueCard
        {
            Segment = new Segment { Key = "hhl", Label = new LocalizedText("HHL", "重要发展客户"), Description = new LocalizedText("High, high, low.", "高高低。") },
            EstablishedHigh = true,
            PotentialHigh = true,
            InfluenceHigh = false,
            Decision = new LocalizedText("Ask for referrals.", "鼓励推荐。"),
            Reason = new LocalizedText("Above both.", "两者均高。"),
            Tier = new Segment { Key = "high", Label = new LocalizedText("High", "高"), Description = new LocalizedText("The top.", "最高。") },
            TierReason = new LocalizedText("Above.", "高于门槛。"),
        },
        Stage = new StageCard
        {
            Key = "cooling",
            Label = new LocalizedText("Cooling", "降温客户"),
            Since = new LocalDate(2025, 3, 1),
            Phase = new LocalizedText("Retention", "挽留"),
            Reason = new LocalizedText("Silent for long.", "沉默已久。"),
        },
        Recommendations = Recommendations,
    };

    /// <summary>One list, as cards compare it by reference.</summary>
    public static IReadOnlyList<ContributionCardPart> Parts { get; } =
    [
        new() { Name = new LocalizedText("Gross sales", "销售总额"), Amount = Yuan(19.5m) },
        new() { Name = new LocalizedText("Returns", "退货"), Amount = Yuan(-7.000001m) },
    ];

    /// <summary>One list, as cards compare it by reference.</summary>
    public static IReadOnlyList<ProductRecommendation> Recommendations { get; } =
    [
        new() { Product = "茶, \"green\"", Score = 1 / 3d, Because = ["cup", "pot"], Reason = new LocalizedText("Goes with cup and pot.", "与杯、壶相配。") },
    ];

    /// <summary>One list, as cards compare it by reference.</summary>
    public static IReadOnlyList<SegmentCard> FurtherSegments { get; } =
    [
        new() { Strategy = "mixture", Segment = new Segment { Key = "a", Label = new LocalizedText("A", "甲"), Description = new LocalizedText("First.", "第一。") }, Reason = new LocalizedText("Near.", "近。"), Distance = 0.25, Probability = 1 / 3d },
    ];

    /// <summary>Nothing bought, nothing optional.</summary>
    public static ValueCard Prospect(string customer = "p") => Buyer(customer) with
    {
        FurtherSegments = [],
        Contribution = Buyer().Contribution with { Revenue = Yuan(0), Profit = null, Level = ContributionLevel.Low, Parts = [] },
        Purchases = null,
        Forecast = null,
        Potential = null,
        Influence = null,
        ThreeValues = null,
        Recommendations = [],
        Segment = new Segment { Key = "prospects", Label = new LocalizedText("Prospects", "潜在客户") },
        Rfm = null,
    };

    private static Money Yuan(decimal amount) => new(amount, new Currency("CNY"));
}
