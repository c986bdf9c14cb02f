using CustomerValue.Labels;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue;

/// <summary>Parts of a report that every fit by likelihood has.</summary>
internal static class FitReports
{
    /// <summary>The report of a fit.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="names">Its parameters.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="customers">Sum of the weights.</param>
    /// <param name="distinct">Distinct rows.</param>
    /// <param name="logLikelihood">Summed, at the fit's parameters, without a penalty.</param>
    /// <param name="meaning">What a direction without end, and the parameters where it was left, say of the customers.</param>
    /// <param name="warnings">What else a reader should know.</param>
    public static FitReport Of(
        string model,
        IReadOnlyList<string> names,
        LikelihoodFit fit,
        double customers,
        int distinct,
        double logLikelihood,
        Func<double[], double[], LocalizedText> meaning,
        IReadOnlyList<LocalizedText> warnings)
    {
        double[,]? covariance = fit.Covariance(customers);
        return new FitReport
        {
            Model = model,
            Parameters = names.Zip(fit.Parameters, (name, value) => new ModelParameter(name, value)).ToArray(),
            Customers = customers,
            DistinctHistories = distinct,
            LogLikelihood = logLikelihood,
            GradientNorm = fit.Maximum.GradientNorm,
            Covariance = covariance is null ? null : Rows(covariance),
            StandardErrors = covariance is null ? null : StandardErrors(covariance),
            Iterations = fit.Maximum.Iterations,
            Evaluations = fit.Maximum.Evaluations,
            Converged = fit.Converged,
            Reason = Reason(fit, names, meaning),
            Warnings = warnings,
        };
    }

    /// <summary>A matrix row by row.</summary>
    public static double[][] Rows(double[,] covariance) =>
        Enumerable.Range(0, covariance.GetLength(0)).Select(i => Enumerable.Range(0, covariance.GetLength(1)).Select(j => covariance[i, j]).ToArray()).ToArray();

    /// <summary>The roots of the diagonal; 0 where rounding took it below.</summary>
    public static double[] StandardErrors(double[,] covariance) =>
        Enumerable.Range(0, covariance.GetLength(0)).Select(i => Math.Sqrt(Math.Max(0, covariance[i, i]))).ToArray();

    /// <summary>Why the fit has no finite maximum, or did not find it; null where it did.</summary>
    private static LocalizedText? Reason(LikelihoodFit fit, IReadOnlyList<string> names, Func<double[], double[], LocalizedText> meaning)
    {
        if (fit.Converged)
            return null;
        if (fit.Endless is not { } direction)
        {
            return new(
                "The search stopped before the likelihood stopped rising; allow more iterations, or add a penalizer such as 0.01.",
                "似然仍在上升时搜索已停止；请增加迭代次数，或加入惩罚系数（如 0.01）。");
        }

        double largest = direction.Max(Math.Abs);
        string moves = string.Join(", ", names.Select((name, i) => (name, part: direction[i] / largest, positive: i < fit.Logarithms))
            .Where(move => Math.Abs(move.part) > 0.2).Select(move => move.name + (move.part > 0 ? " → ∞" : move.positive ? " → 0" : " → −∞")));
        LocalizedText why = meaning(direction, fit.Parameters);
        return new(
            $"The likelihood has no finite maximum: it does not fall as {moves}, so in these data {why.English}. Take a simpler model, more data, or a penalizer such as 0.01.",
            $"似然没有有限的最大值：当 {moves} 时似然不下降，即在这些数据中{why.Chinese}。请改用更简单的模型、更多数据，或加入惩罚系数（如 0.01）。");
    }
}
