using CustomerValue.Customers;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>Histories drawn from a model.</summary>
internal static class Simulated
{
    public static SummaryColumns Columns(PurchaseModel model, Random random, int customers, double age)
    {
        int[] frequency = new int[customers];
        double[] recency = new double[customers];
        double[] ages = new double[customers];
        for (int i = 0; i < customers; i++)
        {
            ages[i] = age * (0.7 + (0.3 * random.NextDouble()));
            IReadOnlyList<double> times = model.SimulatePurchaseTimes(random, ages[i]);
            frequency[i] = times.Count;
            recency[i] = times.Count == 0 ? 0 : times[^1];
        }

        return new SummaryColumns(model.Unit, frequency, recency, ages);
    }
}
