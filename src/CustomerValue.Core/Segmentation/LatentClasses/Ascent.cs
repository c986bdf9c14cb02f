using MathNet.Numerics.LinearAlgebra;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>Where a climb ended.</summary>
internal sealed record Climb(ClassParameters Parameters, double LogLikelihood, int Passes, bool Converged);

/// <summary>
/// EM, speeded up by squared extrapolation in the logarithms: Varadhan &amp; Roland (2008), scheme S3, steps measured by their effect on
/// probabilities. The likelihood never falls: where the extrapolated point is lower, the plain step stands. Membership by covariates rises
/// by the bound of Böhning (1992), so that this step can't fall either.
/// </summary>
internal sealed class Ascent
{
    private readonly AnswerPatterns patterns;
    private readonly int classes;
    private readonly Expectation expectation;
    private readonly Matrix<double>? inverse;
    private readonly CancellationToken cancellationToken;

    public Ascent(AnswerPatterns patterns, int classes, Expectation expectation, CancellationToken cancellationToken)
    {
        (this.patterns, this.classes, this.expectation, this.cancellationToken) = (patterns, classes, expectation, cancellationToken);
        int width = patterns.Width;
        if (!patterns.HasCovariates)
            return;
        Matrix<double> products = Matrix<double>.Build.Dense(width, width);
        for (int pattern = 0; pattern < patterns.Count; pattern++)
        {
            for (int a = 0; a < width; a++)
            {
                for (int b = 0; b < width; b++)
                    products[a, b] += patterns.Weights[pattern] * patterns.Terms[(pattern * width) + a] * patterns.Terms[(pattern * width) + b];
            }
        }

        // Where covariates repeat each other the ridge shares the effect; the information tells that it can't be identified.
        for (int a = 0; a < width; a++)
            products[a, a] += 1e-9 * patterns.Total;
        inverse = products.Inverse();
    }

    /// <summary>Climbs until the largest derivative by a log odds, over the respondents, is at most <paramref name="tolerance"/>.</summary>
    public Climb Run(ClassParameters start, double tolerance, int maxPasses)
    {
        ClassParameters current = start;
        ClassParameters first = Step(current, out double value, out double slope);
        int passes = 1;
        while (slope > tolerance && passes < maxPasses)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ClassParameters second = Step(first, out double firstValue, out slope);
            passes++;
            if (slope <= tolerance)
                return new Climb(first, firstValue, passes, true);
            ClassParameters far = Extrapolate(current, first, second);
            ClassParameters next = Step(far, out double farValue, out double farSlope);
            passes++;
            if (farValue >= firstValue)
                (current, first, value, slope) = (far, next, farValue, farSlope);
            else
            {
                current = second;
                first = Step(second, out value, out slope);
                passes++;
            }
        }

        return new Climb(current, value, passes, slope <= tolerance);
    }

    /// <summary>One plain step of EM; the value and the slope are those before it.</summary>
    public ClassParameters Step(ClassParameters from, out double value, out double slope)
    {
        value = expectation.Run(from);
        ClassParameters to = from.Copy();
        double steepest = MoveMembership(from, to);
        int lanes = from.Lanes;
        for (int @class = 0; @class < classes; @class++)
        {
            for (int item = 0; item < patterns.Items; item++)
            {
                int start = patterns.Starts[item] + 1, end = start + patterns.Categories[item];
                double all = 0;
                for (int cell = start; cell < end; cell++)
                    all += expectation.Counts[(cell * lanes) + @class];
                if (!(all > 1e-300))
                    continue;
                for (int cell = start; cell < end; cell++)
                {
                    double count = expectation.Counts[(cell * lanes) + @class];
                    int at = from.At(@class, cell);
                    // A probability at the floor that would fall further is where it ends.
                    double pull = count - (all * Math.Exp(from.Values[at]));
                    if (pull > 0 || from.Values[at] > Math.Log(2 * ClassParameters.Least))
                        steepest = Math.Max(steepest, Math.Abs(pull));
                    to.Values[at] = Math.Log(Math.Max(count / all, ClassParameters.Least));
                }
            }
        }

        slope = steepest / patterns.Total;
        return to;
    }

    private double MoveMembership(ClassParameters from, ClassParameters to)
    {
        int width = patterns.Width;
        double[] score = expectation.Score;
        double steepest = 0;
        for (int i = 0; i < classes * width; i++)
            steepest = Math.Max(steepest, Math.Abs(score[i]));
        for (int @class = 1; @class < classes; @class++)
        {
            if (inverse is null)
            {
                to.Values[@class - 1] = Math.Log(Math.Max(expectation.Members[@class], 1e-30) / Math.Max(expectation.Members[0], 1e-30));
                continue;
            }

            // Scores of all classes sum to 0, so that the sum over the others is minus that of the first.
            for (int a = 0; a < width; a++)
            {
                for (int b = 0; b < width; b++)
                    to.Values[((@class - 1) * width) + a] += 2 * inverse[a, b] * (score[(@class * width) + b] - score[b]);
            }
        }

        return steepest;
    }

    private static ClassParameters Extrapolate(ClassParameters zero, ClassParameters one, ClassParameters two)
    {
        double[] a = zero.Values, b = one.Values, c = two.Values;
        double moved = 0, bent = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double weight = i < zero.CellsFrom ? 0.25 : Math.Exp(a[i]);
            double r = b[i] - a[i], v = c[i] - b[i] - r;
            moved += weight * r * r;
            bent += weight * v * v;
        }

        double length = bent > 0 ? Math.Max(1, Math.Min(Math.Sqrt(moved / bent), 1e4)) : 1;
        double[] values = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            double r = b[i] - a[i], v = c[i] - b[i] - r;
            values[i] = a[i] + (2 * length * r) + (length * length * v);
            values[i] = Math.Max(-500, Math.Min(500, values[i]));
        }

        ClassParameters far = zero.With(values);
        far.Normalize();
        return far;
    }
}
