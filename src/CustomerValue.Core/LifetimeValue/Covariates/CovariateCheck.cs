using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>What every fit and every score with covariates demands.</summary>
internal static class CovariateCheck
{
    /// <summary>Refuses options out of range and tables of other customers; the rest the plain fit refuses.</summary>
    public static void Fit(SummaryColumns columns, CovariateTable covariates, CovariateFitOptions options)
    {
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        if (covariates is null)
            throw new ArgumentNullException(nameof(covariates));
        List<DataProblem> problems = [.. options.Problems()];
        if (covariates.Count != columns.Count)
            problems.Add(new DataProblem { Field = "covariates", Value = covariates.Count.ToString(CultureInfo.InvariantCulture), Message = $"rows for {columns.Count} customers; give one row a customer, in the same order." });
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
    }

    /// <summary>Refuses a table that the model's encoding did not make, or of other customers.</summary>
    public static void Score(SummaryColumns columns, CovariateTable covariates, CovariateEncoding encoding)
    {
        Encoded(covariates, encoding);
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        if (covariates.Count != columns.Count)
            throw new ArgumentException($"The covariates have {covariates.Count} rows for {columns.Count} customers; give one row a customer, in the same order.", nameof(covariates));
    }

    /// <summary>Refuses a table that the model's encoding did not make.</summary>
    public static void Encoded(CovariateTable covariates, CovariateEncoding encoding)
    {
        if (covariates is null)
            throw new ArgumentNullException(nameof(covariates));
        if (!covariates.Encoding.Equals(encoding))
            throw new ArgumentException($"The covariates are encoded as {string.Join(", ", covariates.Names)}, the model knows {string.Join(", ", encoding.Names)}; encode them by the model's Encoding.", nameof(covariates));
    }
}
