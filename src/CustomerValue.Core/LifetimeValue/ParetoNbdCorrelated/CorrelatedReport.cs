using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdCorrelated;

/// <summary>The report of a fit with correlation: m in place of the position between its bounds, and what the correlation is worth.</summary>
internal static class CorrelatedReport
{
    /// <summary>Half of the 95 % point of χ² with one degree of freedom.</summary>
    private const double WorthTelling = 1.920729;

    public static FitReport Of(
        string name,
        IReadOnlyList<string> names,
        LikelihoodFit fit,
        double[] theta,
        double correlation,
        bool onBound,
        Population population,
        SummaryColumns columns,
        double logLikelihood,
        FitReport plain)
    {
        List<LocalizedText> warnings = ParetoNbdEstimator.Warnings(population, theta, fit.Converged);
        double gain = logLikelihood - plain.LogLikelihood;
        string rho = correlation.ToString("0.####", CultureInfo.InvariantCulture);
        if (onBound)
        {
            warnings.Add(new(
                $"The correlation, {rho}, is on the bound of what this model allows in this unit of time: purchase and dropout rates may hang together more closely than it can say. There are no standard errors on a bound, and the likelihood-ratio test against Pareto/NBD is a rough guide only.",
                $"相关系数 {rho} 位于该模型在此时间单位下所允许的边界上：购买率与流失率的实际关联可能比模型所能表达的更强。边界上没有标准误，与 Pareto/NBD 的似然比检验也只能作粗略参考。"));
        }

        if (gain < WorthTelling)
        {
            string rise = Math.Max(0, gain).ToString("0.###", CultureInfo.InvariantCulture);
            warnings.Add(new(
                $"Purchase and dropout rates are not seen to hang together: the log-likelihood is {rise} above that of Pareto/NBD, less than the 1.92 a 5% test asks for. Pareto/NBD says the same with one parameter less.",
                $"看不出购买率与流失率相关：对数似然仅比 Pareto/NBD 高 {rise}，低于 5% 检验所要求的 1.92。Pareto/NBD 少用一个参数即可得到相同结论。"));
        }

        FitReport report = FitReports.Of(name, names, fit, population.Customers, population.Histories.Count, logLikelihood, (direction, _) => ParetoNbdEstimator.Meaning(columns, direction), warnings);
        double[][]? covariance = onBound ? null : Covariance(theta, report.Covariance);
        return report with
        {
            Parameters = [.. names.Zip(theta, (parameter, value) => new ModelParameter(parameter, value))],
            Covariance = covariance,
            StandardErrors = covariance?.Select((row, i) => Math.Sqrt(row[i])).ToArray(),
        };
    }

    /// <summary>By the delta method from t to m = t·e^(h1 + h2 − (e1 + e2)/2).</summary>
    private static double[][]? Covariance(double[] theta, IReadOnlyList<IReadOnlyList<double>>? byPosition)
    {
        if (byPosition is null)
            return null;
        LinkJet first = new(theta[0], theta[1]);
        LinkJet second = new(theta[2], theta[3]);
        double[] slope =
        [
            theta[4] * (first.H - (first.Shape / 2)) / theta[0],
            theta[4] * (first.HScale - (first.Scale / 2)) / theta[1],
            theta[4] * (second.H - (second.Shape / 2)) / theta[2],
            theta[4] * (second.HScale - (second.Scale / 2)) / theta[3],
            Math.Exp(first.H + second.H - ((first.Value + second.Value) / 2)),
        ];
        double[] withM = [.. Enumerable.Range(0, 5).Select(i => Enumerable.Range(0, 5).Sum(j => byPosition[i][j] * slope[j]))];
        double own = Enumerable.Range(0, 5).Sum(i => slope[i] * withM[i]);
        return [.. Enumerable.Range(0, 5).Select(i => Enumerable.Range(0, 5).Select(j => i < 4 && j < 4 ? byPosition[i][j] : i < 4 ? withM[i] : j < 4 ? withM[j] : own).ToArray())];
    }
}
