using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BetaGeometric;
using CustomerValue.Numerics;

namespace CustomerValue.Tests.LifetimeValue.BetaGeometric;

/// <summary>One history of BG/NBD and MBG/NBD: 60-digit values, its derivatives, and the population's likelihood, which is its sum.</summary>
public class BetaGeometricHistoryTests
{
    [Theory]
    [InlineData(false, 0.243, 4.414, 0.793, 2.426, 0, 0, 39, -0.55549816084146328115)]
    [InlineData(false, 0.243, 4.414, 0.793, 2.426, 2, 30.43, 38.86, -9.4586063070662712451)]
    [InlineData(true, 0.525, 6.183, 0.891, 1.614, 0, 0, 39, -0.54047212122250198473)]
    [InlineData(true, 0.525, 6.183, 0.891, 1.614, 29, 38, 39, -45.048444788046978886)]
    [InlineData(true, 1e6, 1e7, 1e-6, 1e3, 7, 30, 39, -20.018094351499983565)]
    [InlineData(false, 1e-4, 1e-3, 1e4, 1e-4, 3, 2, 39, -38.229965603627786261)]
    [InlineData(true, 2.5, 0.01, 0.3, 0.7, 1500, 380, 400, 537.46004744634910649)]
    public void Sixty_digit_values_to_1e_11(bool leavesAtFirst, double r, double alpha, double a, double b, int x, double recency, double age, double expected) =>
        Relative.Equal(expected, new BetaGeometricHistory(leavesAtFirst).Evaluate([r, alpha, a, b], x, recency, age, new double[4], new double[16]), 1e-11);

    [Theory]
    [InlineData(false, 0.243, 4.414, 0.793, 2.426, 0, 0, 39)]
    [InlineData(false, 0.243, 4.414, 0.793, 2.426, 1, 5, 39)]
    [InlineData(true, 0.525, 6.183, 0.891, 1.614, 0, 0, 39)]
    [InlineData(true, 0.525, 6.183, 0.891, 1.614, 7, 20, 39)]
    [InlineData(true, 2.5, 0.01, 0.3, 0.7, 1500, 380, 400)]
    [InlineData(true, 1e-3, 300, 40, 1e-2, 3, 2, 39)]
    public void Derivatives_are_central_differences(bool leavesAtFirst, double r, double alpha, double a, double b, int x, double recency, double age) =>
        Derivatives.AssertRight(new OneHistory(new BetaGeometricHistory(leavesAtFirst), new(x, recency, age)), [Math.Log(r), Math.Log(alpha), Math.Log(a), Math.Log(b)]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_population_is_the_sum_of_its_histories(bool leavesAtFirst)
    {
        PurchaseSummary[] histories = [new(0, 0, 10), new(0, 0, 39), new(1, 5, 39), new(2, 38, 39), new(30, 39, 39), new(1200, 300, 400)];
        SummaryColumns columns = new(TimeUnit.Week, [.. histories.Select(h => h.Frequency)], [.. histories.Select(h => h.Recency)], [.. histories.Select(h => h.Age)]);
        double[] theta = [0.525, 6.183, 0.891, 1.614];
        double[] gradient = new double[4];
        double[,] hessian = new double[4, 4];
        double total = histories.Length * new BetaGeometricLikelihood(DistinctHistories.Of(columns, default), leavesAtFirst, 400, 0).Evaluate(Array.ConvertAll(theta, Math.Log), gradient, hessian);
        double[] g = new double[4];
        double[] h = new double[16];
        double[] sumG = new double[4];
        double[] sumH = new double[16];
        foreach (PurchaseSummary history in histories)
        {
            total -= new BetaGeometricHistory(leavesAtFirst).Evaluate(theta, history.Frequency, history.Recency, history.Age, g, h);
            for (int i = 0; i < 16; i++)
                sumH[i] += h[i];
            for (int i = 0; i < 4; i++)
                sumG[i] += g[i];
        }

        Assert.Equal(0, total, 1e-8);
        for (int i = 0; i < 4; i++)
        {
            Relative.Equal(gradient[i] * histories.Length, sumG[i], 1e-9);
            for (int j = i; j < 4; j++)
                Relative.Equal(hessian[i, j] * histories.Length, sumH[(4 * i) + j], 1e-9);
        }
    }
}

/// <summary>One history as something to maximise.</summary>
internal sealed class OneHistory(IHistoryLikelihood likelihood, PurchaseSummary history) : IObjective
{
    public int Dimension => likelihood.Dimension;

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double[] h = new double[x.Length * x.Length];
        double value = likelihood.Evaluate(Array.ConvertAll(x, Math.Exp), history.Frequency, history.Recency, history.Age, gradient, h);
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i; j < x.Length; j++)
                hessian[i, j] = hessian[j, i] = h[(i * x.Length) + j];
        }

        return value;
    }
}
