using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Validation;
using MathNet.Numerics.Statistics;

namespace CustomerValue.LifetimeValue.GammaGamma;

/// <summary>Fits <see cref="GammaGammaModel"/> to mean spends by maximum likelihood: Newton with the exact Hessian on the logarithms of the parameters.</summary>
public sealed class GammaGammaEstimator : ISpendModelEstimator
{
    private static readonly string[] Names = ["p", "q", "v"];

    /// <summary>Logs of (p, q, v/mean spend) to start from.</summary>
    private static readonly double[][] Starts = [[1, 1, 0], [0, 0, 0], [3, 2, 0], [-1, 0.5, 1]];

    /// <inheritdoc/>
    public string Name => "gamma-gamma";

    /// <inheritdoc/>
    public FitResult<SpendModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        Fit(columns, options, each: false, cancellationToken);

    /// <summary>Fits on the means, or on each purchase as far as the sums of logs are known. The model is the same.</summary>
    internal static FitResult<SpendModel> Fit(SummaryColumns columns, FitOptions? options, bool each, CancellationToken cancellationToken)
    {
        options ??= new FitOptions();
        List<DataProblem> problems = ColumnCheck.ForFit(columns, options);
        if (!columns.HasSpend)
            problems.Add(new DataProblem { Field = "spend", Message = "The summaries have no spend; summarise purchases with amounts." });
        if (each)
            problems.AddRange(PurchaseSpread.Problems(columns).Take(DataRejectedException.ProblemsInFull));
        problems.AddRange(ParameterCheck.Start(options.Start, Names));
        if (problems.Count > 0)
            throw new DataRejectedException(problems);

        double[]? weights = options.Weights?.ToArray();
        PurchaseSpread? spread = each ? new(columns, weights) : null;
        GammaGammaLikelihood likelihood = new(columns, weights, options.Penalizer, spread);
        if (likelihood.Count == 0)
            throw new DataRejectedException(new DataProblem { Field = "spend", Message = "No customer has a repeat purchase with a mean spend above 0; there is nothing to fit spend on." });

        List<double[]> starts = [.. Starts.Select(start => new[] { start[0], start[1], start[2] + Math.Log(likelihood.SpendScale) })];
        if (options.Start is { } warm)
            starts.Insert(0, Names.Select(name => Math.Log(warm.First(parameter => parameter.Name == name).Value)).ToArray());
        LikelihoodFit fit = LikelihoodFit.Run(likelihood, likelihood.Customers, starts, options.MaxIterations, cancellationToken);
        likelihood.Evaluate(fit.Maximum.X, new double[3], new double[3, 3]);
        double[] theta = fit.Parameters;
        FitReport report = FitReports.Of("gamma-gamma", Names, fit, likelihood.Customers, likelihood.Count, likelihood.LogLikelihood, Meaning, Warnings(columns, theta, spread));
        return new FitResult<SpendModel> { Model = new GammaGammaModel(theta[0], theta[1], theta[2]), Report = report };
    }

    private static LocalizedText Meaning(double[] direction, double[] theta) => direction[0] > 0 && Math.Abs(direction[0]) >= Math.Abs(direction[1])
        ? new("a customer's purchases hardly differ in value", "同一客户各次购买的金额几乎没有差异")
        : direction[1] > 0
            ? new("customers do not differ in what they spend", "客户之间的消费金额没有差异")
            : new("the spread of spend can't be told from so few customers", "客户太少，无法估计消费金额的离散程度");

    private static List<LocalizedText> Warnings(SummaryColumns columns, double[] theta, PurchaseSpread? spread)
    {
        List<LocalizedText> warnings = [];
        int passedOver = 0;
        List<double> frequencies = [];
        List<double> spends = [];
        for (int row = 0; row < columns.Count; row++)
        {
            if (columns.Frequency[row] == 0)
                continue;
            if (columns.Spend[row] <= 0)
            {
                passedOver++;
                continue;
            }

            frequencies.Add(columns.Frequency[row]);
            spends.Add(columns.Spend[row]);
        }

        double correlation = Correlation.Pearson(frequencies, spends);
        string rounded = Wording.Number(correlation);
        if (passedOver > 0)
            warnings.Add(new($"The fit of spend passes over {Wording.Count(passedOver, "customer")} with repeat purchases but a mean spend of 0 or less.", $"有 {Wording.Number(passedOver)} 位复购客户的平均消费不大于 0，未参与拟合。"));
        if (spread is { Unknown: > 0 })
            warnings.Add(new($"The logs of single purchases are unknown for {Wording.Count(spread.Unknown, "customer")}, whose mean counts alone; summarise with the sums of logs.", $"有 {Wording.Number(spread.Unknown)} 位客户的单次购买对数未知，仅按其均值计入；请在汇总时包含对数和。"));
        if (Math.Abs(correlation) > 0.3)
            warnings.Add(new($"Spend and frequency are correlated ({rounded}); the model takes them as independent, so the values of frequent buyers are biased.", $"消费金额与购买频率相关（{rounded}）；模型假定二者独立，高频客户的价值会有偏差。"));
        if (theta[1] <= 1)
            warnings.Add(new("The fitted spend has no finite mean (q ≤ 1): customers without a repeat purchase have no expected spend.", "拟合的消费分布没有有限均值（q ≤ 1）：未复购客户没有期望消费金额。"));
        return warnings;
    }
}
