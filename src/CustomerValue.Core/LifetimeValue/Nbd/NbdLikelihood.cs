using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.Nbd;

/// <summary>Penalised mean log-likelihood of NBD over distinct histories, by ln r and ln α: ln (r)_x − x ln α − (r+x) ln(1+T/α).</summary>
internal sealed class NbdLikelihood(DistinctHistories histories, double timeScale, double penalizer) : IPopulationLikelihood
{
    private readonly double customers = histories.Weight.Sum();
    private readonly double[] weightOf = CountTerms.WeightByFrequency(histories);

    public int Dimension => 2;

    public double LogLikelihood { get; private set; }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double r = Math.Exp(x[0]);
        double alpha = Math.Exp(x[1]);
        double total = ChunkedSum.Over(histories.Count, (from, to, g, h) => Times(r, alpha, from, to, g, h), gradient, hessian);
        total += CountTerms.Add(weightOf, r, alpha, gradient, hessian);
        LogLikelihood = total;
        return LogParameters.PenalizedMeanByLogs([r, alpha], [1, timeScale], customers, penalizer, total, gradient, hessian);
    }

    private double Times(double r, double alpha, int from, int to, Span<double> g, Span<double> h)
    {
        double total = 0;
        for (int i = from; i < to; i++)
        {
            double w = histories.Weight[i];
            double age = histories.Age[i];
            double purchases = r + histories.Frequency[i];
            double log = w * SpecialFunctions.Log1P(age / alpha);
            double share = w * age / (alpha + age);
            total -= purchases * log;
            g[0] -= r * log;
            g[1] += purchases * share;
            h[0] -= r * log;
            h[1] += r * share;
            h[3] -= purchases * share * (alpha / (alpha + age));
        }

        return total;
    }
}
