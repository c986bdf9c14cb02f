using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Choice;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.ThreeValues;
using CustomerValue.Validation;

namespace CustomerValue.Appraisal;

/// <summary>Fits the models, runs the strategies, and joins all into value cards. Stateless and thread-safe.</summary>
public sealed class Appraiser
{
    /// <summary>More points than this are too many for a curve that people look at.</summary>
    private const int LongestCurve = 120;

    private readonly IPurchaseModelEstimator purchases;
    private readonly ISpendModelEstimator spend;
    private readonly ISegmentationStrategy segmentation;
    private readonly IContributionCalculator contribution;
    private readonly AppraisalOptions defaults;
    private readonly IReadOnlyList<ISegmentationStrategy> further;
    private readonly ThreeValueStrategy threeValues;
    private readonly double? kappa;

    /// <summary>Composes an appraiser from its parts.</summary>
    /// <param name="purchases">Fits when customers buy.</param>
    /// <param name="spend">Fits what a purchase is worth.</param>
    /// <param name="segmentation">Gives each customer a segment.</param>
    /// <param name="contribution">Says what each customer gave.</param>
    /// <param name="defaults">What holds where <see cref="Appraise"/> is called without options; null for a year at 10 %.</param>
    /// <param name="further">Strategies that give each customer a further segment; null for none. They may read the columns <c>value.*</c> and, where the sources of a call have stages, <c>lifecycle.stage</c> of <see cref="ColumnNames"/>.</param>
    /// <param name="threeValues">Where established, potential and influence value are high; null for the upper fifth of each.</param>
    /// <param name="kappa">κ where the sources of a call have an upside and none of their own, see <see cref="ValueSources.Kappa"/>; null for none.</param>
    /// <exception cref="DataRejectedException"><paramref name="threeValues"/> or <paramref name="kappa"/> are out of range.</exception>
    public Appraiser(IPurchaseModelEstimator purchases, ISpendModelEstimator spend, ISegmentationStrategy segmentation, IContributionCalculator contribution, AppraisalOptions? defaults = null, IReadOnlyList<ISegmentationStrategy>? further = null, ThreeValueOptions? threeValues = null, double? kappa = null)
    {
        this.purchases = purchases ?? throw new ArgumentNullException(nameof(purchases));
        this.spend = spend ?? throw new ArgumentNullException(nameof(spend));
        this.segmentation = segmentation ?? throw new ArgumentNullException(nameof(segmentation));
        this.contribution = contribution ?? throw new ArgumentNullException(nameof(contribution));
        this.defaults = defaults ?? new AppraisalOptions();
        this.further = [.. further ?? []];
        this.threeValues = new ThreeValueStrategy(threeValues);
        this.kappa = ValueSources.KappaProblem(kappa) is { } problem ? throw new DataRejectedException(problem) : kappa;
    }

    /// <summary>Appraises every customer.</summary>
    /// <param name="customers">At least one buyer.</param>
    /// <param name="options">How far ahead; null for the defaults that the appraiser was composed with.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="choice">Which model of purchases to take, and why; null for the one that the appraiser was composed with.</param>
    /// <param name="sources">What is known beside purchases, for potential and influence value; null for nothing.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">No buyers, or options or sources out of range.</exception>
    public CustomerAppraisal Appraise(CustomerBase customers, AppraisalOptions? options = null, IProgress<AppraisalProgress>? progress = null, ModelChoice? choice = null, ValueSources? sources = null, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        options ??= defaults;
        if (sources is { Upside: not null, Kappa: null })
            sources = sources with { Kappa = kappa };
        List<DataProblem> problems = [.. options.Validate(), .. sources?.Validate() ?? []];
        if (customers.Buyers == 0)
            problems.Add(new DataProblem { Message = "No customer bought in the window; take other purchases or a wider window." });
        if (problems.Count > 0)
            throw new DataRejectedException(problems);

        SummaryColumns columns = customers.Purchases.Columns;
        FitOptions fit = new() { Penalizer = options.Penalizer };
        Tell(0.0, "fitting purchases", "拟合购买模型");
        FitResult<PurchaseModel> purchaseFit = (choice?.Estimator ?? purchases).Fit(columns, fit, cancellationToken);
        PurchaseModel model = purchaseFit.Model;
        Tell(0.3, "fitting spend", "拟合消费模型");
        FitResult<SpendModel>? spendFit = HasRepeatSpend(columns) ? spend.Fit(columns, fit, cancellationToken) : null;
        Tell(0.5, "scoring customers", "计算客户得分");
        double margin = Margin(customers.Purchases);
        Forecast forecast = Forecast.Of(customers.Purchases, model, spendFit?.Model, options, margin, cancellationToken);
        Tell(0.8, "segmenting", "客户分群");
        ContributionTable contributions = contribution.Calculate(customers);
        AppraisalColumns forecastColumns = forecast.Columns();
        PotentialTable? potential = PotentialColumns.Of(model, columns, forecastColumns, options, sources, cancellationToken);
        InfluenceColumns? influence = sources?.Influence is { } known ? InfluenceColumns.Of(customers, known) : null;
        customers = ValueColumns.Add(customers, forecastColumns, contributions, potential, influence, sources?.Stages);
        ThreeValueTable? matrix = potential is null ? null : ThreeValueTable.Of(threeValues.FitThresholds(customers, cancellationToken), customers);
        AssignedSegmentation segments = Segment(segmentation, customers, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        Tell(0.9, "checking the models against the data", "检验模型与数据的吻合");
        int days = customers.Purchases.RepeatPurchasesByDay.Length;
        return new CustomerAppraisal(forecastColumns, segments)
        {
            Customers = customers,
            Options = options,
            PurchaseModel = model,
            PurchaseFit = purchaseFit.Report,
            Choice = choice,
            SpendModel = spendFit?.Model,
            SpendFit = spendFit?.Report,
            Contribution = contributions,
            Sources = sources,
            Potential = potential,
            Influence = influence,
            ThreeValues = matrix,
            Alerts = StageAlerts.Of(customers, sources, forecastColumns.LifetimeValue),
            FurtherSegmentations = [.. further.Select(strategy => Segment(strategy, customers, cancellationToken))],
            Margin = margin,
            Warnings = AppraisalWarnings.Of(customers, purchaseFit.Report, spendFit?.Report, margin, sources, matrix),
            Tracking = Tracking.Curve(model, customers.Purchases, 7 * Math.Max(1, (int)Math.Ceiling(days / 7.0 / LongestCurve))),
            FrequencyFit = Calibration.ByFrequency(model, columns),
            SpendClasses = spendFit is null ? [] : Calibration.BySpend(spendFit.Model, columns),
        };

        void Tell(double fraction, string english, string chinese)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new AppraisalProgress { Step = new LocalizedText(english, chinese), Fraction = fraction });
        }
    }

    private static AssignedSegmentation Segment(ISegmentationStrategy strategy, CustomerBase customers, CancellationToken cancellationToken)
    {
        ISegmentation segmentation = strategy.Fit(customers, cancellationToken);
        int[] segments = new int[customers.Count];
        segmentation.Assign(customers, segments);
        return new AssignedSegmentation(segmentation, segments);
    }

    private static bool HasRepeatSpend(SummaryColumns columns)
    {
        for (int row = 0; row < columns.Count && columns.HasSpend; row++)
        {
            if (columns.Frequency[row] > 0 && columns.Spend[row] > 0)
                return true;
        }

        return false;
    }

    /// <summary>Profit over revenue of the whole base; one number for all, as a customer's own few lines say little of the margin to come.</summary>
    private static double Margin(PurchaseSummaries purchases)
    {
        if (!purchases.HasCost)
            return 1;
        decimal revenue = 0;
        decimal cost = 0;
        for (int row = 0; row < purchases.Count; row++)
        {
            revenue += purchases.Revenue[row];
            cost += purchases.Cost[row];
        }

        return revenue > 0 ? (double)((revenue - cost) / revenue) : 0;
    }
}
