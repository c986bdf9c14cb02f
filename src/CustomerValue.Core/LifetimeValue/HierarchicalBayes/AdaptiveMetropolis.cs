using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>
/// A Metropolis chain in few dimensions that learns its steps while it burns in and keeps them afterwards.
/// Two steps a sweep: one near the present point, which works on any shape, and, once it has learnt where the density lies,
/// one anywhere by a Student distribution of its mean and covariance, which forgets the past at once where the density is nearly normal.
/// Source: Haario, Saksman &amp; Tamminen (2001), Bernoulli 7(2); Andrieu &amp; Thoms (2008), Statistics and Computing 18(4).
/// </summary>
internal sealed class AdaptiveMetropolis
{
    /// <summary>Degrees of freedom of the far steps: tails heavier than a posterior's, so that no corner is left unseen.</summary>
    private const double Freedom = 5;

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
    private double farDensity;

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
        if (learns)
        {
            near.Learn(Point);
            if (sweep >= burnIn * Forgotten)
                far.Learn(Point);
            if (sweep % 25 == 24)
                near.Refresh();
            if (sweep == burnIn - 1)
                Settle();
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
        {
            Array.Copy(proposal, Point, n);
            logDensity = candidate;
            farDensity = far.LogStudent(Point, Freedom);
        }

        logScale += rate * (acceptance - 0.3);
    }

    private void FarStep(ref RandomStream random)
    {
        double stretch = Math.Sqrt(Freedom / (2 * random.Gamma(Freedom / 2)));
        for (int i = 0; i < n; i++)
            whitened[i] = random.Normal();
        far.FromWhitened(whitened, stretch, far.Mean, proposal);
        double candidate = density.At(proposal);
        double student = far.LogStudent(proposal, Freedom);
        if (Math.Log(random.Uniform()) < candidate - logDensity - (student - farDensity))
        {
            Array.Copy(proposal, Point, n);
            logDensity = candidate;
            farDensity = student;
        }
    }

    private void Settle()
    {
        near.Refresh();
        far.Refresh();
        farDensity = far.LogStudent(Point, Freedom);
    }
}
