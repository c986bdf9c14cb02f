using CustomerValue.Labels;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue;

/// <summary>Parts of a report that every fit by likelihood has.</summary>
internal static class FitReports
{
    public static IReadOnlyList<IReadOnlyList<double>> Rows(double[,] covariance) =>
        Enumerable.Range(0, covariance.GetLength(0)).Select(i => Enumerable.Range(0, covariance.GetLength(1)).Select(j => covariance[i, j]).ToArray()).ToArray();

    public static IReadOnlyList<double> StandardErrors(double[,] covariance) =>
        Enumerable.Range(0, covariance.GetLength(0)).Select(i => Math.Sqrt(covariance[i, i])).ToArray();

    /// <summary>Why the fit has no finite maximum, or did not find it; null where it did.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="names">The parameters.</param>
    /// <param name="meaning">What a direction without end, and the parameters where it was left, say of the customers.</param>
    public static LocalizedText? Reason(LikelihoodFit fit, IReadOnlyList<string> names, Func<double[], double[], LocalizedText> meaning)
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
        string moves = string.Join(", ", names.Select((name, i) => (name, part: direction[i] / largest))
            .Where(move => Math.Abs(move.part) > 0.2).Select(move => move.name + (move.part > 0 ? " → ∞" : " → 0")));
        LocalizedText why = meaning(direction, fit.Parameters);
        return new(
            $"The likelihood has no finite maximum: it does not fall as {moves}, so in these data {why.English}. Take a simpler model, more data, or a penalizer such as 0.01.",
            $"似然没有有限的最大值：当 {moves} 时似然不下降，即在这些数据中{why.Chinese}。请改用更简单的模型、更多数据，或加入惩罚系数（如 0.01）。");
    }
}
