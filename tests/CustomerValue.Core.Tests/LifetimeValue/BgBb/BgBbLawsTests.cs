using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;

namespace CustomerValue.Tests.LifetimeValue.BgBb;

public sealed class BgBbLawsTests : PurchaseModelLaws
{
    protected override IReadOnlyList<PurchaseModel> Models { get; } =
    [
        new BgBbModel(1.2035, 0.7497, 0.6567, 2.7834, TimeUnit.Week),
        new BgBbModel(0.05, 3, 0.01, 40, TimeUnit.Week),
        new BgBbModel(30, 0.5, 5, 0.02, TimeUnit.Week),
    ];

    /// <summary>In discrete time there are (t_x − 1 over x − 1) ways to place the purchases before the last one.</summary>
    [Fact]
    public override void The_likelihood_of_all_histories_of_a_count_is_its_chance()
    {
        foreach (PurchaseModel model in Models)
        {
            Assert.Equal(model.ProbabilityOfPurchases(0, 39), Math.Exp(model.LogLikelihood(new(0, 0, 39))), 1e-12);
            for (int x = 1; x <= 39; x++)
            {
                double total = 0;
                double ways = 1;
                for (int last = x; last <= 39; ways *= last / (last - x + 1.0), last++)
                    total += ways * Math.Exp(model.LogLikelihood(new(x, last, 39)));
                Relative.Equal(model.ProbabilityOfPurchases(x, 39), total, 1e-11);
            }
        }
    }
}
