using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>What sampling demands beside what every fit does.</summary>
internal static class SampleCheck
{
    public static void Options(FitOptions options)
    {
        if (options.Penalizer != 0)
            throw new DataRejectedException(new DataProblem { Field = nameof(FitOptions.Penalizer), Value = options.Penalizer.ToString(CultureInfo.InvariantCulture), Message = "is not 0; a model with priors takes no penalty, narrow the priors instead." });
    }

    public static double[] Horizons(IReadOnlyList<double> horizons)
    {
        if (horizons is null)
            throw new ArgumentNullException(nameof(horizons));
        foreach (double horizon in horizons)
        {
            if (!(horizon >= 0) || double.IsInfinity(horizon))
                throw new ArgumentOutOfRangeException(nameof(horizons), horizon, "A horizon is a finite number ≥ 0, in the columns' unit.");
        }

        return [.. horizons];
    }
}
