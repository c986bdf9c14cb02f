using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>Covariates by calendar period: a row a period, a column a covariate. Immutable.</summary>
public sealed class PeriodCovariates
{
    private readonly double[] values;

    /// <summary>Makes a table over a copy of the values.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="names">The covariates, not blank, each once, at least one.</param>
    /// <param name="values">Row by row, one number a covariate for every period, all finite.</param>
    /// <exception cref="DataRejectedException">Anything out of range; names row and covariate.</exception>
    public PeriodCovariates(CovariatePeriods periods, IReadOnlyList<string> names, IReadOnlyList<double> values)
    {
        if (periods == default)
            throw new ArgumentException("The default value has no periods.", nameof(periods));
        Periods = periods;
        Names = [.. names ?? throw new ArgumentNullException(nameof(names))];
        this.values = [.. values ?? throw new ArgumentNullException(nameof(values))];
        ProblemList problems = new();
        CovariateCheck.Names(Names, problems);
        if (Names.Count == 0)
            problems.Add(null, nameof(names), "0", "covariates; give at least one.");
        else
            CovariateCheck.Values(Names, this.values, nameof(values), problems);
        if (Names.Count > 0 && this.values.Length != Names.Count * (long)periods.Count)
            problems.Add(null, nameof(values), this.values.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), $"values for {periods}; they need {Names.Count} each.");
        problems.ThrowIfAny();
    }

    /// <summary>The periods, a row each.</summary>
    public CovariatePeriods Periods { get; }

    /// <summary>The covariates, a column each.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The value of a covariate in a period.</summary>
    public double this[int period, int covariate] => values[(period * Names.Count) + covariate];

    internal IReadOnlyList<double> Rows => values;

    /// <summary>This table with the columns of another one, which has the same periods.</summary>
    /// <exception cref="DataRejectedException">Other periods, or a covariate that both have.</exception>
    public PeriodCovariates With(PeriodCovariates other)
    {
        if (other is null)
            throw new ArgumentNullException(nameof(other));
        if (other.Periods != Periods)
            throw new DataRejectedException(new DataProblem { Field = "periods", Value = other.Periods.ToString(), Message = $"differ from {Periods}; make both tables over the same periods." });
        return Of(Periods, [.. Names, .. other.Names], (period, column) => column < Names.Count ? this[period, column] : other[period, column - Names.Count]);
    }

    internal static PeriodCovariates Of(CovariatePeriods periods, IReadOnlyList<string> names, Func<int, int, double> value)
    {
        double[] values = new double[periods.Count * names.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = value(i / names.Count, i % names.Count);
        return new(periods, names, values);
    }
}
