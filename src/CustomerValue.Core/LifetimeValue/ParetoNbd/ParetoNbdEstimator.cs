using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>Fits <see cref="ParetoNbdModel"/> by maximum likelihood: Newton with the exact Hessian on the logarithms of the parameters.</summary>
public sealed class ParetoNbdEstimator : IPurchaseModelEstimator
{
    private static readonly string[] Names = ["r", "alpha", "s", "beta"];

    /// <summary>Logs of (r, α/mean age, s, β/mean age) to start from; the later ones for data without dropout, or with hardly any purchase.</summary>
    private static readonly double[][] Starts = [[-0.5, -1.5, -0.5, -1], [0, 0, -3, 1], [-2, -2, 0, 0], [2, 1, 0.5, 3]];

    /// <inheritdoc/>
    public string Name => "pareto-nbd";

    /// <inheritdoc/>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) => new HistoryFit
    {
        Name = Name,
        Names = Names,
        Likelihood = population => new ParetoNbdLikelihood(population.Histories, population.TimeScale, population.Penalizer),
        Starts = population => Starts.Select(start => At(start, population)).ToArray(),
        Model = theta => new ParetoNbdModel(theta[0], theta[1], theta[2], theta[3], columns.Unit),
        Meaning = (direction, theta) => Meaning(columns, direction),
        Warnings = Warnings,
    }.Fit(columns, options, cancellationToken);

    /// <summary>Where a fit of these customers starts.</summary>
    internal static double[] Start(Population population) => At(Starts[0], population);

    private static double[] At(double[] start, Population population) =>
        [start[0], start[1] + Math.Log(population.MeanAge), start[2], start[3] + Math.Log(population.MeanAge)];

    /// <summary>What it means for customers that parameters run away.</summary>
    internal static LocalizedText Meaning(SummaryColumns columns, double[] direction)
    {
        if (!BoughtAgain(columns))
            return new("nobody bought again, so neither how often customers buy nor whether they leave can be told", "没有客户复购，因此无法判断购买频率，也无法判断是否流失");
        if (Math.Abs(direction[0]) + Math.Abs(direction[1]) > Math.Abs(direction[2]) + Math.Abs(direction[3]))
        {
            return direction[0] < 0
                ? new("hardly any customer buys again, so the purchase rates can't be told", "几乎没有客户复购，无法估计购买频率")
                : new("customers do not differ in how often they buy", "客户之间的购买频率没有差异");
        }

        double little = 0.2 * direction.Max(Math.Abs);
        return direction[2] > little && direction[3] > little ? new("customers do not differ in how soon they leave", "客户之间的流失速度没有差异")
            : direction[2] < -little && direction[3] < -little ? new("customers seem to leave at once or never", "客户要么立即流失，要么从不流失")
            : direction[2] < direction[3] ? new("nobody seems to leave, and Pareto/NBD becomes NBD", "看不出有客户流失，Pareto/NBD 退化为 NBD")
            : new("everybody seems to leave at once", "看起来所有客户都立即流失");
    }

    private static bool BoughtAgain(SummaryColumns columns)
    {
        foreach (int frequency in columns.Frequency)
        {
            if (frequency > 0)
                return true;
        }

        return false;
    }

    internal static List<LocalizedText> Warnings(Population population, double[] theta, bool converged)
    {
        List<LocalizedText> warnings = [];
        DistinctHistories histories = population.Histories;
        double oneTime = 0;
        for (int i = 0; i < histories.Count && histories.Frequency[i] == 0; i++)
            oneTime += histories.Weight[i];
        if (oneTime > 0.9 * population.Customers)
        {
            string percent = Wording.Percent(oneTime / population.Customers);
            warnings.Add(new($"{percent} of the customers bought once only: dropout is told from few histories.", $"{percent} 的客户只购买过一次：流失只能由少数购买记录推断。"));
        }

        double stay = new AliveBuyer(theta[0], theta[1], theta[2], theta[3]).Survival(population.TimeScale);
        if (converged && stay > 0.99)
            warnings.Add(new("Hardly anybody is seen to leave: of new customers, more than 99% stay for the longest time observed. NBD, which knows no dropout, says nearly the same with two parameters.", "几乎看不出有客户流失：在最长观察期内，超过 99% 的新客户仍然活跃。没有流失机制的 NBD 只用两个参数即可得到几乎相同的结论。"));
        if (converged && Math.Max(theta[2], theta[3] / population.TimeScale) > 1000)
            warnings.Add(new("The parameters of dropout are very large: customers hardly differ in how soon they leave.", "流失参数非常大：客户之间的流失速度几乎没有差异。"));
        return warnings;
    }
}
