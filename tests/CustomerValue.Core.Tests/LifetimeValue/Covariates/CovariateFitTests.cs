using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.ParetoNbd;
using MathNet.Numerics.Distributions;

namespace CustomerValue.Tests.LifetimeValue.Covariates;

/// <summary>What a fit with covariates must be: right derivatives, the plain model where nothing acts, the same answer for any coding of the same knowledge.</summary>
public class CovariateFitTests
{
    public static TheoryData<string> Models => new(CovariateEstimator.Models);

    [Theory]
    [MemberData(nameof(Models))]
    public void Derivatives_are_central_differences(string name)
    {
        (SummaryColumns columns, CovariateTable covariates) = Drawn(name, 30);
        PurchaseForm form = PurchaseForm.Of(name);
        double[] weights = Enumerable.Range(0, columns.Count).Select(i => 0.5 + (i % 3)).ToArray();
        DistinctHistories histories = DistinctHistories.Of(columns, weights, covariates.KindOf);
        CovariateRows rows = new(new HistoryRows(histories, form.Likelihood), histories.Kind, histories.Weight, covariates);
        CovariateFitOptions options = new()
        {
            Ties = name == "pareto-nbd"
                ? [CoefficientTie.Opposite("life.income", "purchase.income"), CoefficientTie.Fixed("life.gender=F", 0.3), CoefficientTie.Equal("purchase.gender", "purchase.income")]
                : [],
        };
        CovariateDesign design = CovariateDesign.Of(form.Form, covariates.Encoding, options, new());
        CovariateScale scale = new(design, new CovariateMoments(covariates, rows.WeightOfKinds()), covariates.Encoding, form.TimePowers.Select(power => Math.Pow(104, power)).ToArray(), 0.02, 0.03);
        CovariateLikelihood likelihood = new(rows, scale, form.Form.Names.Count, default);
        double[] x = [.. DrawnCustomers.Model(name).BaseParameters.Select(parameter => Math.Log(parameter.Value)), .. design.FreeNames.Select((_, i) => 0.2 - (0.15 * i))];
        Derivatives.AssertRight(likelihood, x);
    }

    [Fact]
    public void Derivatives_of_spend_are_central_differences()
    {
        Random random = new(3);
        CovariateTable covariates = DrawnCustomers.Covariates(random, 40);
        SummaryColumns columns = Spend(covariates, random);
        SpendRows rows = new(columns, null, covariates.KindOf);
        CovariateRows all = new(rows, rows.Kind, rows.Weight, covariates);
        CovariateDesign design = CovariateDesign.Of(CovariateSpendEstimator.Form, covariates.Encoding, new(), new());
        CovariateScale scale = new(design, new CovariateMoments(covariates, all.WeightOfKinds()), covariates.Encoding, [1, 1, 20], 0.02, 0.03);
        Derivatives.AssertRight(new CovariateLikelihood(all, scale, 3, default), [1.8, 1.3, 2.7, 0.3, -0.2]);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Without_effects_it_is_the_plain_model(string name)
    {
        (SummaryColumns columns, CovariateTable covariates) = Drawn(name, 200);
        CovariateFitOptions none = new() { Ties = [.. PurchaseForm.Of(name).Form.CoefficientNames(covariates.Encoding).Select(coefficient => CoefficientTie.Fixed(coefficient))] };
        FitResult<PurchaseModel> plain = PurchaseForm.Of(name).Plain.Fit(columns);
        FitResult<CovariatePurchaseModel> fit = new CovariateEstimator(name).Fit(columns, covariates, none);
        Assert.Equal(plain.Model.Parameters, fit.Model.Parameters);
        Assert.Equal(plain.Report.LogLikelihood, fit.Report.LogLikelihood);
        Assert.Null(fit.Report.LikelihoodRatio);
        Assert.Equal(plain.Model.Parameters, fit.Model.For(covariates, 7).Parameters);

        // With all covariates at 0, effects or not.
        Assert.Equal(DrawnCustomers.Model(name).BaseParameters, DrawnCustomers.Model(name).For([0, 0]).Parameters);
    }

    [Fact]
    public void The_test_against_the_plain_model_is_chi_square()
    {
        (SummaryColumns columns, CovariateTable covariates) = Drawn("mbg-nbd", 1500);
        FitReport plain = PurchaseForm.Of("mbg-nbd").Plain.Fit(columns).Report;
        FitReport fit = new CovariateEstimator("mbg-nbd").Fit(columns, covariates).Report;
        LikelihoodRatioTest test = fit.LikelihoodRatio!;
        Assert.Equal(4, test.DegreesOfFreedom);
        Assert.Equal(2 * (fit.LogLikelihood - plain.LogLikelihood), test.Statistic, 1e-9);
        Assert.True(test.Statistic > 30, $"{test.Statistic}");
        Assert.Equal(8, fit.FreeParameters);
        Assert.Equal(16 - (2 * fit.LogLikelihood), fit.Aic, 1e-9);
    }

    [Theory]
    [InlineData(3.84, 1, 0.0500435212487051032)]
    [InlineData(60, 4, 2.90086312034045413e-12)]
    [InlineData(400, 2, 1.38389652673673753e-87)]
    [InlineData(0, 3, 1)]
    public void P_values_keep_their_digits_however_small(double statistic, int freedom, double expected)
    {
        LikelihoodRatioTest test = new(statistic, freedom);
        Relative.Equal(expected, test.PValue, 1e-10);
        Assert.Equal(1 - new ChiSquared(freedom).CumulativeDistribution(statistic), test.PValue, 1e-13);
    }

    [Fact]
    public void Where_nothing_acts_the_test_says_so_five_times_in_a_hundred()
    {
        CovariatePurchaseModel truth = new("bg-nbd", TimeUnit.Week, DrawnCustomers.Encoding, [new("r", 0.9), new("alpha", 8), new("a", 0.8), new("b", 2.2)]);
        double[] chances = Enumerable.Range(0, 60).Select(set =>
        {
            Random random = new(400 + set);
            CovariateTable covariates = DrawnCustomers.Covariates(random, 800);
            return new CovariateEstimator("bg-nbd").Fit(DrawnCustomers.Columns(truth, covariates, random, 52), covariates).Report.LikelihoodRatio!.PValue;
        }).ToArray();
        Assert.InRange(chances.Count(chance => chance < 0.05), 0, 9);
        Assert.InRange(chances.Average(), 0.5 - (4 / Math.Sqrt(12 * 60)), 0.5 + (4 / Math.Sqrt(12 * 60)));
    }

    [Fact]
    public void Another_unit_or_origin_of_a_number_changes_its_coefficient_only()
    {
        (SummaryColumns columns, CovariateTable covariates) = Drawn("pareto-nbd", 500);
        double[] income = Enumerable.Range(0, covariates.Count).Select(row => covariates[row][0]).ToArray();
        double[] female = Enumerable.Range(0, covariates.Count).Select(row => covariates[row][1]).ToArray();
        FitResult<CovariatePurchaseModel> one = new CovariateEstimator("pareto-nbd").Fit(columns, covariates);
        FitResult<CovariatePurchaseModel> other = new CovariateEstimator("pareto-nbd").Fit(columns, CovariateTable.Of(
            CovariateColumn.OfNumbers("income", income.Select(value => 10 + (0.1 * value))),
            CovariateColumn.OfLevels("gender", female.Select(value => value == 1 ? "F" : "M"), baseLevel: "F")));
        Relative.Equal(one.Report.LogLikelihood, other.Report.LogLikelihood, 1e-11);
        Relative.Equal(Value(one, "purchase.income"), Value(other, "purchase.income") / 10, 1e-5);
        Relative.Equal(Error(one, "purchase.income"), Error(other, "purchase.income") / 10, 1e-5);
        Relative.Equal(Value(one, "life.gender=F"), -Value(other, "life.gender=M"), 1e-5);
        for (int row = 0; row < 5; row++)
            Relative.Equal(one.Model.For(covariates, row).ExpectedPurchases(columns[row], 52), other.Model.For([10 + (0.1 * income[row]), 1 - female[row]]).ExpectedPurchases(columns[row], 52), 1e-6);
    }

    [Fact]
    public void Ties_tie_and_weights_count()
    {
        (SummaryColumns columns, CovariateTable covariates) = Drawn("bg-nbd", 600);
        CovariateEstimator estimator = new("bg-nbd");
        FitReport free = estimator.Fit(columns, covariates, new() { Ties = [] }).Report;
        FitReport same = estimator.Fit(columns, covariates, new() { Ties = [CoefficientTie.Equal("b.income", "a.income"), CoefficientTie.Equal("b.gender", "a.gender")] }).Report;
        FitReport opposite = estimator.Fit(columns, covariates, new() { Ties = [CoefficientTie.Opposite("b.income", "a.income"), CoefficientTie.Opposite("b.gender=F", "a.gender=F")] }).Report;
        FitReport odds = estimator.Fit(columns, covariates).Report;
        FitReport purchasesOnly = estimator.Fit(columns, covariates, new() { LifeCovariates = [] }).Report;
        Assert.Equal(10, free.FreeParameters);
        Assert.Equal(8, same.FreeParameters);
        Assert.Equal(6, purchasesOnly.FreeParameters);
        Assert.DoesNotContain(odds.Parameters, parameter => parameter.Name.StartsWith("b.", StringComparison.Ordinal));
        Assert.Equal(At(same, "a.income"), At(same, "b.income"), 1e-12);
        Assert.Equal(At(opposite, "a.gender=F"), -At(opposite, "b.gender=F"), 1e-12);
        Assert.All(new[] { same, opposite, odds, purchasesOnly }, nested => Assert.True(nested.LogLikelihood < free.LogLikelihood + 1e-7));
        Assert.True(odds.LogLikelihood > purchasesOnly.LogLikelihood);

        FitReport twice = estimator.Fit(columns, covariates, new() { Weights = Enumerable.Repeat(2.0, 600).ToArray() }).Report;
        Relative.Equal(2 * odds.LogLikelihood, twice.LogLikelihood, 1e-11);
        Relative.Equal(2 * odds.LikelihoodRatio!.Statistic, twice.LikelihoodRatio!.Statistic, 1e-7);
        Relative.Equal(odds.StandardErrors![4] / Math.Sqrt(2), twice.StandardErrors![4], 1e-5);
    }

    [Fact]
    public void A_penalty_shrinks_the_coefficients_and_leaves_the_report_honest()
    {
        (SummaryColumns columns, CovariateTable covariates) = Drawn("mbg-nbd", 400);
        FitResult<CovariatePurchaseModel> free = new CovariateEstimator("mbg-nbd").Fit(columns, covariates);
        FitResult<CovariatePurchaseModel> held = new CovariateEstimator("mbg-nbd").Fit(columns, covariates, new() { CoefficientPenalizer = 0.1 });
        FitResult<CovariatePurchaseModel> none = new CovariateEstimator("mbg-nbd").Fit(columns, covariates, new() { CoefficientPenalizer = 1e6 });
        Assert.True(held.Model.Coefficients.Sum(Square) < free.Model.Coefficients.Sum(Square));
        Assert.All(none.Model.Coefficients, coefficient => Assert.InRange(coefficient.Value, -1e-5, 1e-5));
        Assert.Equal(Total(held.Model, columns, covariates), held.Report.LogLikelihood, 1e-7);
        Assert.Null(held.Report.LikelihoodRatio);

        static double Square(ModelParameter coefficient) => coefficient.Value * coefficient.Value;
    }

    [Fact]
    public void The_order_of_the_customers_never_shows()
    {
        (SummaryColumns columns, CovariateTable covariates) = Drawn("pareto-nbd", 150);
        int[] backwards = Enumerable.Range(0, 150).Reverse().ToArray();
        SummaryColumns turned = new(TimeUnit.Week, [.. backwards.Select(row => columns[row].Frequency)], [.. backwards.Select(row => columns[row].Recency)], [.. backwards.Select(row => columns[row].Age)]);
        CovariateTable other = covariates.Encoding.Encode([
            CovariateColumn.OfNumbers("income", backwards.Select(row => covariates[row][0])),
            CovariateColumn.OfLevels("gender", backwards.Select(row => covariates[row][1] == 1 ? "F" : "M"))]);
        Assert.Equal(new CovariateEstimator("pareto-nbd").Fit(columns, covariates).Model.Parameters, new CovariateEstimator("pareto-nbd").Fit(turned, other).Model.Parameters);
    }

    [Fact]
    public void Spend_recovers_what_multiplies_the_mean()
    {
        Random random = new(11);
        CovariateTable covariates = DrawnCustomers.Covariates(random, 4000);
        SummaryColumns columns = Spend(covariates, random);
        FitResult<CovariateSpendModel> fit = new CovariateSpendEstimator().Fit(columns, covariates);
        Assert.True(fit.Report.Converged);
        Assert.Equal(["p", "q", "v", "spend.income", "spend.gender=F"], fit.Report.Parameters.Select(parameter => parameter.Name));
        Assert.InRange((fit.Model.Coefficients[0].Value - 0.2) / fit.Report.StandardErrors![3], -3, 3);
        Assert.InRange((fit.Model.Coefficients[1].Value + 0.3) / fit.Report.StandardErrors[4], -3, 3);
        Assert.Equal(2, fit.Report.LikelihoodRatio!.DegreesOfFreedom);
        Relative.Equal(Math.Exp(fit.Model.Coefficients[1].Value), fit.Model.For([3, 1]).ExpectedSpend(0, 0) / fit.Model.For([3, 0]).ExpectedSpend(0, 0), 1e-12);

        double[] expected = new double[columns.Count];
        fit.Model.ExpectedSpend(columns, covariates, expected);
        Relative.Equal(fit.Model.For(covariates[5]).ExpectedSpend(columns.Frequency[5], columns.Spend[5]), expected[5], 1e-14);
        Assert.Equal(Enumerable.Range(0, columns.Count).Sum(row => fit.Model.For(covariates[row]).LogLikelihood(columns.Frequency[row], columns.Spend[row])), fit.Report.LogLikelihood, 1e-6);

        CovariateFitOptions none = new() { Ties = [CoefficientTie.Fixed("spend.income"), CoefficientTie.Fixed("spend.gender")] };
        Assert.Equal(new GammaGammaEstimator().Fit(columns).Model.Parameters, new CovariateSpendEstimator().Fit(columns, covariates, none).Model.Parameters);
    }

    private static double Value(FitResult<CovariatePurchaseModel> fit, string name) => At(fit.Report, name);

    private static double At(FitReport report, string name) => report.Parameters.Single(parameter => parameter.Name == name).Value;

    private static double Error(FitResult<CovariatePurchaseModel> fit, string name) => fit.Report.StandardErrors![fit.Report.Parameters.TakeWhile(parameter => parameter.Name != name).Count()];

    private static double Total(CovariatePurchaseModel model, SummaryColumns columns, CovariateTable covariates)
    {
        double[] logs = new double[columns.Count];
        model.LogLikelihood(columns, covariates, logs);
        return logs.Sum();
    }

    private static (SummaryColumns Columns, CovariateTable Covariates) Drawn(string name, int customers)
    {
        Random random = new(customers);
        CovariateTable covariates = DrawnCustomers.Covariates(random, customers);
        return (DrawnCustomers.Columns(DrawnCustomers.Model(name), covariates, random, 104), covariates);
    }

    private static SummaryColumns Spend(CovariateTable covariates, Random random)
    {
        int[] frequency = Enumerable.Range(0, covariates.Count).Select(_ => 1 + random.Next(4)).ToArray();
        double[] spend = frequency.Select((x, row) => new GammaGammaModel(6, 4, 15 * Math.Exp((0.2 * covariates[row][0]) - (0.3 * covariates[row][1]))).SimulateSpend(random, x).Average()).ToArray();
        return new SummaryColumns(TimeUnit.Week, frequency, new double[spend.Length], Enumerable.Repeat(52.0, spend.Length).ToArray(), spend);
    }
}
