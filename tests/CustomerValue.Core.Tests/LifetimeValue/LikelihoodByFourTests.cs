using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BetaGeometric;
using CustomerValue.Numerics;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>Histories taken four at a time say what each says alone: value, gradient and Hessian to 1e-12 of their terms.</summary>
public class LikelihoodByFourTests
{
    [Theory]
    [InlineData(false, 0.243, 4.414, 0.793, 2.426)]
    [InlineData(true, 0.525, 6.183, 0.891, 1.614)]
    [InlineData(false, 1e7, 1e8, 1e-6, 1e3)] // hardly any difference between customers, hardly any dropout
    [InlineData(true, 1e-6, 1e-5, 1e6, 1e-5)] // hardly any repeat purchase, and everybody leaves
    [InlineData(true, 40, 1e-3, 1e-4, 1e-4)] // odds beyond the range of the exponential
    public void Together_they_sum_to_what_they_say_alone(bool leavesAtFirst, double r, double alpha, double a, double b)
    {
        int[] frequency = [0, 0, 1, 1, 2, 3, 7, 30, 500, 1, 2];
        double[] recency = [0, 0, 5, 20, 38, 3, 30, 39, 38, 1e-9, 39];
        double[] age = [10, 39, 39, 21, 39, 39, 31, 39, 39, 1000, 39];
        double[] weight = [3, 1, 1, 2, 1, 0.5, 1, 1, 1, 1, 4];
        double[] x = [Math.Log(r), Math.Log(alpha), Math.Log(a), Math.Log(b)];
        double[] together = Terms(new SummaryColumns(TimeUnit.Week, frequency, recency, age), weight);
        double[] alone = new double[together.Length];
        double[] size = new double[together.Length];
        for (int row = 0; row < frequency.Length; row++)
        {
            double[] terms = Terms(new SummaryColumns(TimeUnit.Week, [frequency[row]], [recency[row]], [age[row]]), [weight[row]]);
            for (int i = 0; i < terms.Length; i++)
            {
                alone[i] += terms[i];
                size[i] += Math.Abs(terms[i]);
            }
        }

        for (int i = 0; i < together.Length; i++)
            Assert.InRange(together[i], alone[i] - (1e-12 * (1 + size[i])), alone[i] + (1e-12 * (1 + size[i])));

        double[] Terms(SummaryColumns columns, double[] weights)
        {
            double[] gradient = new double[4];
            double[,] hessian = new double[4, 4];
            BetaGeometricLikelihood likelihood = new(DistinctHistories.Of(columns, weights), leavesAtFirst, 39, 0);
            double value = likelihood.Evaluate(x, gradient, hessian);
            return [.. new[] { value }.Concat(gradient).Concat(hessian.Cast<double>()).Select(term => term * weights.Sum())];
        }
    }
}
