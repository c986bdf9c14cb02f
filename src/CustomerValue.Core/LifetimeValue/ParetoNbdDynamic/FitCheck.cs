using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>What a fit demands of its arguments.</summary>
internal static class FitCheck
{
    public static void ThrowIfWrong(CovariateHistories histories, EffectNames effects, FitOptions options)
    {
        List<DataProblem> problems = ColumnCheck.ForFit(histories.Columns, options);
        if (histories.Count == 0)
            problems.Add(new DataProblem { Message = "There are no customers to fit; give at least one history." });
        problems.AddRange(Names(effects.Purchase, histories.Paths, "purchaseCovariates"));
        problems.AddRange(Names(effects.Dropout, histories.Paths, "dropoutCovariates"));
        problems.AddRange(Start(options.Start, effects.Parameters));
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
        double observed = 0;
        for (int row = 0; row < histories.Count; row++)
            observed += (options.Weights?[row] ?? 1) * histories.Columns.Age[row];
        if (!(observed > 0))
            throw new DataRejectedException(new DataProblem { Field = "age", Message = "No customer with a weight above 0 was observed for any time; take a later end of observation." });
    }

    private static IEnumerable<DataProblem> Names(IReadOnlyList<string> names, CovariatePaths paths, string field)
    {
        foreach (string name in names.Where(name => !paths.Names.Contains(name)))
            yield return new DataProblem { Field = field, Value = name, Message = $"is no covariate of the paths; they have {string.Join(", ", paths.Names)}." };
        if (names.Distinct().Count() < names.Count)
            yield return new DataProblem { Field = field, Value = string.Join(", ", names), Message = "names a covariate twice." };
    }

    /// <summary>Every name once; effects of any sign, the others above 0.</summary>
    private static IEnumerable<DataProblem> Start(IReadOnlyList<ModelParameter>? start, IReadOnlyList<string> names)
    {
        if (start is null)
            return [];
        bool Effect(ModelParameter parameter) => !EffectNames.Shared.Contains(parameter.Name);
        return ParameterCheck.Start(start.Select(parameter => Effect(parameter) ? new ModelParameter(parameter.Name, 1) : parameter).ToArray(), names)
            .Concat(start.Where(parameter => Effect(parameter) && (double.IsNaN(parameter.Value) || double.IsInfinity(parameter.Value)))
                .Select(parameter => new DataProblem { Field = $"{nameof(FitOptions.Start)}.{parameter.Name}", Value = parameter.Value.ToString(CultureInfo.InvariantCulture), Message = "is not a finite number." }));
    }
}
