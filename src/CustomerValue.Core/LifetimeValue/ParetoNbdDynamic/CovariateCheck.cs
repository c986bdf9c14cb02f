using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>What every table of covariates demands.</summary>
internal static class CovariateCheck
{
    public static void Names(IReadOnlyList<string> names, ProblemList problems)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(names[i]))
                problems.Add(i, "names", names[i], "is blank; a covariate has a name.");
            else if (names.Take(i).Contains(names[i]))
                problems.Add(i, "names", names[i], "is given twice; every covariate has a name of its own.");
        }
    }

    /// <summary>Whole rows of finite numbers, at least one.</summary>
    public static void Values(IReadOnlyList<string> names, IReadOnlyList<double> values, string field, ProblemList problems)
    {
        if (values.Count == 0 || values.Count % names.Count != 0)
            problems.Add(null, field, values.Count.ToString(CultureInfo.InvariantCulture), $"values; every period needs {names.Count}, one a covariate, and there is at least one period.");
        for (int i = 0; i < values.Count; i++)
        {
            if (double.IsNaN(values[i]) || double.IsInfinity(values[i]))
                problems.Add(i / names.Count, $"{field}.{names[i % names.Count]}", values[i].ToString(CultureInfo.InvariantCulture), "is not a finite number.");
        }
    }
}
