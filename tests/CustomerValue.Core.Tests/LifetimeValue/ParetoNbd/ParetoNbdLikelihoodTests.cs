using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbd;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbd;

/// <summary>One history and a population say the same, and their derivatives are central differences.</summary>
public class ParetoNbdLikelihoodTests
{
    private static readonly SummaryColumns Histories = new(
        TimeUnit.Week,
        [0, 0, 1, 1, 2, 3, 7, 30, 500, 1, 2, 400],
        [0, 0, 5, 20, 38, 3, 30, 39, 38, 1e-9, 39, 10],
        [10, 39, 39, 21, 39, 39, 31, 39, 39, 1000, 39, 39]);

    public static TheoryData<double, double, double, double> Parameters => new()
    {
        { 0.553, 10.578, 0.606, 11.669 },
        { 0.553, 11, 0.606, 11 },
        { 2, 0.01, 1, 300 },
        { 0.01, 300, 5, 0.02 },
        { 40, 500, 1e-3, 1e3 },
        { 1e-3, 1e-2, 30, 1e4 },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Gradient_and_hessian_of_a_population_are_central_differences(double r, double alpha, double s, double beta) =>
        Derivatives.AssertRight(Likelihood(Histories, 0.01), [Math.Log(r), Math.Log(alpha), Math.Log(s), Math.Log(beta)]);

    [Theory]
    [MemberData(nameof(Parameters))]
    public void One_history_says_what_a_population_of_one_does(double r, double alpha, double s, double beta)
    {
        double[] theta = [r, alpha, s, beta];
        double[] gradient = new double[4];
        double[] hessian = new double[16];
        double[] whole = new double[4];
        double[,] wholeHessian = new double[4, 4];
        for (int row = 0; row < Histories.Count; row++)
        {
            PurchaseSummary history = Histories[row];
            double value = new ParetoNbdHistory().Evaluate(theta, history.Frequency, history.Recency, history.Age, gradient, hessian);
            double expected = Likelihood(new SummaryColumns(TimeUnit.Week, [history.Frequency], [history.Recency], [history.Age]), 0).Evaluate(Array.ConvertAll(theta, Math.Log), whole, wholeHessian);
            Relative.Equal(expected, value, 1e-12);
            Relative.Equal(expected, new ParetoNbdModel(r, alpha, s, beta, TimeUnit.Week).LogLikelihood(history), 1e-12);
            for (int i = 0; i < 4; i++)
            {
                Assert.Equal(whole[i], gradient[i], 1e-10 * (1 + Math.Abs(whole[i])));
                for (int j = i; j < 4; j++)
                    Assert.Equal(wholeHessian[i, j], hessian[(4 * i) + j], 1e-10 * (1 + Math.Abs(wholeHessian[i, j])));
            }
        }
    }

    private static ParetoNbdLikelihood Likelihood(SummaryColumns columns, double penalizer) => new(DistinctHistories.Of(columns, default), 39, penalizer);
}
