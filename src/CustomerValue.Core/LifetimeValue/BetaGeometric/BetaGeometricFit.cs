using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue.BetaGeometric;

/// <summary>Fits BG/NBD or MBG/NBD and says in words how it went.</summary>
internal static class BetaGeometricFit
{
    private static readonly string[] Names = ["r", "alpha", "a", "b"];

    /// <summary>Logs of (r, α/mean age, a, b) to start from; the later ones for data without dropout, or with hardly any purchase.</summary>
    public static readonly double[][] Starts = [[-0.5, -1.5, 0, 0.7], [0, 0, -3, 1], [-2, -2, 0, 0], [2, 1, 0.5, 3]];

    public static FitResult<PurchaseModel> Fit(string name, bool leavesAtFirst, SummaryColumns columns, FitOptions? options, Func<double[], PurchaseModel> model, CancellationToken cancellationToken) => new HistoryFit
    {
        Name = name,
        Names = Names,
        Likelihood = population => new BetaGeometricLikelihood(population.Histories, leavesAtFirst, population.TimeScale, population.Penalizer),
        Starts = population => Starts.Select(start => new[] { start[0], start[1] + Math.Log(population.MeanAge), start[2], start[3] }).ToArray(),
        Model = model,
        Meaning = Meaning,
        Warnings = (population, theta, converged) => Warnings(leavesAtFirst, "BG/NBD", population.Histories, population.Customers, theta, converged),
    }.Fit(columns, options, cancellationToken);

    /// <summary>What it means for customers that parameters run away.</summary>
    public static LocalizedText Meaning(double[] direction, double[] theta)
    {
        if (Math.Abs(direction[0]) + Math.Abs(direction[1]) > Math.Abs(direction[2]) + Math.Abs(direction[3]))
        {
            return direction[0] < 0
                ? new("hardly any customer buys again, so the purchase rates can't be told", "几乎没有客户复购，无法估计购买频率")
                : new("customers do not differ in how often they buy", "客户之间的购买频率没有差异");
        }

        double leaving = theta[2] / (theta[2] + theta[3]);
        return leaving < 1e-4 ? new("nobody seems to leave", "看不出有客户流失")
            : leaving > 1 - 1e-4 ? new("everybody seems to leave at the first chance", "看起来所有客户一有机会就流失")
            : theta[2] + theta[3] < 1 ? new("customers seem to leave at the first chance or never", "客户要么一有机会就流失，要么从不流失")
            : new("customers do not differ in how likely they are to leave", "客户之间的流失概率没有差异");
    }

    /// <summary>What a reader should know of a fit.</summary>
    /// <param name="leavesAtFirst">Whether the model lets a customer leave after the first purchase.</param>
    /// <param name="name">The name of the model that doesn't.</param>
    /// <param name="histories">The histories fitted.</param>
    /// <param name="customers">Sum of their weights.</param>
    /// <param name="theta">r, α, a, b.</param>
    /// <param name="converged">Whether these are a maximum.</param>
    public static List<LocalizedText> Warnings(bool leavesAtFirst, string name, DistinctHistories histories, double customers, double[] theta, bool converged)
    {
        List<LocalizedText> warnings = [];
        double oneTime = 0;
        for (int i = 0; i < histories.Count && histories.Frequency[i] == 0; i++)
            oneTime += histories.Weight[i];
        string percent = Wording.Percent(oneTime / customers);
        if (!leavesAtFirst && oneTime > 0)
            warnings.Add(new($"{name} takes every customer without a repeat purchase ({percent}) to be alive for certain; M{name} does not.", $"{name} 假定所有未复购的客户（{percent}）必然仍活跃；M{name} 没有这一假定。"));
        if (oneTime > 0.9 * customers)
            warnings.Add(new($"{percent} of the customers bought once only: dropout is told from few histories.", $"{percent} 的客户只购买过一次：流失只能由少数购买记录推断。"));
        if (converged && Math.Max(theta[2], theta[3]) > 1000)
            warnings.Add(new("The parameters of dropout are very large: customers hardly differ in how likely they are to leave.", "流失参数非常大：客户之间的流失概率几乎没有差异。"));
        return warnings;
    }
}
