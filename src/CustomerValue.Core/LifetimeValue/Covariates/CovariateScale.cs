namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>
/// Covariates as a fit sees them: centred, so that the base parameters are those of the average customer, and over their standard
/// deviation, so that no unit makes the likelihood steep; and the way back to the user's scale.
/// </summary>
internal sealed class CovariateScale
{
    private readonly CovariateMoments moments;
    private readonly double[] scales;

    public CovariateScale(CovariateDesign design, CovariateMoments moments, CovariateEncoding encoding, double[] units, double penalizer, double coefficientPenalizer)
    {
        Design = design;
        this.moments = moments;
        Units = units;
        Penalizer = penalizer;
        bool[] category = encoding.Columns.SelectMany(column => column.Names.Select(_ => column.IsCategory)).ToArray();
        scales = design.FreeNames.Select((string _, int k) => moments.Deviation[design.Effects.First(effect => effect.Free == k).Column]).ToArray();
        CoefficientPenalizers = design.FreeNames.Select((_, k) => coefficientPenalizer
            * design.Effects.Where(effect => effect.Free == k).Sum(effect => category[effect.Column] ? 1 : moments.Deviation[effect.Column] * moments.Deviation[effect.Column]) / (scales[k] * scales[k])).ToArray();
    }

    public CovariateDesign Design { get; }

    /// <summary>What the base parameters are measured in for the penalty.</summary>
    public double[] Units { get; }

    public double Penalizer { get; }

    /// <summary>The penalty of every u².</summary>
    public double[] CoefficientPenalizers { get; }

    /// <summary>What a coefficient adds to its log-parameter per u, or all that it adds where it is fixed.</summary>
    public double Step(in Effect effect, ReadOnlySpan<double> z) =>
        effect.Process.Sign * effect.Factor * (z[effect.Column] - moments.Mean[effect.Column]) / (effect.Free < 0 ? 1 : scales[effect.Free]);

    /// <summary>The coefficients on the user's scale.</summary>
    public double[] Coefficients(double[] x, int parameters) =>
        Design.Effects.Select(effect => effect.Free < 0 ? effect.Factor : effect.Factor * x[parameters + effect.Free] / scales[effect.Free]).ToArray();

    /// <summary>The logs of the base parameters where all covariates are 0.</summary>
    public double[] LogsAtZero(double[] x, int parameters)
    {
        double[] logs = x.Take(parameters).ToArray();
        double[] coefficients = Coefficients(x, parameters);
        for (int e = 0; e < coefficients.Length; e++)
            logs[Design.Effects[e].Process.Parameter] -= Design.Effects[e].Process.Sign * moments.Mean[Design.Effects[e].Column] * coefficients[e];
        return logs;
    }

    /// <summary>The derivatives of (logs at 0, coefficients) by x: rows by columns.</summary>
    public double[,] Slopes(int parameters)
    {
        double[,] slopes = new double[parameters + Design.Effects.Count, parameters + scales.Length];
        for (int i = 0; i < parameters; i++)
            slopes[i, i] = 1;
        for (int e = 0; e < Design.Effects.Count; e++)
        {
            Effect effect = Design.Effects[e];
            if (effect.Free < 0)
                continue;
            double slope = effect.Factor / scales[effect.Free];
            slopes[parameters + e, parameters + effect.Free] = slope;
            slopes[effect.Process.Parameter, parameters + effect.Free] -= effect.Process.Sign * moments.Mean[effect.Column] * slope;
        }

        return slopes;
    }
}
