using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue;

/// <summary>What every model demands of its parameters.</summary>
internal static class ParameterCheck
{
    /// <summary>What is wrong with parameters to start from: every name once, every value finite and &gt; 0.</summary>
    public static IEnumerable<DataProblem> Start(IReadOnlyList<ModelParameter>? start, IReadOnlyList<string> names)
    {
        if (start is null)
            yield break;
        if (!start.Select(parameter => parameter.Name).OrderBy(name => name, StringComparer.Ordinal).SequenceEqual(names.OrderBy(name => name, StringComparer.Ordinal)))
            yield return new DataProblem { Field = nameof(FitOptions.Start), Value = string.Join(", ", start.Select(parameter => parameter.Name)), Message = $"are not the model's parameters; give {string.Join(", ", names)}." };
        foreach (ModelParameter parameter in start.Where(parameter => !(parameter.Value > 0) || double.IsInfinity(parameter.Value)))
            yield return new DataProblem { Field = $"{nameof(FitOptions.Start)}.{parameter.Name}", Value = parameter.Value.ToString(CultureInfo.InvariantCulture), Message = "is not a finite number > 0." };
    }

    /// <summary>Refuses parameters that are not finite and &gt; 0, naming each.</summary>
    public static void Positive(IEnumerable<ModelParameter> parameters)
    {
        DataProblem[] problems = parameters.Where(parameter => !(parameter.Value > 0) || double.IsInfinity(parameter.Value)).Select(parameter => new DataProblem
        {
            Field = parameter.Name,
            Value = parameter.Value.ToString(CultureInfo.InvariantCulture),
            Message = "is not a finite number > 0.",
        }).ToArray();
        if (problems.Length > 0)
            throw new DataRejectedException(problems);
    }
}
