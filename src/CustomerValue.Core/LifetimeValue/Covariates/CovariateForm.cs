namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>How covariates act on one parameter of a model: θ_i = θ e^(sign·γ'z_i).</summary>
/// <param name="Name">What its coefficients are called by: <c>purchase</c>, <c>life</c>, <c>a</c>, <c>b</c>, <c>spend</c>.</param>
/// <param name="Parameter">The parameter's place.</param>
/// <param name="Sign">−1 where a larger parameter means less (α, β), 1 where it means more.</param>
/// <param name="OfLife">Whether the columns are those that act on leaving.</param>
internal readonly record struct CovariateProcess(string Name, int Parameter, double Sign, bool OfLife);

/// <summary>A model that covariates can act on.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Names">Its parameters, all &gt; 0.</param>
/// <param name="Processes">What covariates act on.</param>
internal sealed record CovariateForm(string Name, IReadOnlyList<string> Names, IReadOnlyList<CovariateProcess> Processes)
{
    /// <summary>A process whose coefficients are 0 unless the caller says otherwise; null where there is none.</summary>
    public string? Silent { get; init; }

    /// <summary>The parameters of a customer with these covariates.</summary>
    public double[] Parameters(IReadOnlyList<double> atZero, IReadOnlyList<Coefficient> coefficients, ReadOnlySpan<double> covariates)
    {
        double[] exponents = new double[Names.Count];
        foreach (Coefficient coefficient in coefficients)
            exponents[coefficient.Process.Parameter] += coefficient.Process.Sign * coefficient.Value * covariates[coefficient.Column];
        double[] theta = new double[exponents.Length];
        for (int i = 0; i < theta.Length; i++)
            theta[i] = exponents[i] == 0 ? atZero[i] : atZero[i] * Math.Exp(exponents[i]);
        return theta;
    }

    /// <summary>The coefficients of a process and a column, by their names; those that are not there are 0.</summary>
    public Coefficient[] Coefficients(CovariateEncoding encoding, IEnumerable<ModelParameter> values)
    {
        Dictionary<string, double> byName = values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
        List<Coefficient> coefficients = [];
        foreach (CovariateProcess process in Processes)
        {
            for (int column = 0; column < encoding.Names.Count; column++)
            {
                if (byName.TryGetValue(NameOf(process, encoding.Names[column]), out double value))
                    coefficients.Add(new Coefficient(process, column, value));
            }
        }

        return [.. coefficients];
    }

    /// <summary>The names of all coefficients that there can be.</summary>
    public IEnumerable<string> CoefficientNames(CovariateEncoding encoding) => Processes.SelectMany(process => encoding.Names.Select(column => NameOf(process, column)));

    public static string NameOf(CovariateProcess process, string column) => $"{process.Name}.{column}";
}

/// <summary>What one column does to one parameter.</summary>
internal readonly record struct Coefficient(CovariateProcess Process, int Column, double Value);
