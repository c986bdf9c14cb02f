using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.LifetimeValue.Uncertainty;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerValue.LifetimeValue.Updating;

/// <summary>
/// Says when a refit is due: holds what the customers of a fit bought since against what the model expects of each, in total and by
/// classes of frequency. The variance is that of the outcomes and that of the parameters. Where nothing drifted, a test of level 5 %
/// raises a false alarm at most in about one of twenty cases.
/// </summary>
public static class DriftTest
{
    private const int HighestClass = 7;

    /// <summary>Below this the normal approximation of a class says little.</summary>
    private const double FewestExpected = 10;

    /// <summary>Tests.</summary>
    /// <param name="fit">The fit of <paramref name="known"/>.</param>
    /// <param name="known">The customers as they were when the model was fitted; at least one.</param>
    /// <param name="since">What the same customers did since.</param>
    /// <param name="level">How often a false alarm is allowed, in (0, 1).</param>
    /// <exception cref="Validation.DataRejectedException">No customers, or the two have other customers.</exception>
    public static DriftReport Run(FitResult<PurchaseModel> fit, SummaryColumns known, HoldoutColumns since, double level = 0.05)
    {
        if (fit is null)
            throw new ArgumentNullException(nameof(fit));
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level is in (0, 1); 0.05 allows a false alarm in one of twenty cases.");
        HoldoutEvaluation.Check(known, since);
        double[] expected = new double[known.Count];
        double[] variance = new double[known.Count];
        fit.Model.ExpectedPurchases(known, since.Length, expected);
        fit.Model.PurchaseVariances(known, since.Length, variance);
        int[] classOf = Classes(known, expected, out int classes);

        double[] deviations = new double[classes];
        Matrix<double> covariance = Matrix<double>.Build.Dense(classes, classes);
        for (int row = 0; row < expected.Length; row++)
        {
            int group = classOf[Class(known.Frequency[row])];
            deviations[group] += since.Frequency[row] - expected[row];
            covariance[group, group] += variance[row];
        }

        ParameterUncertainty? parameters = ParameterUncertainty.Of(fit);
        if (parameters is not null)
            covariance += Matrix<double>.Build.DenseOfArray(parameters.CovarianceOfSums(model => Sums(model, known, since.Length, classOf, classes)));
        Vector<double> off = Vector<double>.Build.Dense(deviations);
        double total = off.Sum();
        double spread = Math.Sqrt(covariance.RowSums().Sum());
        double z = spread > 0 ? total / spread : 0;
        // Customers of whom nothing is expected give a class without variance, which says nothing.
        double chiSquared = covariance.Diagonal().Minimum() > 0 ? off.DotProduct(covariance.Cholesky().Solve(off)) : 0;
        double ofTotal = 2 * Normal.CDF(0, 1, -Math.Abs(z));
        double ofClasses = 1 - ChiSquared.CDF(classes, Math.Max(0, chiSquared));
        bool due = Math.Min(ofTotal, ofClasses) < level / 2;
        double all = expected.Sum();
        return new()
        {
            Expected = all,
            Actual = (long)Math.Round(all + total),
            Z = z,
            TotalProbability = ofTotal,
            Classes = Describe(known, expected, since, classOf, classes, i => Math.Sqrt(covariance[i, i])),
            ChiSquared = chiSquared,
            ClassProbability = ofClasses,
            HasParameterUncertainty = parameters is not null,
            RefitIsDue = due,
            Reason = Reason(due, ofTotal <= ofClasses, Math.Min(ofTotal, ofClasses), all, all + total),
        };
    }

    /// <summary>The class of each frequency 0 … 7 or more, neighbours joined until each class expects enough.</summary>
    private static int[] Classes(SummaryColumns known, double[] expected, out int classes)
    {
        double[] ofFrequency = new double[HighestClass + 1];
        for (int row = 0; row < expected.Length; row++)
            ofFrequency[Class(known.Frequency[row])] += expected[row];
        int[] classOf = new int[HighestClass + 1];
        double inClass = 0;
        classes = 0;
        double left = ofFrequency.Sum();
        for (int x = 0; x <= HighestClass; x++)
        {
            classOf[x] = classes;
            inClass += ofFrequency[x];
            left -= ofFrequency[x];
            if (inClass < FewestExpected || left < FewestExpected || x == HighestClass)
                continue;
            classes++;
            inClass = 0;
        }

        classes++;
        return classOf;
    }

    private static int Class(int frequency) => Math.Min(frequency, HighestClass);

    private static double[] Sums(PurchaseModel model, SummaryColumns known, double length, int[] classOf, int classes)
    {
        double[] expected = new double[known.Count];
        model.ExpectedPurchases(known, length, expected);
        double[] sums = new double[classes];
        for (int row = 0; row < expected.Length; row++)
            sums[classOf[Class(known.Frequency[row])]] += expected[row];
        return sums;
    }

    private static DriftClass[] Describe(SummaryColumns known, double[] expected, HoldoutColumns since, int[] classOf, int classes, Func<int, double> spread)
    {
        (int[] customers, double[] sums, long[] actual) = (new int[classes], new double[classes], new long[classes]);
        for (int row = 0; row < expected.Length; row++)
        {
            int group = classOf[Class(known.Frequency[row])];
            customers[group]++;
            sums[group] += expected[row];
            actual[group] += since.Frequency[row];
        }

        return Enumerable.Range(0, classes).Select(group => new DriftClass
        {
            From = Array.IndexOf(classOf, group),
            To = group == classes - 1 ? null : Array.LastIndexOf(classOf, group),
            Customers = customers[group],
            Expected = sums[group],
            Actual = actual[group],
            Z = spread(group) > 0 ? (actual[group] - sums[group]) / spread(group) : 0,
        }).ToArray();
    }

    private static LocalizedText Reason(bool due, bool byTotal, double probability, double expected, double actual)
    {
        string p = probability.ToString("0.0###", CultureInfo.InvariantCulture);
        string chance = probability < 0.0001 ? "below 0.0001" : p;
        string chanceChinese = probability < 0.0001 ? "低于 0.0001" : $"为 {p}";
        (string foreseen, string made) = (Wording.Number(Math.Round(expected)), Wording.Number(Math.Round(actual)));
        if (!due)
        {
            return new(
                $"No refit is due: {made} purchases were made where {foreseen} were expected, and so large a deviation is no surprise (probability {chance}).",
                $"无需重新拟合：实际购买 {made} 次，预期 {foreseen} 次，这样的偏差并不意外（概率{chanceChinese}）。");
        }

        return byTotal
            ? new(
                $"A refit is due: {made} purchases were made where {foreseen} were expected; by chance alone so large a deviation has a probability {(probability < 0.0001 ? "" : "of ")}{chance}.",
                $"应重新拟合：实际购买 {made} 次，预期 {foreseen} 次；仅凭偶然出现这样偏差的概率{chanceChinese}。")
            : new(
                $"A refit is due: rare and frequent buyers bought in other proportions than expected; by chance alone that has a probability {(probability < 0.0001 ? "" : "of ")}{chance}.",
                $"应重新拟合：低频与高频客户的购买比例与预期不符；仅凭偶然出现这种情况的概率{chanceChinese}。");
    }
}
