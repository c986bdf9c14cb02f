using CustomerValue.Customers;
using CustomerValue.Lifecycle.Evaluation;

namespace CustomerValue.Appraisal;

/// <summary>What changed about stages between the two days of the sources, by what customers are worth now. What they were worth then nobody says.</summary>
internal static class StageAlerts
{
    public static IReadOnlyList<LifecycleAlert> Of(CustomerBase customers, ValueSources? sources, ReadOnlySpan<double> lifetimeValue)
    {
        if (sources is not { Stages: { } after, StagesBefore: { } before })
            return [];
        double[] worth = new double[after.Purchases.Count];
        for (int row = 0; row < worth.Length; row++)
            worth[row] = double.NaN;
        int[] rows = lifetimeValue.IsEmpty ? [] : StageRows.Of(customers, after);
        for (int row = 0; row < lifetimeValue.Length; row++)
        {
            if (rows[row] >= 0)
                worth[rows[row]] = lifetimeValue[row];
        }

        return LifecycleAlerts.Between(before, after, valueAfter: lifetimeValue.IsEmpty ? default : worth);
    }
}
