using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.LifetimeValue.ParetoNbdHb;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdHb;

public class ParetoNbdHbModelTests : PurchaseModelLaws
{
    private static readonly double[][] Sampled = [[0.55, 10.6, 0.6, 11.7], [0.58, 10.9, 0.5, 9], [0.52, 10.3, 0.9, 21]];

    protected override IReadOnlyList<PurchaseModel> Models { get; } =
    [
        new ParetoNbdHbModel([0.55, 10.6, 0.66, 13.9], Sampled, TimeUnit.Week),
        new ParetoNbdHbModel([2, 0.5, 3, 40], [[2, 0.5, 3, 40], [0.1, 30, 0.01, 2]], TimeUnit.Week),
    ];

    protected override int Draws => 8000;

    [Fact]
    public void One_draw_is_Pareto_NBD()
    {
        ParetoNbdHbModel one = new([0.55, 10.6, 0.6, 11.7], [], TimeUnit.Week);
        ParetoNbdModel plain = new(0.55, 10.6, 0.6, 11.7, TimeUnit.Week);
        foreach (PurchaseSummary history in Histories)
        {
            Relative.Equal(plain.LogLikelihood(history), one.LogLikelihood(history), 1e-13);
            Relative.Equal(plain.ProbabilityAlive(history, 10), one.ProbabilityAlive(history, 10), 1e-13);
            Relative.Equal(plain.ExpectedPurchases(history, 39), one.ExpectedPurchases(history, 39), 1e-13);
            Assert.Equal(plain.PurchaseQuantile(history, 39, 0.9), one.PurchaseQuantile(history, 39, 0.9));
        }
    }

    [Fact]
    public void What_it_says_is_the_mean_of_what_its_draws_say()
    {
        ParetoNbdModel[] draws = [.. Sampled.Select(draw => new ParetoNbdModel(draw[0], draw[1], draw[2], draw[3], TimeUnit.Week))];
        PurchaseModel model = Models[0];
        foreach (PurchaseSummary history in Histories)
        {
            Relative.Equal(draws.Average(draw => draw.ProbabilityAlive(history, 5)), model.ProbabilityAlive(history, 5), 1e-12);
            Relative.Equal(draws.Average(draw => draw.ExpectedPurchases(history, 39)), model.ExpectedPurchases(history, 39), 1e-12);
            Relative.Equal(draws.Average(draw => draw.DiscountedExpectedResidualTransactions(history, 0.1)), model.DiscountedExpectedResidualTransactions(history, 0.1), 1e-11);
            Assert.Equal(draws.Average(draw => draw.ProbabilityOfPurchases(2, history, 39)), model.ProbabilityOfPurchases(2, history, 39), 1e-12);
            Relative.Equal(draws.Average(draw => Math.Exp(draw.LogLikelihood(history) - model.LogLikelihood(history))), 1, 1e-10);
        }
    }

    [Fact]
    public void Wrong_parameters_and_draws_are_refused()
    {
        Assert.Contains("alpha", Assert.Throws<DataRejectedException>(() => new ParetoNbdHbModel([1, -1, 1, 1], [], TimeUnit.Week)).Message, StringComparison.Ordinal);
        Assert.Contains("beta", Assert.Throws<DataRejectedException>(() => new ParetoNbdHbModel([1, 1, 1, 1], [[1, 1, 1, double.NaN]], TimeUnit.Week)).Message, StringComparison.Ordinal);
        Assert.Throws<DataRejectedException>(() => new ParetoNbdHbModel([1, 1, 1], [], TimeUnit.Week));
        Assert.Throws<DataRejectedException>(() => new ParetoNbdHbModel([1, 1, 1, 1], [[1, 1, 1]], TimeUnit.Week));
        Assert.Throws<DataRejectedException>(() => new ParetoNbdHbModel([1, 1, 1, 1], [.. Enumerable.Repeat(new double[] { 1, 1, 1, 1 }, 1001)], TimeUnit.Week));
    }
}
