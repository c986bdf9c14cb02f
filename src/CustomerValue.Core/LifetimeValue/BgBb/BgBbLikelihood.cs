using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.BgBb;

/// <summary>
/// Penalised mean log-likelihood of BG/BB over distinct histories, by the logarithms of (α, β, γ, δ), with exact gradient and Hessian.
/// What came up to t_x are rising factorials of x, t_x − x and t_x alone: running sums over the counts of each. The silence after t_x
/// is one pass backward per (x, n).
/// </summary>
internal sealed class BgBbLikelihood : IPopulationLikelihood
{
    private readonly DistinctHistories histories;
    private readonly double penalizer;
    private readonly CancellationToken cancellationToken;
    private readonly double customers;

    /// <summary>Where the histories of a (x, n) start, and after the last of them their number.</summary>
    private readonly int[] groups;

    /// <summary>How much weight has more than i purchases, more than i opportunities passed over before t_x, and t_x above i.</summary>
    private readonly double[] bought;
    private readonly double[] passed;
    private readonly double[] lasted;

    public BgBbLikelihood(DistinctHistories histories, double penalizer, CancellationToken cancellationToken)
    {
        this.histories = histories;
        this.penalizer = penalizer;
        this.cancellationToken = cancellationToken;
        customers = histories.Weight.Sum();
        List<int> starts = [];
        for (int i = 0; i < histories.Count; i++)
        {
            if (i == 0 || histories.Frequency[i] != histories.Frequency[i - 1] || histories.Age[i] != histories.Age[i - 1])
                starts.Add(i);
        }

        groups = [.. starts, histories.Count];
        bought = WeightAbove(i => histories.Frequency[i]);
        passed = WeightAbove(i => (int)histories.Recency[i] - histories.Frequency[i]);
        lasted = WeightAbove(i => (int)histories.Recency[i]);
    }

    public int Dimension => 4;

    public double LogLikelihood { get; private set; }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double[] theta = [Math.Exp(x[0]), Math.Exp(x[1]), Math.Exp(x[2]), Math.Exp(x[3])];
        double total = ChunkedSum.Over(groups.Length - 1, (from, to, g, h) => Silence(theta, from, to, g, h), gradient, hessian, cancellationToken);
        double buying = theta[0] + theta[1];
        double leaving = theta[2] + theta[3];
        // Each factor is divided by the sum of its shapes: over a history these cancel, and nothing large is left to.
        total += Rising(bought, theta[0], buying, 1, 0, 0) + Rising(passed, theta[1], buying, 1, 1, 1) + Rising(lasted, buying, buying, -1, 0, 1)
            + Rising(lasted, theta[3], leaving, 1, 3, 3) + Rising(lasted, leaving, leaving, -1, 2, 3);
        LogLikelihood = total;
        return LogParameters.PenalizedMean(theta, [1, 1, 1, 1], customers, penalizer, total, gradient, hessian);

        // ±Σ ln[(z)_k / scale^k] where z is the parameter of the two numbers, or their sum.
        double Rising(double[] above, double z, double scale, int sign, int first, int second)
        {
            double sum = 0;
            double slope = 0;
            double bend = 0;
            for (int i = 0; i < above.Length; i++)
            {
                double inverse = 1 / (z + i);
                sum += above[i] * Math.Log((z + i) / scale);
                slope += above[i] * inverse;
                bend -= above[i] * inverse * inverse;
            }

            for (int i = first; i <= second; i++)
            {
                gradient[i] += sign * slope;
                for (int j = i; j <= second; j++)
                    hessian[i, j] += sign * bend;
            }

            return sign * sum;
        }
    }

    private double Silence(double[] theta, int from, int to, Span<double> gradient, Span<double> hessian)
    {
        double total = 0;
        for (int group = from; group < to; group++)
        {
            int last = groups[group + 1] - 1;
            double x = histories.Frequency[last];
            double j = histories.Age[last];
            BgBbSilence silence = new(theta[0], theta[1], theta[2], theta[3]);
            for (int i = last; i >= groups[group]; i--)
            {
                while (j > histories.Recency[i])
                    silence.Step(x, --j);
                total += silence.Add(histories.Weight[i], gradient, hessian);
            }
        }

        return total;
    }

    private double[] WeightAbove(Func<int, int> count)
    {
        int largest = 0;
        for (int i = 0; i < histories.Count; i++)
            largest = Math.Max(largest, count(i));
        double[] above = new double[largest];
        for (int i = 0; i < histories.Count; i++)
        {
            if (count(i) > 0)
                above[count(i) - 1] += histories.Weight[i];
        }

        for (int i = largest - 2; i >= 0; i--)
            above[i] += above[i + 1];
        return above;
    }
}
