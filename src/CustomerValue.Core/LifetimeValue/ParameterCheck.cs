using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue;

/// <summary>What every model demands of its parameters.</summary>
internal static class ParameterCheck
{
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
