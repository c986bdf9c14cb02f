using System.Globalization;
using CustomerValue.Customers;
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

    /// <summary>As every row is one customer with unknowns of its own, weights have no meaning.</summary>
    public static void Rows(SummaryColumns columns, FitOptions options)
    {
        Options(options);
        List<DataProblem> problems = ColumnCheck.ForFit(columns, options);
        if (options.Weights is not null)
            problems.Add(new DataProblem { Field = nameof(FitOptions.Weights), Message = "can't be used here, as every customer is drawn; give one row a customer." });
        if (columns.Count == 0)
            problems.Add(new DataProblem { Message = "There are no customers to sample; give at least one summary." });
        else if (!(columns.Age.ToArray().Max() > 0))
            problems.Add(new DataProblem { Field = "age", Message = "No customer was observed for any time; take a later end of observation." });
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
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
