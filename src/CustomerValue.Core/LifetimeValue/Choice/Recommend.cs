using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue.Choice;

/// <summary>The rule by which a model is recommended, in numbers and in words.</summary>
internal static class Recommend
{
    /// <summary>What is taken where nothing speaks clearly against it.</summary>
    public const string Standard = "mbg-nbd";

    public static Recommendation From(IReadOnlyList<ModelEvaluation> models, IReadOnlyList<ForecastOrigin> origins)
    {
        ModelEvaluation[] able = [.. models.Where(model => model.Failure is null)];
        if (able.Length == 0)
        {
            return new()
            {
                Model = null,
                Reason = new("No model has a finite optimum on these data; the models' own reasons say why.", "这些数据上没有任何模型存在有限的最优解，原因见各模型的说明。"),
                Pairs = [],
            };
        }

        bool standardFailed = models.Any(model => model.Model == Standard && model.Failure is not null);
        ModelEvaluation reference = able.FirstOrDefault(model => model.Model == Standard)
            ?? (standardFailed ? able.OrderByDescending(model => model.LogScore!.Value.Mean).First() : able[0]);
        PairedComparison[] pairs = [.. able.Where(model => model != reference).Select(model => Pair(model, reference, origins))];
        PairedComparison? best = standardFailed ? null : pairs.Where(pair => pair.IsClearlyBetter).OrderByDescending(pair => pair.Gain).FirstOrDefault();
        LocalizedText reason = standardFailed ? Instead(reference)
            : best is not null ? Better(best, able.First(model => model.Model == best.Model), reference)
            : Kept(reference, pairs);
        return new() { Model = best?.Model ?? reference.Model, Reason = reason, Pairs = pairs };
    }

    /// <summary>The mean difference with its standard error, clustered by customer: the differences of one customer at several origins are added up first.</summary>
    private static PairedComparison Pair(ModelEvaluation model, ModelEvaluation reference, IReadOnlyList<ForecastOrigin> origins)
    {
        Dictionary<CustomerId, (double Sum, int Count)> ofCustomers = [];
        List<(double Sum, int Count)> ofStrangers = [];
        for (int origin = 0; origin < origins.Count; origin++)
        {
            ReadOnlySpan<CustomerId> ids = origins[origin].Calibration.Customers;
            double[] gains = [.. model.CustomerScores[origin]!.Zip(reference.CustomerScores[origin]!, (own, other) => own - other)];
            for (int row = 0; row < gains.Length; row++)
            {
                if (ids.IsEmpty)
                {
                    ofStrangers.Add((gains[row], 1));
                    continue;
                }

                (double sum, int count) = ofCustomers.TryGetValue(ids[row], out (double, int) known) ? known : default;
                ofCustomers[ids[row]] = (sum + gains[row], count + 1);
            }
        }

        (double Sum, int Count)[] clusters = [.. ofStrangers, .. ofCustomers.Values];
        double all = clusters.Sum(cluster => (double)cluster.Count);
        double gain = clusters.Sum(cluster => cluster.Sum) / all;
        double squares = clusters.Sum(cluster => (cluster.Sum - (gain * cluster.Count)) * (cluster.Sum - (gain * cluster.Count)));
        double few = clusters.Length > 1 ? clusters.Length / (clusters.Length - 1.0) : double.PositiveInfinity;
        return new()
        {
            Model = model.Model,
            Reference = reference.Model,
            Gain = gain,
            StandardError = Math.Sqrt(squares * few) / all,
            TotalIsNoWorse = Math.Abs(model.TotalError) <= Math.Abs(reference.TotalError),
        };
    }

    private static LocalizedText Instead(ModelEvaluation taken)
    {
        string score = Digits(taken.LogScore!.Value.Mean);
        return new(
            $"{Standard} has no finite optimum on these data. Of the models that have one, {taken.Model} forecasts the holdout best, with a log score of {score} a customer.",
            $"{Standard} 在这些数据上没有有限的最优解；在有最优解的模型中，{taken.Model} 对检验期的预测最好，人均对数得分 {score}。");
    }

    private static LocalizedText Better(PairedComparison best, ModelEvaluation taken, ModelEvaluation reference)
    {
        (string gain, string error, string own, string other) = (Digits(best.Gain), Digits(best.StandardError), Off(taken), Off(reference));
        return new(
            $"{best.Model} forecasts the holdout clearly better than {best.Reference}: its log score is higher by {gain} a customer, more than two standard errors of {error}, and its total is off by {own} where {best.Reference} is off by {other}.",
            $"{best.Model} 对检验期的预测明显优于 {best.Reference}：人均对数得分高 {gain}，超过标准误 {error} 的两倍；总量偏差 {own}，而 {best.Reference} 为 {other}。");
    }

    private static LocalizedText Kept(ModelEvaluation reference, PairedComparison[] pairs)
    {
        if (pairs.Length == 0)
            return new($"{reference.Model} is the only model with a finite optimum on these data.", $"{reference.Model} 是这些数据上唯一存在有限最优解的模型。");
        PairedComparison closest = pairs.OrderBy(pair => pair.IsSame).ThenByDescending(pair => pair.Gain).First();
        if (closest.IsSame)
            return new($"{reference.Model} is kept: on these data {closest.Model} makes the same forecasts.", $"沿用 {reference.Model}：在这些数据上 {closest.Model} 给出相同的预测。");
        (string gain, string error) = (Digits(Math.Abs(closest.Gain)), Digits(closest.StandardError));
        if (closest.Gain > 2 * closest.StandardError && !closest.TotalIsNoWorse)
        {
            return new(
                $"{reference.Model} is kept: {closest.Model} has a log score higher by {gain} a customer (standard error {error}), but its total is further off.",
                $"沿用 {reference.Model}：{closest.Model} 的人均对数得分高 {gain}（标准误 {error}），但总量偏差更大。");
        }

        (string english, string chinese) = closest.Gain > 0 ? ("higher", "高") : ("lower", "低");
        return new(
            $"{reference.Model} is kept: no other model forecasts the holdout clearly better. The closest, {closest.Model}, has a log score {english} by {gain} a customer (standard error {error}).",
            $"沿用 {reference.Model}：没有其他模型的预测明显更好。最接近的 {closest.Model} 人均对数得分{chinese} {gain}（标准误 {error}）。");
    }

    /// <summary>How far the total of all holdouts is off.</summary>
    private static string Off(ModelEvaluation model)
    {
        long actual = model.Trials.Sum(trial => trial.Accuracy!.ActualTotal);
        return actual > 0 ? Wording.Percent(Math.Abs(model.TotalError) / actual) : Wording.Number(Math.Abs(model.TotalError));
    }

    private static string Digits(double value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
