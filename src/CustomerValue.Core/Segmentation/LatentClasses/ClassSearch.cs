using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>
/// Climbs from random starts, the most promising ones to the end, until the best optimum has been reached often enough; then goes to the top by
/// Newton's method.
/// </summary>
internal sealed class ClassSearch
{
    /// <summary>Below this a mean log-likelihood's slope is zero.</summary>
    private const double Flat = 1e-7;

    /// <summary>More numbers than these aren't kept for the information.</summary>
    private const double MostMoments = 4e6;
    private const int MostByNewton = 400;

    /// <summary>Answers read by all starts together, beyond which only the fewest starts are taken: some seconds.</summary>
    private const double MostWork = 5e8;

    /// <summary>Starts that are compared with each other after <see cref="ShortPasses"/>; so many at most are kept at once.</summary>
    private const int MostInRound = 20;

    /// <summary>Where classes can be told, nearly every climb has ended by then; where they can't, it may take thousands.</summary>
    private const int ShortPasses = 100;
    private const int LeastFinished = 3;

    private readonly AnswerPatterns patterns;
    private readonly LatentClassOptions options;
    private readonly CancellationToken cancellationToken;

    public ClassSearch(AnswerPatterns patterns, LatentClassOptions options, CancellationToken cancellationToken)
        => (this.patterns, this.options, this.cancellationToken) = (patterns, options, cancellationToken);

    public ClassOptimum Find(int classes)
    {
        int workers = options.Workers ?? Partitions.Workers;
        Expectation expectation = new(patterns, classes, workers, cancellationToken);
        Ascent ascent = new(patterns, classes, expectation, cancellationToken);
        List<(double Value, int Reached)> optima = [];
        Climb? best = null;
        int starts = 0;
        double work = 0;
        int enough = classes == 1 ? 1 : options.Agreement;
        int round = classes == 1 ? 1 : Math.Min(2 * enough, MostInRound);
        while (starts < options.MaxStarts && (best is null || (classes > 1 && (starts < 2 * enough || (optima[0].Reached < enough && work < MostWork)))))
        {
            // Biernacki, Celeux & Govaert (2003): short climbs from many starts, then on from those that are highest.
            List<Climb> begun = [];
            for (int end = Math.Min(options.MaxStarts, starts + round); starts < end; starts++)
            {
                begun.Add(ascent.Run(Start(classes, starts), Flat, Math.Min(ShortPasses, options.MaxIterations)));
                work += Work(begun[begun.Count - 1].Passes, classes);
            }

            int finished = 0;
            foreach (Climb climb in begun.OrderByDescending(climb => climb.LogLikelihood))
            {
                if (finished >= LeastFinished && (work >= MostWork || optima[0].Reached >= enough) && !climb.Converged)
                    continue;
                Climb whole = climb;
                if (!climb.Converged && climb.Passes < options.MaxIterations)
                {
                    whole = ascent.Run(climb.Parameters, Flat, options.MaxIterations - climb.Passes);
                    work += Work(whole.Passes, classes);
                    whole = whole with { Passes = whole.Passes + climb.Passes };
                }

                finished++;
                if (best is null || whole.LogLikelihood > best.LogLikelihood)
                    best = whole;
                Note(optima, whole.LogLikelihood);
            }
        }

        ClassParameters top = InOrder(best!.Parameters);
        int steps = 0;
        if (IsSmall(classes))
        {
            ClassObjective objective = new(top, expectation, 1e-8, workers, cancellationToken);
            if (objective.Dimension is > 0 and <= MostByNewton)
            {
                Maximum maximum = NewtonMaximizer.Maximize(objective, objective.Start(), 50, cancellationToken);
                ClassParameters polished = objective.At(maximum.X);
                polished.Normalize();
                // Answers that Newton's method took for impossible keep their say: the plain step sees them all.
                if (expectation.Run(polished) >= best.LogLikelihood - (1e-12 * Math.Abs(best.LogLikelihood)))
                    (top, steps) = (InOrder(polished), maximum.Iterations);
            }
        }

        _ = ascent.Step(top, out double value, out double slope);
        optima[0] = (Math.Max(value, optima[0].Value), optima[0].Reached);
        return new ClassOptimum
        {
            Parameters = top,
            LogLikelihood = value,
            Slope = slope,
            Passes = best.Passes + steps,
            Converged = slope <= Flat,
            Starts = starts,
            Optima = [.. optima.Select(optimum => new LatentClassOptimum { LogLikelihood = optimum.Value, Reached = optimum.Reached })],
            Enough = optima[0].Reached >= enough,
            Expectation = expectation,
        };
    }

    /// <summary>Whether the information of so many classes can be kept.</summary>
    public bool IsSmall(int classes) => CrossMoments.SizeOf(patterns, classes) <= MostMoments;

    private double Work(int passes, int classes) => (double)passes * patterns.Cells.Length * classes;

    private static void Note(List<(double Value, int Reached)> optima, double value)
    {
        int same = optima.FindIndex(optimum => IsSame(optimum.Value, value));
        if (same < 0)
            optima.Add((value, 1));
        else
            optima[same] = (Math.Max(optima[same].Value, value), optima[same].Reached + 1);
        optima.Sort((a, b) => b.Value.CompareTo(a.Value));
    }

    private static bool IsSame(double one, double other) => Math.Abs(one - other) <= 1e-4 * Math.Max(1, 1e-5 * Math.Abs(one));

    private ClassParameters Start(int classes, int start)
    {
        ClassParameters parameters = new(patterns, classes);
        RandomStream random = new(options.Seed, start, classes, 0);
        for (int @class = 0; @class < classes; @class++)
        {
            for (int item = 0; item < patterns.Items; item++)
            {
                for (int category = 0; category < patterns.Categories[item]; category++)
                    parameters.Values[parameters.At(@class, patterns.Starts[item] + 1 + category)] = Math.Log(random.Exponential());
            }
        }

        parameters.Normalize();
        return parameters;
    }

    /// <summary>The largest class first; of two as large, the one whose first answers are more probable.</summary>
    private ClassParameters InOrder(ClassParameters parameters)
    {
        double[] shares = ClassShares.Of(parameters);
        int[] order = Enumerable.Range(0, parameters.Classes).ToArray();
        Array.Sort(order, (a, b) =>
        {
            int by = Math.Round(shares[b], 9).CompareTo(Math.Round(shares[a], 9));
            for (int cell = 0; by == 0 && cell < patterns.CellCount; cell++)
                by = Math.Round(Math.Exp(parameters.Values[parameters.At(b, cell)]), 9).CompareTo(Math.Round(Math.Exp(parameters.Values[parameters.At(a, cell)]), 9));
            return by;
        });
        return parameters.InOrder(order);
    }
}
