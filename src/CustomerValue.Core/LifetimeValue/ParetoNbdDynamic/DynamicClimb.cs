using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>The two fits of a population: without covariates, and from there with them.</summary>
internal sealed class DynamicClimb
{
    /// <summary>Logs of (r, α/mean age, s, β/mean age) to start from; the later ones for data without dropout, or with hardly any purchase.</summary>
    private static readonly double[][] Starts = [[-0.5, -1.5, -0.5, -1], [0, 0, -3, 1], [-2, -2, 0, 0], [1, 1, 1, 1]];

    private readonly string name;
    private readonly CovariateHistories histories;
    private readonly FitOptions options;
    private readonly CancellationToken cancellationToken;
    private readonly CovariateScales scales;
    private readonly double timeScale;
    private readonly double logMeanAge;

    public DynamicClimb(string name, CovariateHistories histories, FitOptions options, CancellationToken cancellationToken)
    {
        this.name = name;
        this.histories = histories;
        this.options = options;
        this.cancellationToken = cancellationToken;
        scales = CovariateScales.Of(histories, options.Weights);
        double total = 0;
        double age = 0;
        for (int row = 0; row < histories.Count; row++)
        {
            double weight = options.Weights?[row] ?? 1;
            total += weight;
            age += weight * histories.Columns.Age[row];
            timeScale = weight > 0 ? Math.Max(timeScale, histories.Columns.Age[row]) : timeScale;
        }

        logMeanAge = Math.Log(age / total);
    }

    /// <summary>Pareto/NBD.</summary>
    public (LikelihoodFit Fit, FitReport Report) Plain()
    {
        List<double[]> starts = [.. Generic(0)];
        if (options.Start is { } warm)
            starts.Insert(0, EffectNames.Shared.Select(name => Math.Log(warm.First(parameter => parameter.Name == name).Value)).ToArray());
        return Climb(new EffectNames([], []), starts);
    }

    /// <summary>With effects, from where the plain fit ended; from elsewhere only if there is no finite maximum from there.</summary>
    public FitReport WithEffects(EffectNames effects, LikelihoodFit plain)
    {
        CovariateMap map = new(histories.Paths, effects, scales);
        List<double[]> starts = [];
        if (options.Start is { } warm)
            starts.Add(map.Inward(effects.Parameters.Select(name => warm.First(parameter => parameter.Name == name).Value).ToArray()));
        if (plain.Converged)
            starts.Add([.. plain.Maximum.X, .. new double[effects.Count]]);
        starts.AddRange(Generic(effects.Count));
        (LikelihoodFit fit, FitReport report) = Climb(effects, starts);
        double[] natural = map.Outward(fit.Maximum.X);
        if (natural.Take(4).Any(value => !(value > 0) || double.IsInfinity(value)))
        {
            throw new DataRejectedException(new DataProblem
            {
                Field = "covariates",
                Message = "alpha or beta has no finite value where all covariates are 0, as some covariate lies very far from 0; subtract its mean, or count from a nearer origin.",
            });
        }

        double[][]? covariance = report.Covariance is null ? null : map.Covariance(fit.Covariance(report.Customers)!, natural, fit.Parameters);
        return report with
        {
            Parameters = effects.Parameters.Zip(natural, (name, value) => new ModelParameter(name, value)).ToArray(),
            Covariance = covariance,
            StandardErrors = covariance?.Select((row, i) => Math.Sqrt(row[i])).ToArray(),
            Iterations = report.Iterations + plain.Maximum.Iterations,
            Evaluations = report.Evaluations + plain.Maximum.Evaluations,
        };
    }

    private (LikelihoodFit Fit, FitReport Report) Climb(EffectNames effects, IReadOnlyList<double[]> starts)
    {
        DynamicPopulation population = DynamicPopulation.Of(histories, histories.Paths.Columns(effects.Purchase), histories.Paths.Columns(effects.Dropout), options.Weights, scales);
        DynamicLikelihood likelihood = new(population, timeScale, options.Penalizer, cancellationToken);
        double customers = population.Weight;
        LikelihoodFit fit = LikelihoodFit.Run(likelihood, customers, starts, options.MaxIterations, cancellationToken, logarithms: 4);
        int n = likelihood.Dimension;
        likelihood.Evaluate(fit.Maximum.X, new double[n], new double[n, n]);
        List<LocalizedText> warnings = [];
        double oneTime = population.Customers.Where(customer => customer.Frequency == 0).Sum(customer => customer.Weight) / customers;
        if (oneTime > 0.9)
            warnings.Add(new($"{Wording.Percent(oneTime)} of the customers bought once only: dropout is told from few histories.", $"{Wording.Percent(oneTime)} 的客户只购买过一次：流失只能由少数购买记录推断。"));
        return (fit, FitReports.Of(name, effects.Parameters, fit, customers, population.Customers.Length, likelihood.LogLikelihood, Meaning, warnings));
    }

    private double[][] Generic(int effects) =>
        Starts.Select(start => (double[])[start[0], start[1] + logMeanAge, start[2], start[3] + logMeanAge, .. new double[effects]]).ToArray();

    /// <summary>What it means for customers that parameters run away.</summary>
    private static LocalizedText Meaning(double[] direction, double[] theta)
    {
        double purchases = Math.Abs(direction[0]) + Math.Abs(direction[1]);
        double dropout = Math.Abs(direction[2]) + Math.Abs(direction[3]);
        if (direction.Skip(4).Select(Math.Abs).DefaultIfEmpty(0).Max() > Math.Max(purchases, dropout) / 2)
            return new("the effect of a covariate can't be told: it hardly changes while customers are observed, follows from others, or nothing happens where it is high", "无法估计某个协变量的影响：它在观察期内几乎不变、可由其他协变量推出，或在其取值高时没有任何事件发生");
        if (purchases > dropout)
        {
            return direction[0] < 0
                ? new("hardly any customer buys again, so the purchase rates can't be told", "几乎没有客户复购，无法估计购买频率")
                : new("customers do not differ in how often they buy", "客户之间的购买频率没有差异");
        }

        return direction[3] > direction[2] ? new("nobody seems to leave", "看不出有客户流失")
            : direction[3] < 0 ? new("customers seem to leave at once or never", "客户要么立即流失，要么从不流失")
            : new("customers do not differ in how soon they leave", "客户之间的流失快慢没有差异");
    }
}
