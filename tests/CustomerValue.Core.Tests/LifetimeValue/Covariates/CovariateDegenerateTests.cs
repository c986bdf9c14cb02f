using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.Covariates;

/// <summary>What covariates can do to a fit: no finite effect is a reason, few customers are a warning, columns without information are refused with what to drop.</summary>
public class CovariateDegenerateTests
{
    public static TheoryData<string> Models => new("pareto-nbd", "bg-nbd", "mbg-nbd");

    [Theory]
    [MemberData(nameof(Models))]
    public void Where_a_level_never_buys_again_no_finite_effect_is_found_and_the_reason_names_it(string name)
    {
        Random random = new(1);
        CovariateTable covariates = DrawnCustomers.Covariates(random, 400);
        SummaryColumns drawn = DrawnCustomers.Columns(DrawnCustomers.Model(name), covariates, random, 52);
        bool[] silent = Enumerable.Range(0, 400).Select(row => covariates[row][1] == 1).ToArray();
        SummaryColumns columns = new(TimeUnit.Week, [.. Rows(row => silent[row] ? 0 : drawn.Frequency[row])], [.. Rows(row => silent[row] ? 0 : drawn.Recency[row])], drawn.Age.ToArray());
        FitReport report = new CovariateEstimator(name).Fit(columns, covariates, new() { LifeCovariates = ["income"] }).Report;
        Assert.False(report.Converged);
        Assert.Contains("purchase.gender=F → −∞", report.Reason!.Value.English, StringComparison.Ordinal);
        Assert.Contains("some customers whom a covariate tells apart all did the same", report.Reason!.Value.English, StringComparison.Ordinal);
        Assert.Null(report.StandardErrors);
        Assert.Null(report.LikelihoodRatio);

        FitReport held = new CovariateEstimator(name).Fit(columns, covariates, new() { LifeCovariates = ["income"], CoefficientPenalizer = 1e-4 }).Report;
        Assert.True(held.Converged, held.Reason?.English);
        Assert.Contains(held.Warnings, warning => warning.English.Contains("purchase.gender=F is a factor of", StringComparison.Ordinal));

        static IEnumerable<T> Rows<T>(Func<int, T> value) => Enumerable.Range(0, 400).Select(value);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_level_of_one_customer_fits_or_says_why_not(string name)
    {
        for (int set = 0; set < 5; set++)
        {
            Random random = new(50 + set);
            CovariateTable covariates = DrawnCustomers.Covariates(random, 300);
            SummaryColumns columns = DrawnCustomers.Columns(DrawnCustomers.Model(name), covariates, random, 52);
            CovariateTable alone = CovariateTable.Of(CovariateColumn.OfLevels("kind", Enumerable.Range(0, 300).Select(row => row == 7 ? "rare" : row % 2 == 0 ? "even" : "odd")));
            FitReport report = new CovariateEstimator(name).Fit(columns, alone).Report;
            Assert.Equal(report.Converged, report.Reason is null);
            Assert.Contains(report.Warnings, warning => warning.English.StartsWith("kind=rare holds for 1 customer only", StringComparison.Ordinal));
            Assert.All(report.Parameters, parameter => Assert.True(double.IsFinite(parameter.Value)));
        }
    }

    [Fact]
    public void Columns_without_information_are_refused_with_what_to_drop()
    {
        SummaryColumns columns = new(TimeUnit.Week, [0, 1, 2, 3, 0, 1], [0, 3, 20, 30, 0, 9], [30, 31, 32, 33, 34, 35]);
        CovariateColumn x = CovariateColumn.OfNumbers("x", [1, 2, 3, 4, 5, 7]);
        CovariateColumn y = CovariateColumn.OfNumbers("y", [0, 1, 0, 1, 1, 0]);
        Refused("y: is the same for every customer that counts", null, x, CovariateColumn.OfNumbers("y", [2, 2, 2, 2, 2, 2]));
        Refused("y: is the same for every customer that counts", new() { Weights = [1, 0, 1, 0, 0, 1] }, x, y);
        Refused("city: 'Rome' is the level of every customer", null, x, CovariateColumn.OfLevels("city", Enumerable.Repeat("Rome", 6)));
        Refused("z: follows from x and y;", null, x, y, CovariateColumn.OfNumbers("z", [2, 3, 6, 7, 9, 14]));
        Refused("x: acts on no process", new() { PurchaseCovariates = ["y"], LifeCovariates = [] }, x, y);
        Refused("LifeCovariates: 'q' is no column of the table; it has x, y.", new() { LifeCovariates = ["q"] }, x, y);
        Refused("Ties: 'life.q' is no coefficient of this fit", new() { Ties = [CoefficientTie.Fixed("life.q")] }, x, y);
        Refused("Ties: 'life.x==-life.y' ties in a circle", new() { Ties = [CoefficientTie.Equal("life.y", "life.x"), CoefficientTie.Opposite("life.x", "life.y")] }, x, y);
        Refused("ties life.x, which is tied or fixed already", new() { Ties = [CoefficientTie.Fixed("life.x"), CoefficientTie.Equal("life.x", "life.y")] }, x, y);
        Refused("CoefficientPenalizer: '-1' is not in [0, 1000000]", new() { CoefficientPenalizer = -1 }, x, y);
        Refused("covariates: '2' rows for 6 customers", null, CovariateColumn.OfNumbers("x", [1, 2]));
        Refused("Weights: '1' values for 6 rows", new() { Weights = [1] }, x, y);

        void Refused(string message, CovariateFitOptions? options, params CovariateColumn[] covariates) => Assert.Contains(
            message,
            Assert.Throws<DataRejectedException>(() => new CovariateEstimator("pareto-nbd").Fit(columns, CovariateTable.Of(covariates), options)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_far_from_0_that_leaves_no_base_is_refused_with_what_to_do()
    {
        Random random = new(9);
        CovariateTable drawn = DrawnCustomers.Covariates(random, 400);
        SummaryColumns columns = DrawnCustomers.Columns(DrawnCustomers.Model("mbg-nbd"), drawn, random, 104);
        CovariateTable far = CovariateTable.Of(CovariateColumn.OfNumbers("year", Enumerable.Range(0, 400).Select(row => 1e6 + drawn[row][0])));
        Assert.Contains("give the column less its mean", Assert.Throws<DataRejectedException>(() => new CovariateEstimator("mbg-nbd").Fit(columns, far)).Message, StringComparison.Ordinal);
    }
}
