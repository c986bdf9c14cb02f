using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>
/// A Metropolis chain in few dimensions that learns its steps while it burns in and keeps them afterwards. Three steps a sweep: one near the
/// present point, which works on any shape; one of any length along the first coordinate, the ridge; and, once it has learnt where the density
/// lies, one anywhere by Student distributions of its mean and covariance, which forgets the past at once where the density is nearly normal.
/// Source: Haario, Saksman &amp; Tamminen (2001), Bernoulli 7(2); Andrieu &amp; Thoms (2008), Statistics and Computing 18(4).
/// </summary>
internal sealed class AdaptiveMetropolis
{
    /// <summary>Degrees of freedom of the far steps along the ridge and across it: tails heavier than a posterior's, so that no corner is left unseen.</summary>
    private const double FreedomAlong = 1.5, FreedomAcross = 6;

    /// <summary>Far steps are so many times as wide as what was seen.</summary>
    private const double Width = 1.1;

    /// <summary>Sweeps whose points are too far from home to learn from, as a part of the burn-in.</summary>
    private const double Forgotten = 0.3;

    /// <summary>Chains start so many times wider than the guess.</summary>
    private const double Dispersion = 2;

    private readonly ILogDensity density;
    private readonly int n;
    private readonly double[] proposal;
    private readonly double[] whitened;
    private readonly LearntShape near;
    private readonly LearntShape far;
    private double logScale;
    private double logDensity;

    /// <param name="density">What is sampled.</param>
    /// <param name="guess">Where it may lie and how wide it is.</param>
    /// <param name="random">Starts the chain some widths from there, so that chains come from different sides.</param>
    public AdaptiveMetropolis(ILogDensity density, LearntShape guess, ref RandomStream random)
    {
        this.density = density;
        n = guess.Mean.Length;
        Point = new double[n];
        proposal = new double[n];
        whitened = new double[n];
        near = new LearntShape(guess);
        far = new LearntShape(guess);
        logScale = Math.Log(2.38 / Math.Sqrt(n));
        for (int i = 0; i < n; i++)
            whitened[i] = random.Normal();
        guess.FromWhitened(whitened, Dispersion, guess.Mean, Point);
        logDensity = density.At(Point);
        if (double.IsNaN(logDensity))
            logDensity = double.NegativeInfinity;
    }

    /// <summary>Where the chain is.</summary>
    public double[] Point { get; }

    /// <summary>One sweep.</summary>
    /// <param name="random">The sweep's own stream.</param>
    /// <param name="sweep">Its number from 0.</param>
    /// <param name="burnIn">How many sweeps the chain learns in.</param>
    public void Sweep(ref RandomStream random, int sweep, int burnIn)
    {
        bool learns = sweep < burnIn;
        NearStep(ref random, learns ? 1 / Math.Pow(sweep + 1, 0.6) : 0);
        LongStep(ref random);
        if (learns)
        {
            near.Learn(Point);
            if (sweep >= burnIn * Forgotten)
                far.Learn(Point);
            if (sweep % 25 == 24)
                near.Refresh();
            if (sweep == burnIn - 1)
            {
                near.Refresh();
                far.Refresh();
            }
        }
        else
        {
            FarStep(ref random);
        }
    }

    private void NearStep(ref RandomStream random, double rate)
    {
        for (int i = 0; i < n; i++)
            whitened[i] = random.Normal();
        near.FromWhitened(whitened, Math.Exp(logScale), Point, proposal);
        double candidate = density.At(proposal);
        double acceptance = candidate > logDensity ? 1 : candidate <= logDensity ? Math.Exp(candidate - logDensity) : 0;
        if (random.Uniform() < acceptance)
            MoveTo(candidate);

        logScale += rate * (acceptance - 0.3);
    }

    /// <summary>A Cauchy step: mostly within the width of the ridge, now and then from one end to the other.</summary>
    private void LongStep(ref RandomStream random)
    {
        Array.Copy(Point, proposal, n);
        proposal[0] += 1.5 * near.FirstSpread * random.Normal() / random.Normal();
        double candidate = density.At(proposal);
        if (Math.Log(random.Uniform()) < candidate - logDensity)
            MoveTo(candidate);
    }

    private void FarStep(ref RandomStream random)
    {
        for (int i = 0; i < n; i++)
        {
            double freedom = Freedom(i);
            whitened[i] = random.Normal() * Math.Sqrt(freedom / (2 * random.Gamma(freedom / 2)));
        }

        double student = LogStudents();
        far.FromWhitened(whitened, Width, far.Mean, proposal);
        double candidate = density.At(proposal);
        far.ToWhitened(Point, Width, whitened);
        if (Math.Log(random.Uniform()) < candidate - logDensity - (student - LogStudents()))
            MoveTo(candidate);
    }

    private static double Freedom(int coordinate) => coordinate == 0 ? FreedomAlong : FreedomAcross;

    /// <summary>Log-density of the far steps, up to a constant.</summary>
    private double LogStudents()
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum -= 0.5 * (Freedom(i) + 1) * Math.Log(1 + (whitened[i] * whitened[i] / Freedom(i)));
        return sum;
    }

    private void MoveTo(double candidate)
    {
        Array.Copy(proposal, Point, n);
        logDensity = candidate;
    }
}
