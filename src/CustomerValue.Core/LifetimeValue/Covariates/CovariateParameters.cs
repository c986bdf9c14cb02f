using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>What a model with covariates demands of its parameters and of a customer's covariates.</summary>
internal static class CovariateParameters
{
    /// <summary>The model's own parameters in order; refuses what is missing, unknown, twice there or out of range.</summary>
    public static double[] Base(CovariateForm form, CovariateEncoding encoding, ModelParameter[] parameters)
    {
        ProblemList problems = new();
        HashSet<string> known = [.. form.Names, .. form.CoefficientNames(encoding)];
        foreach (IGrouping<string, ModelParameter> named in parameters.GroupBy(parameter => parameter.Name, StringComparer.Ordinal))
        {
            string value = named.First().Value.ToString(CultureInfo.InvariantCulture);
            if (named.Count() > 1)
                problems.Add(null, named.Key, value, "is given twice; keep one.");
            else if (!known.Contains(named.Key))
                problems.Add(null, named.Key, value, $"is no parameter of {form.Name} with these covariates; there are {string.Join(", ", known)}.");
            else if (double.IsNaN(named.First().Value) || double.IsInfinity(named.First().Value))
                problems.Add(null, named.Key, value, "is not a finite number.");
            else if (form.Names.Contains(named.Key) && !(named.First().Value > 0))
                problems.Add(null, named.Key, value, "is not a finite number > 0.");
        }

        foreach (string name in form.Names.Where(name => parameters.All(parameter => parameter.Name != name)))
            problems.Add(null, name, null, "is missing; give a finite number > 0.");
        problems.ThrowIfAny();
        return form.Names.Select(name => parameters.First(parameter => parameter.Name == name).Value).ToArray();
    }

    /// <summary>Refuses covariates that are too few, too many or no numbers.</summary>
    public static void Row(ReadOnlySpan<double> covariates, CovariateEncoding encoding)
    {
        if (covariates.Length != encoding.Names.Count)
            throw new ArgumentException($"{covariates.Length} covariates; the model takes {encoding.Names.Count}: {string.Join(", ", encoding.Names)}.", nameof(covariates));
        for (int i = 0; i < covariates.Length; i++)
        {
            if (double.IsNaN(covariates[i]) || double.IsInfinity(covariates[i]))
                throw new ArgumentException($"{encoding.Names[i]} is {covariates[i].ToString(CultureInfo.InvariantCulture)}; a covariate is a finite number.", nameof(covariates));
        }
    }
}
