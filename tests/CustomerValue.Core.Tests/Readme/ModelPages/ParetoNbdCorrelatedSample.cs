using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.LifetimeValue.ParetoNbdCorrelated;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class ParetoNbdCorrelatedSample
{
    public static void Run(SummaryColumns columns, TextWriter Console)
    {
        // sample
        FitResult<PurchaseModel> plain = new ParetoNbdEstimator().Fit(columns);
        FitResult<PurchaseModel> fit = new ParetoNbdCorrelatedEstimator().Fit(columns);
        double gain = 2 * (fit.Report.LogLikelihood - plain.Report.LogLikelihood);
        Console.WriteLine($"correlation {((ParetoNbdCorrelatedModel)fit.Model).Correlation:F3}, likelihood ratio {gain:F1} on 1 degree of freedom");
        // end of sample
    }
}
