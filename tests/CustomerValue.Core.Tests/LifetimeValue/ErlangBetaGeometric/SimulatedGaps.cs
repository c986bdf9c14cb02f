using CustomerValue.Customers;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Tests.LifetimeValue.ErlangBetaGeometric;

/// <summary>Histories drawn from a model, with their gaps.</summary>
internal static class SimulatedGaps
{
    public static (SummaryColumns Columns, double[] GapsBefore, double[] LastGaps) Draw(PurchaseModel model, Random random, int customers, double age)
    {
        int[] frequency = new int[customers];
        double[] recency = new double[customers];
        double[] ages = new double[customers];
        double[] logGaps = new double[customers];
        double[] gapsBefore = new double[customers];
        double[] lastGaps = new double[customers];
        for (int i = 0; i < customers; i++)
        {
            ages[i] = age * (0.7 + (0.3 * random.NextDouble()));
            double last = 0;
            foreach (double time in model.SimulatePurchaseTimes(random, ages[i]))
            {
                gapsBefore[i] = lastGaps[i];
                lastGaps[i] = time - last;
                logGaps[i] += Math.Log(time - last);
                last = time;
                frequency[i]++;
            }

            recency[i] = last;
        }

        return (new SummaryColumns(model.Unit, frequency, recency, ages, logGaps: logGaps), gapsBefore, lastGaps);
    }
}
