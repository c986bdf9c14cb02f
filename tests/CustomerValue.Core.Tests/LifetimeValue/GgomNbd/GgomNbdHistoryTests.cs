using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GgomNbd;
using CustomerValue.Numerics;

namespace CustomerValue.Tests.LifetimeValue.GgomNbd;

/// <summary>The likelihood of one history: its derivatives, its limits, and the population's sum of it.</summary>
public class GgomNbdHistoryTests
{
    private static readonly (int X, double Recency, double Age)[] Histories =
        [(0, 0, 0), (0, 0, 39), (1, 1, 39), (1, 39, 39), (3, 4, 38), (12, 30, 39), (60, 70, 400), (2000, 30, 39)];

    [Theory]
    [InlineData(0.55, 10.6, 0.02, 0.6, 0.3)]
    [InlineData(1, 8, 0.1, 0.7, 40)]
    [InlineData(1, 8, 25, 0.7, 40)]
    [InlineData(0.5, 10, 1e-7, 0.6, 1.2e-6)]
    [InlineData(20, 300, 0.5, 4000, 1e6)]
    [InlineData(0.01, 1e-4, 1e-3, 1e-3, 1e-4)]
    [InlineData(3, 1, 0.05, 1e-4, 1)]
    [InlineData(100, 2000, 2, 0.1, 1e8)]
    public void Gradient_and_hessian_are_central_differences(double r, double alpha, double b, double s, double beta)
    {
        foreach ((int x, double recency, double age) in Histories)
            Derivatives.AssertRight(new OneHistory(x, recency, age), Array.ConvertAll([r, alpha, b, s, beta], Math.Log));
    }

    [Fact]
    public void The_model_and_the_population_say_the_same()
    {
        double[] theta = [0.8, 9, 0.04, 0.7, 3];
        GgomNbdModel model = new(theta[0], theta[1], theta[2], theta[3], theta[4], TimeUnit.Week);
        SummaryColumns columns = new(TimeUnit.Week, Histories.Select(history => history.X).ToArray(), Histories.Select(history => history.Recency).ToArray(), Histories.Select(history => history.Age).ToArray());
        GgomNbdLikelihood population = new(new Population(DistinctHistories.Of(columns, default), Histories.Length, 400, 100, 0));
        double mean = population.Evaluate(Array.ConvertAll(theta, Math.Log), new double[5], new double[5, 5]);
        double[] gradient = new double[5];
        double[] hessian = new double[25];
        double sum = 0;
        foreach ((int x, double recency, double age) in Histories)
        {
            double one = new GgomNbdHistory().Evaluate(theta, x, recency, age, gradient, hessian);
            Assert.Equal(model.LogLikelihood(new(x, recency, age)), one, 1e-11 * Math.Abs(one));
            sum += one;
        }

        Relative.Equal(sum, population.LogLikelihood, 1e-12);
        Relative.Equal(sum / Histories.Length, mean, 1e-12);
    }

    [Fact]
    public void The_population_has_right_derivatives_with_a_penalty()
    {
        SummaryColumns columns = new(TimeUnit.Week, Histories.Select(history => history.X).ToArray(), Histories.Select(history => history.Recency).ToArray(), Histories.Select(history => history.Age).ToArray());
        Population population = new(DistinctHistories.Of(columns, new double[] { 1, 2, 3, 4, 5, 6, 7, 0.5 }), 28.5, 400, 100, 0.1);
        Derivatives.AssertRight(new GgomNbdLikelihood(population), Array.ConvertAll([0.8, 9, 0.04, 0.7, 3], Math.Log));
    }

    private sealed class OneHistory(int x, double recency, double age) : IObjective
    {
        public int Dimension => 5;

        public double Evaluate(double[] point, double[] gradient, double[,] hessian)
        {
            double[] flat = new double[25];
            double value = new GgomNbdHistory().Evaluate(Array.ConvertAll(point, Math.Exp), x, recency, age, gradient, flat);
            for (int i = 0; i < 5; i++)
            {
                for (int j = i; j < 5; j++)
                    hessian[i, j] = hessian[j, i] = flat[(i * 5) + j];
            }

            return value;
        }
    }
}
