using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class CovariatesSample
{
    public static void Run(SummaryColumns columns, double[] incomes, string[] genders, TextWriter Console)
    {
        // sample
        CovariateTable covariates = CovariateTable.Of(
            CovariateColumn.OfNumbers("income", incomes),
            CovariateColumn.OfLevels("gender", genders, baseLevel: "M"));

        FitResult<CovariatePurchaseModel> fit = new CovariateEstimator("pareto-nbd").Fit(columns, covariates, new CovariateFitOptions
        {
            LifeCovariates = ["gender"],
        });

        foreach (ModelParameter effect in fit.Model.Coefficients)
            Console.WriteLine($"{effect.Name}: times {Math.Exp(effect.Value):F2} per unit");
        Console.WriteLine($"p = {fit.Report.LikelihoodRatio?.PValue:G2}");

        double[] expected = new double[columns.Count];
        fit.Model.ExpectedPurchases(columns, covariates, horizon: 52, expected);

        CovariateTable newcomers = fit.Model.Encoding.Encode([CovariateColumn.OfNumbers("income", [3.2]), CovariateColumn.OfLevels("gender", ["F"])]);
        double firstYear = fit.Model.For(newcomers, 0).ExpectedPurchases(52);
        Console.WriteLine($"{expected.Sum():F0} purchases in a year; {firstYear:F1} of a new customer");
        // end of sample
    }
}
