namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>A fitted model, the same with each parameter moved a little to either side, and the covariance of the parameters: all that the delta method needs.</summary>
/// <typeparam name="TModel">The model.</typeparam>
internal sealed class DisplacedModels<TModel>
    where TModel : class
{
    /// <summary>The step as a part of a parameter: the third-order error and the rounding error of a model's numbers then both stay below 1e-7.</summary>
    private const double Step = 1e-4;

    private readonly double[] steps;
    private readonly double[,] covariance;

    private DisplacedModels(TModel model, TModel[] up, TModel[] down, double[] steps, double[,] covariance)
    {
        Model = model;
        Up = up;
        Down = down;
        this.steps = steps;
        this.covariance = covariance;
    }

    public TModel Model { get; }

    public TModel[] Up { get; }

    public TModel[] Down { get; }

    /// <summary>How many parameters are uncertain; one without a variance, such as a chosen k, is taken as known.</summary>
    public int Count => steps.Length;

    /// <summary>Null where the fit has no covariance, or parameters alone don't make the model.</summary>
    public static DisplacedModels<TModel>? Of(TModel model, FitReport report, Func<TModel, IReadOnlyList<double>, TModel?> with)
    {
        double[] theta = report.Parameters.Select(parameter => parameter.Value).ToArray();
        if (report.Covariance is not { } all || all.Count != theta.Length || with(model, theta) is null)
            return null;
        int[] uncertain = Enumerable.Range(0, theta.Length).Where(i => all[i][i] > 0).ToArray();
        double[] steps = uncertain.Select(i => Step * Math.Max(Math.Abs(theta[i]), Math.Sqrt(all[i][i]))).ToArray();
        double[,] covariance = new double[uncertain.Length, uncertain.Length];
        for (int i = 0; i < uncertain.Length; i++)
        {
            for (int j = 0; j < uncertain.Length; j++)
                covariance[i, j] = all[uncertain[i]][uncertain[j]];
        }

        TModel Moved(int i, double by)
        {
            double[] moved = (double[])theta.Clone();
            moved[uncertain[i]] += by;
            return with(model, moved)!;
        }

        return new(
            model,
            Enumerable.Range(0, steps.Length).Select(i => Moved(i, steps[i])).ToArray(),
            Enumerable.Range(0, steps.Length).Select(i => Moved(i, -steps[i])).ToArray(),
            steps,
            covariance);
    }

    /// <summary>A derivative, from the number on either side.</summary>
    public double Slope(int i, double up, double down) => (up - down) / (2 * steps[i]);

    /// <summary>gᵀCg: the variance of a number with these derivatives.</summary>
    public double Variance(double[] slopes) => Math.Max(0, Covariance(slopes, slopes));

    /// <summary>gᵀCh: the covariance of two numbers with these derivatives.</summary>
    public double Covariance(double[] slopes, double[] others)
    {
        double sum = 0;
        for (int i = 0; i < slopes.Length; i++)
        {
            for (int j = 0; j < others.Length; j++)
                sum += slopes[i] * others[j] * covariance[i, j];
        }

        return sum;
    }

    /// <summary>The derivatives of a number.</summary>
    public double[] Slopes(Func<TModel, double> number) => Enumerable.Range(0, Count).Select(i => Slope(i, number(Up[i]), number(Down[i]))).ToArray();

    /// <summary>Variances of a column of numbers; their values are written to <paramref name="values"/>.</summary>
    public double[] Variances(Action<TModel, double[]> score, double[] values)
    {
        score(Model, values);
        double[][] slopes = new double[Count][];
        double[] down = new double[values.Length];
        for (int i = 0; i < slopes.Length; i++)
        {
            slopes[i] = new double[values.Length];
            score(Up[i], slopes[i]);
            score(Down[i], down);
            for (int row = 0; row < down.Length; row++)
                slopes[i][row] = Slope(i, slopes[i][row], down[row]);
        }

        double[] variances = new double[values.Length];
        double[] own = new double[Count];
        for (int row = 0; row < variances.Length; row++)
        {
            for (int i = 0; i < own.Length; i++)
                own[i] = slopes[i][row];
            variances[row] = Variance(own);
        }

        return variances;
    }
}
