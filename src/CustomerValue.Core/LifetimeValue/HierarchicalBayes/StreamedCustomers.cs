namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>
/// Summaries of every customer's draws in one chain, kept up as the draws come; no draw is kept. Means and standard deviations are exact.
/// The 5 %, 50 % and 95 % quantiles follow the draws by stochastic approximation on the logarithm, with steps that shrink as 1/draws from where
/// a normal distribution would have them. Source: Robbins &amp; Monro (1951); gain as in Tierney (1983), SIAM J. Sci. Stat. Comput. 4(4).
/// </summary>
internal sealed class StreamedCustomers
{
    /// <summary>Draws before the quantiles start.</summary>
    private const int Pilot = 20;

    /// <summary>Places of a rate: sums of the rate, its square, its log and that one's square; then the quantiles of the log.</summary>
    private const int OfRate = 7;

    /// <summary>Steps are so many times those that are best for a normal distribution, as a skew one needs longer ones.</summary>
    private const double Gain = 2.5;

    private static readonly double[] Levels = [0.05, 0.5, 0.95];
    private static readonly double[] Places = [-1.6448536269514722, 0, 1.6448536269514722];
    private static readonly double[] Heights = [0.10313564037537128, 0.3989422804014327, 0.10313564037537128];
    private readonly double[] horizons;
    private readonly double[] state;
    private readonly int stride;
    private int draws;

    public StreamedCustomers(int customers, double[] horizons)
    {
        this.horizons = horizons;
        stride = 1 + (2 * OfRate) + (2 * horizons.Length);
        state = new double[(long)customers * stride];
    }

    /// <summary>To be called before every draw of all customers.</summary>
    public void Next() => draws++;

    /// <summary>Takes a customer's draw in.</summary>
    /// <param name="row">The customer.</param>
    /// <param name="alive">Probability alive under the draw.</param>
    /// <param name="lambda">λ.</param>
    /// <param name="logLambda">Its logarithm.</param>
    /// <param name="mu">μ.</param>
    /// <param name="logMu">Its logarithm.</param>
    public void Add(int row, double alive, double lambda, double logLambda, double mu, double logMu)
    {
        int at = row * stride;
        state[at] += alive;
        AddRate(at + 1, lambda, logLambda);
        AddRate(at + 1 + OfRate, mu, logMu);
    }

    /// <summary>Takes the mean number of purchases within a horizon, given the customer's draw, and its square on average, in.</summary>
    public void AddPurchases(int row, int horizon, double expected, double square)
    {
        int at = (row * stride) + 1 + (2 * OfRate) + (2 * horizon);
        state[at] += expected;
        state[at + 1] += square;
    }

    /// <summary>The summaries over all chains, joined in order.</summary>
    public static CustomerMoments[] Join(IReadOnlyList<StreamedCustomers> chains)
    {
        StreamedCustomers first = chains[0];
        double n = chains.Sum(chain => (double)chain.draws);
        CustomerMoments[] moments = new CustomerMoments[first.state.Length / first.stride];
        for (int row = 0; row < moments.Length; row++)
        {
            double Mean(int place) => chains.Sum(chain => chain.state[(row * chain.stride) + place]) / n;
            CustomerMoments of = moments[row] = new CustomerMoments(first.horizons.Length);
            of.Numbers[CustomerMoments.Alive] = Math.Min(1, Mean(0));
            SetRate(1, CustomerMoments.Purchase);
            SetRate(1 + OfRate, CustomerMoments.Dropout);
            for (int i = 0; i < first.horizons.Length; i++)
            {
                double mean = Mean(1 + (2 * OfRate) + (2 * i));
                of.Numbers[CustomerMoments.Horizons + (2 * i)] = mean;
                of.Numbers[CustomerMoments.Horizons + (2 * i) + 1] = Math.Sqrt(Math.Max(0, Mean(2 + (2 * OfRate) + (2 * i)) - (mean * mean)));
            }

            void SetRate(int from, int to)
            {
                double mean = of.Numbers[to] = Mean(from);
                of.Numbers[to + 1] = Math.Sqrt(Math.Max(0, Mean(from + 1) - (mean * mean)));
                for (int i = 0; i < Levels.Length; i++)
                    of.Numbers[to + 2 + i] = Math.Exp(chains.Sum(chain => chain.Quantile((row * chain.stride) + from, i) * chain.draws) / n);
            }
        }

        return moments;
    }

    private void AddRate(int at, double rate, double log)
    {
        state[at] += rate;
        state[at + 1] += rate * rate;
        state[at + 2] += log;
        state[at + 3] += log * log;
        if (draws <= Pilot)
            return;
        double spread = Spread(at, draws);
        for (int i = 0; i < Levels.Length; i++)
        {
            double quantile = draws == Pilot + 1 ? (state[at + 2] / draws) + (Places[i] * spread) : state[at + 4 + i];
            double step = Gain * spread / (Heights[i] * draws);
            state[at + 4 + i] = quantile + (step * (Levels[i] - (log <= quantile ? 1 : 0)));
        }
    }

    private double Quantile(int at, int i) => draws > Pilot ? state[at + 4 + i] : (state[at + 2] / draws) + (Places[i] * Spread(at, draws));

    private double Spread(int at, double n)
    {
        double mean = state[at + 2] / n;
        return Math.Sqrt(Math.Max(0, (state[at + 3] / n) - (mean * mean)));
    }
}
