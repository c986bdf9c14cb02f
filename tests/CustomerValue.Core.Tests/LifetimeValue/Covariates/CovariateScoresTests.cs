using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Tests.LifetimeValue.Covariates;

/// <summary>Scores of columns are those of every customer's own model, in a few bytes for any number of customers.</summary>
public class CovariateScoresTests
{
    [Theory]
    [InlineData("pareto-nbd")]
    [InlineData("bg-nbd")]
    [InlineData("mbg-nbd")]
    [InlineData("ggom-nbd")]
    public void Columns_are_what_the_customers_own_models_say(string name)
    {
        CovariatePurchaseModel model = DrawnCustomers.Model(name);
        Random random = new(2);
        CovariateTable covariates = DrawnCustomers.Covariates(random, 60);
        SummaryColumns columns = DrawnCustomers.Columns(model, covariates, random, 52);
        double[] scores = new double[60];
        int[] counts = new int[60];
        Same(() => model.LogLikelihood(columns, covariates, scores), (own, customer) => own.LogLikelihood(customer));
        Same(() => model.ProbabilityAlive(columns, covariates, scores), (own, customer) => own.ProbabilityAlive(customer));
        Same(() => model.ProbabilityAlive(columns, covariates, 26, scores), (own, customer) => own.ProbabilityAlive(customer, 26));
        Same(() => model.ExpectedPurchases(columns, covariates, 39, scores), (own, customer) => own.ExpectedPurchases(customer, 39));
        Same(() => model.DiscountedExpectedPurchases(columns, covariates, 52, 0.1, scores), (own, customer) => own.DiscountedExpectedPurchases(customer, 52, 0.1));
        model.PurchaseQuantiles(columns, covariates, 39, 0.9, counts);
        for (int row = 0; row < 60; row++)
            Assert.Equal(model.For(covariates, row).PurchaseQuantile(columns[row], 39, 0.9), counts[row]);

        void Same(Action score, Func<PurchaseModel, PurchaseSummary, double> single)
        {
            score();
            for (int row = 0; row < 60; row++)
                Relative.Equal(single(model.For(covariates, row), columns[row]), scores[row], 1e-10);
        }
    }

    [Fact]
    public void A_customer_who_differs_in_one_covariate_buys_as_much_faster_as_it_says()
    {
        CovariatePurchaseModel model = new("pareto-nbd", TimeUnit.Week, DrawnCustomers.Encoding, [new("r", 0.9), new("alpha", 8), new("s", 0.8), new("beta", 14), new("purchase.gender=F", 0.7)]);
        Relative.Equal(Math.Exp(0.7), model.For([0, 1]).ExpectedPurchases(30) / model.For([0, 0]).ExpectedPurchases(30), 1e-12);
    }

    [Fact]
    public void Scoring_allocates_per_kind_of_customer_only()
    {
        CovariatePurchaseModel model = DrawnCustomers.Model("bg-nbd");
        long few = Bytes(4096), many = Bytes(16 * 4096);
        Assert.InRange(many - few, -2000, 2000);

        long Bytes(int customers)
        {
            CovariateTable covariates = DrawnCustomers.Encoding.Encode([CovariateColumn.OfNumbers("income", Enumerable.Repeat(1.0, customers)), CovariateColumn.OfLevels("gender", Enumerable.Repeat("F", customers))]);
            SummaryColumns columns = new(TimeUnit.Week, new int[customers], new double[customers], Enumerable.Repeat(30.0, customers).ToArray());
            double[] scores = new double[customers];
            return Allocation.Of(() => model.ExpectedPurchases(columns, covariates, 39, scores)) - (customers / 4096 * PerBlock(model, columns));
        }

        // What one call of the plain model's columns takes, whatever their number.
        static long PerBlock(CovariatePurchaseModel model, SummaryColumns columns)
        {
            PurchaseModel own = model.For([1, 1]);
            double[] scores = new double[columns.Count];
            return Allocation.Of(() => own.ExpectedPurchases(columns, 39, scores));
        }
    }

    [Fact]
    public void Other_customers_and_other_encodings_are_refused()
    {
        CovariatePurchaseModel model = DrawnCustomers.Model("bg-nbd");
        SummaryColumns columns = new(TimeUnit.Week, [1], [1], [2]);
        CovariateTable two = DrawnCustomers.Covariates(new Random(1), 2);
        CovariateTable other = CovariateTable.Of(CovariateColumn.OfNumbers("income", [1]), CovariateColumn.OfLevels("gender", ["F"], "F"));
        Assert.Throws<ArgumentException>(() => model.ProbabilityAlive(columns, two, new double[1]));
        Assert.Throws<ArgumentException>(() => model.ProbabilityAlive(columns, other, new double[1]));
        Assert.Throws<ArgumentException>(() => model.For(other, 0));
        Assert.Throws<ArgumentException>(() => model.ProbabilityAlive(new SummaryColumns(TimeUnit.Day, [1, 1], [1, 1], [2, 2]), two, new double[2]));
    }
}
