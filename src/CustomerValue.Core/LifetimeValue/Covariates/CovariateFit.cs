using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>A fit with covariates, of purchases or of spend: checked, scaled, climbed from the model without covariates, and reported on the user's scale.</summary>
internal sealed record CovariateFit
{
    /// <summary>A factor beyond e³ = 20 a standard deviation or a level is hardly ever an effect.</summary>
    private const double HugeEffect = 3;

    public required CovariateForm Form { get; init; }

    public required CovariateRows Rows { get; init; }

    public required CovariateFitOptions Options { get; init; }

    /// <summary>What the base parameters are measured in: time, money, or 1.</summary>
    public required double[] Units { get; init; }

    /// <summary>The fit without covariates on the same rows.</summary>
    public required FitReport Plain { get; init; }

    /// <summary>Fits; the result is the base parameters where all covariates are 0, the coefficients, and the report.</summary>
    public (double[] AtZero, Coefficient[] Coefficients, FitReport Report) Run(CancellationToken cancellationToken)
    {
        CovariateEncoding encoding = Rows.Table.Encoding;
        ProblemList problems = new();
        CovariateDesign design = CovariateDesign.Of(Form, encoding, Options, problems);
        problems.ThrowIfAny();
        if (design.Effects.Count == 0)
            return ([.. Plain.Parameters.Select(parameter => parameter.Value)], [], Plain);
        CovariateMoments moments = new(Rows.Table, Rows.WeightOfKinds());
        moments.Check(design, problems);
        problems.ThrowIfAny();

        CovariateScale scale = new(design, moments, encoding, Units, Options.Penalizer, Options.CoefficientPenalizer);
        int n = Form.Names.Count;
        CovariateLikelihood likelihood = new(Rows, scale, n, cancellationToken);
        LikelihoodFit fit = LikelihoodFit.Run(likelihood, Rows.Customers, Starts(design), Options.MaxIterations, cancellationToken, n);
        double[] x = fit.Maximum.X;
        likelihood.Evaluate(x, new double[x.Length], new double[x.Length, x.Length]);
        double[] atZero = AtZero(scale.LogsAtZero(x, n), design, moments);
        double[] values = scale.Coefficients(x, n);
        Coefficient[] coefficients = design.Effects.Select((effect, e) => new Coefficient(effect.Process, effect.Column, values[e])).ToArray();

        FitReport raw = FitReports.Of(Form.Name, [.. Form.Names, .. design.FreeNames], fit, Rows.Customers, Rows.Count, likelihood.LogLikelihood, Meaning, Warnings(fit, scale, moments, values));
        double[,]? covariance = raw.Covariance is null ? null : OnUserScale(raw.Covariance, scale.Slopes(n), fit.Parameters, atZero);
        return (atZero, coefficients, raw with
        {
            Parameters = [.. Form.Names.Zip(atZero, (name, value) => new ModelParameter(name, value)), .. design.Names.Zip(values, (name, value) => new ModelParameter(name, value))],
            FreeParameters = n + design.FreeNames.Count,
            Covariance = covariance is null ? null : FitReports.Rows(covariance),
            StandardErrors = covariance is null ? null : FitReports.StandardErrors(covariance),
            LikelihoodRatio = Test(raw, design),
        });
    }

    /// <summary>The plain optimum with no effects; where it ran away, all parameters 1 in their own units too.</summary>
    private List<double[]> Starts(CovariateDesign design)
    {
        double[] none = new double[design.FreeNames.Count];
        double[] neutral = [.. Units.Select(unit => Math.Log(unit)), .. none];
        double[] plain = [.. Plain.Parameters.Select(parameter => Math.Log(parameter.Value)), .. none];
        return Plain.Converged ? [plain, neutral] : [neutral, plain];
    }

    private double[] AtZero(double[] logs, CovariateDesign design, CovariateMoments moments)
    {
        ProblemList problems = new();
        double[] theta = Array.ConvertAll(logs, Math.Exp);
        for (int i = 0; i < theta.Length; i++)
        {
            if (theta[i] > 0 && !double.IsInfinity(theta[i]))
                continue;
            IEnumerable<string> far = design.Effects.Where(effect => effect.Process.Parameter == i)
                .OrderByDescending(effect => Math.Abs(moments.Mean[effect.Column]) / moments.Deviation[effect.Column]).Select(effect => Rows.Table.Names[effect.Column]);
            problems.Add(null, far.First(), null, $"is so far from 0 that {Form.Names[i]} of a customer with 0 is no number any more; give the column less its mean.");
        }

        problems.ThrowIfAny();
        return theta;
    }

    /// <summary>The covariance of (θ at 0, coefficients) from that of (θ of the average customer, u), by the delta method.</summary>
    private static double[,] OnUserScale(IReadOnlyList<IReadOnlyList<double>> covariance, double[,] slopes, double[] centred, double[] atZero)
    {
        int rows = slopes.GetLength(0);
        int columns = slopes.GetLength(1);
        double[,] moved = new double[rows, rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int k = 0; k < columns; k++)
                {
                    for (int l = 0; l < columns; l++)
                        sum += slopes[i, k] * slopes[j, l] * covariance[k][l] / (Log(k) * Log(l));
                }

                moved[i, j] = moved[j, i] = sum * (i < atZero.Length ? atZero[i] : 1) * (j < atZero.Length ? atZero[j] : 1);
            }
        }

        return moved;

        double Log(int k) => k < atZero.Length ? centred[k] : 1;
    }

    /// <summary>No test where a penalty bent either fit, where either has no maximum, or where the plain model is none of these.</summary>
    private LikelihoodRatioTest? Test(FitReport fit, CovariateDesign design)
    {
        bool nested = design.Effects.All(effect => effect.Free >= 0);
        if (!nested || !fit.Converged || !Plain.Converged || Options.Penalizer > 0 || Options.CoefficientPenalizer > 0)
            return null;
        return new LikelihoodRatioTest(Math.Max(0, 2 * (fit.LogLikelihood - Plain.LogLikelihood)), design.FreeNames.Count);
    }

    private LocalizedText Meaning(double[] direction, double[] theta)
    {
        int base0 = Form.Names.Count;
        double ofBase = direction.Take(base0).Max(Math.Abs);
        double ofEffects = direction.Skip(base0).Max(Math.Abs);
        return ofEffects >= ofBase
            ? new("some customers whom a covariate tells apart all did the same, such as never buying again or never leaving, and no finite effect is strong enough for that", "由某个协变量区分出的客户行为完全一致（例如从不复购或从不流失），任何有限的效应都不足以描述")
            : Plain.Converged
                ? new("the model's own parameters can't be told beside the effects", "在加入效应之后，模型本身的参数无法估计")
                : new("the model has no finite optimum even without covariates; fit it without them to see why", "即使不加协变量，该模型也没有有限的最优解；请先不加协变量拟合以查明原因");
    }

    private List<LocalizedText> Warnings(LikelihoodFit fit, CovariateScale scale, CovariateMoments moments, double[] values)
    {
        List<LocalizedText> warnings = [.. Plain.Warnings, .. moments.Warnings()];
        for (int e = 0; fit.Converged && e < values.Length; e++)
        {
            Effect effect = scale.Design.Effects[e];
            bool category = Rows.Table.Encoding.Columns.First(column => column.Names.Contains(Rows.Table.Names[effect.Column])).IsCategory;
            double size = Math.Abs(values[e]) * (category ? 1 : moments.Deviation[effect.Column]);
            if (effect.Free >= 0 && size > HugeEffect)
                warnings.Add(new($"The effect {scale.Design.Names[e]} is a factor of {Wording.Number(Math.Exp(Math.Min(size, 30)))} {(category ? "between levels" : "a standard deviation")}: nearly all such customers did the same. Trust its direction, not its size.", $"效应 {scale.Design.Names[e]} 相当于{(category ? "水平之间" : "每个标准差")} {Wording.Number(Math.Exp(Math.Min(size, 30)))} 倍：这类客户的行为几乎一致。其方向可信，大小不可信。"));
        }

        return warnings;
    }
}
