using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.LifetimeValue.ParetoNbdAbe;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class ParetoNbdAbeSample
{
    public static void Run(SummaryColumns columns, double[] firstSpendInThousands, TextWriter Console)
    {
        // sample
        PosteriorFit fit = new ParetoNbdAbeEstimator().Sample(columns, [new NamedCovariate { Name = "first_spend", Values = firstSpendInThousands }], horizons: [52]);
        foreach (ModelParameter parameter in fit.Report.Parameters)
            Console.WriteLine($"{parameter.Name} {parameter.Value:F3}");
        // end of sample
    }
}
