using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoGgg;

/// <summary>
/// Customers spread evenly over what the draws of the population and a history leave open. Before the silence after the last purchase is
/// weighed, λ given k and μ are gamma-distributed, and k has a density in closed form: points of these distributions need only be weighed by
/// the chance of the silence, which is never far from 1 for the likely ones. So some hundred points do for any number of purchases.
/// </summary>
internal sealed class GggPopulation
{
    /// <summary>Points of a history.</summary>
    public const int Nodes = 512;

    private const double Furthest = 300;

    /// <summary>Logarithms of k between these: below, dozens of purchases fall on one moment; above, a rhythm is strict.</summary>
    private const double Bursts = -4.605170185988091, Strict = 10;

    private const double ShortestTime = 1e-300;
    private readonly Draw[] draws = new Draw[Nodes];
    private readonly RhythmProposal proposal;

    public GggPopulation(IReadOnlyList<IReadOnlyList<double>> hyper)
    {
        for (int i = 0; i < Nodes; i++)
        {
            IReadOnlyList<double> draw = hyper[(int)((long)(i % (Nodes / 2)) * hyper.Count / (Nodes / 2))];
            draws[i] = new Draw(i, draw);
        }

        proposal = new RhythmProposal([.. draws.Where((_, i) => i % (Nodes / RhythmProposal.Draws) == 0)]);
    }

    /// <summary>A customer without a history, point <paramref name="i"/>.</summary>
    public GggNode New(int i)
    {
        ref readonly Draw draw = ref draws[i];
        double logK = Rhythm(draw.LogK);
        return new GggNode { K = Math.Exp(logK), Rate = Math.Exp(Within(logK + draw.LogLambda - Math.Log(draw.Alpha))), Mu = Math.Exp(Within(draw.LogMu - draw.LogBeta)), Weight = 1, Alive = 1 };
    }

    /// <summary>
    /// Fills in all points for a history, and returns the logarithm of what weights are relative to. Half of the points are those of customers who
    /// may have left at once, half of those who have not: λ and μ have gamma distributions of their own in both, and each point is weighed by both.
    /// </summary>
    public double Fill(PurchaseSummary customer, Span<GggNode> nodes)
    {
        double silence = customer.Age - customer.Recency;
        Span<double> logs = stackalloc double[Nodes];
        Span<double> cells = stackalloc double[RhythmProposal.Cells + 1];
        double x = customer.Frequency;
        (double from, double width) = x == 0 ? default : proposal.Fill(customer, cells);
        double largest = double.NegativeInfinity;
        for (int i = 0; i < Nodes; i++)
        {
            ref readonly Draw draw = ref draws[i];
            double logDensity = 0;
            double logK = x == 0 ? Rhythm(draw.LogK) : RhythmProposal.At(cells, from, width, draw.Place, out logDensity);
            double k = Math.Exp(logK);
            double shape = (x * k) + draw.R;
            (double alpha, double alphaStill) = ((k * customer.Recency) + draw.Alpha, (k * customer.Age) + draw.Alpha);
            (double beta, double betaStill) = (draw.Beta + customer.Recency, draw.Beta + customer.Age);
            bool still = i >= Nodes / 2;
            double logLambda = (x == 0 ? draw.LogLambda : GammaQuantile.Log(shape, draw.PlaceOfRate)) - Math.Log(still ? alphaStill : alpha);
            double logMu = draw.LogMu - Math.Log(still ? betaStill : beta);
            GggNode node = new() { K = k, Rate = Math.Exp(Within(logK + logLambda)), Mu = Math.Exp(Within(logMu)) };
            double silent = RegularBuyer.Silence(k, node.Rate, node.Mu, silence);
            node.Alive = RegularBuyer.SilentAndStill(k, node.Rate, node.Mu, silence) / silent;
            // By how much more often the point comes in those who are still there.
            double odds = (shape * Math.Log(alphaStill / alpha)) + (draw.S * Math.Log(betaStill / beta)) - ((node.Rate + node.Mu) * silence);
            logs[i] = Math.Log(silent) - SpecialFunctions.LogOnePlusExp(odds);
            if (x > 0)
                logs[i] += draw.LogDensity(logK, customer) + (draw.S * (draw.LogBeta - Math.Log(beta))) - logDensity;
            nodes[i] = node;
            largest = Math.Max(largest, logs[i]);
        }

        for (int i = 0; i < Nodes; i++)
        {
            nodes[i].Weight = Math.Exp(logs[i] - largest);
            nodes[i].Alive *= nodes[i].Weight;
        }

        return largest + Math.Log(2.0 / Nodes);
    }

    /// <summary>Draws of when the next purchase follows, for points where it matters.</summary>
    public void Wait(double silence, Span<GggNode> nodes)
    {
        for (int i = 0; i < Nodes; i++)
        {
            ref GggNode node = ref nodes[i];
            double silent = node.Rate * silence;
            double tail = MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(node.K, silent) * draws[i].Chance;
            // A gap that is long beyond all doubles ends at the pace of its tail.
            node.Wait = tail > 1e-300
                ? Math.Max(0, Math.Exp(Within(GammaQuantile.LogFromAbove(node.K, Math.Min(tail, 1 - 1e-15)))) - silent) / node.Rate
                : -Math.Log(draws[i].Chance) / node.Rate;
        }
    }

    /// <summary>What the gaps of a history say of k alone: the part without λ.</summary>
    private static double LogGapTerm(double k, PurchaseSummary customer)
    {
        double x = customer.Frequency;
        return customer.LogGaps is { } sum
            ? ((k - 1) * sum) - (x * SpecialFunctions.LogGamma(k))
            : (x * (k - 1) * Math.Log(Math.Max(customer.Recency, ShortestTime))) + SpecialFunctions.LogGamma(x) - SpecialFunctions.LogGamma(x * k);
    }

    private static double Within(double log) => Math.Max(-Furthest, Math.Min(Furthest, log));

    private static double Rhythm(double log) => Math.Max(Bursts, Math.Min(Strict, log));

    /// <summary>A draw of the six parameters with its point.</summary>
    internal readonly struct Draw
    {
        private readonly double t;
        private readonly double gamma;
        private readonly double norm;

        public Draw(int i, IReadOnlyList<double> draw)
        {
            (t, gamma, R, Alpha, S, Beta) = (draw[0], draw[1], draw[2], draw[3], draw[4], draw[5]);
            norm = (t * Math.Log(gamma)) - SpecialFunctions.LogGamma(t) + (R * Math.Log(Alpha)) - SpecialFunctions.LogGamma(R);
            LogBeta = Math.Log(Beta);
            (Place, PlaceOfRate, Chance) = (EvenPoints.At(i, 0), EvenPoints.At(i, 1), EvenPoints.At(i, 3));
            LogK = GammaQuantile.Log(t, Place) - Math.Log(gamma);
            LogLambda = GammaQuantile.Log(R, PlaceOfRate);
            LogMu = GammaQuantile.Log(S, EvenPoints.At(i, 2));
        }

        public double R { get; }

        public double Alpha { get; }

        public double S { get; }

        public double Beta { get; }

        public double LogBeta { get; }

        public double Place { get; }

        public double PlaceOfRate { get; }

        /// <summary>Where in the distribution of the next gap's rest.</summary>
        public double Chance { get; }

        /// <summary>ln k of a customer without a history.</summary>
        public double LogK { get; }

        /// <summary>ln λ of one, times α.</summary>
        public double LogLambda { get; }

        /// <summary>ln μ of one, times β.</summary>
        public double LogMu { get; }

        /// <summary>Of ln k with x gaps that add up to t_x, λ integrated out.</summary>
        public double LogDensity(double logK, PurchaseSummary customer)
        {
            double k = Math.Exp(logK);
            return LogDensity(logK, k, customer, LogGapTerm(k, customer));
        }

        public double LogDensity(double logK, double k, PurchaseSummary customer, double gapTerm)
        {
            double stages = customer.Frequency * k;
            return norm + ((t + stages) * logK) - (gamma * k) + gapTerm
                + SpecialFunctions.LogGamma(stages + R) - ((stages + R) * Math.Log((k * customer.Recency) + Alpha));
        }
    }

    /// <summary>The density of ln k from which points come: nearly the mean over some draws, flat within cells. Points are weighed by what it misses.</summary>
    internal sealed class RhythmProposal(Draw[] some)
    {
        public const int Cells = 64, Draws = 8;

        /// <summary>Its tails are a little heavier, so that no draw's density is far above it.</summary>
        private const double Heavier = 0.9;

        private const double Depth = 25;
        private const int Looks = 10;

        /// <summary>Writes the cumulative probability at the borders of cells, and returns where they are.</summary>
        public (double From, double Width) Fill(PurchaseSummary customer, Span<double> cells)
        {
            double largest = double.NegativeInfinity;
            double low = Bursts, width = (Strict - Bursts) / Cells;
            // Look closer until what counts fills a good part of the view.
            for (int looks = 0; looks < Looks; looks++)
            {
                int first = Cells, last = 0;
                largest = double.NegativeInfinity;
                for (int i = 1; i <= Cells; i++)
                    largest = Math.Max(largest, cells[i] = LogDensity(low + ((i - 0.5) * width), customer));
                for (int i = 1; i <= Cells; i++)
                {
                    if (cells[i] >= largest - Depth)
                        (first, last) = (Math.Min(first, i), i);
                }

                if (last - first >= Cells / 4)
                    break;
                double high = Math.Min(Strict, low + ((last + 1) * width));
                low = Math.Max(Bursts, low + ((first - 2) * width));
                width = (high - low) / Cells;
            }

            cells[0] = 0;
            for (int i = 0; i < Cells; i++)
                cells[i + 1] = cells[i] + Math.Exp(Math.Max(-Depth - 5, Heavier * (cells[i + 1] - largest)));
            for (int i = 1; i < Cells; i++)
                cells[i] /= cells[Cells];
            cells[Cells] = 1;
            return (low, width);
        }

        /// <summary>Where the cumulative probability is <paramref name="place"/>, and the density there.</summary>
        public static double At(ReadOnlySpan<double> cells, double from, double width, double place, out double logDensity)
        {
            int cell = 0;
            int end = Cells;
            while (end - cell > 1)
            {
                int middle = (cell + end) / 2;
                if (cells[middle] <= place)
                    cell = middle;
                else
                    end = middle;
            }

            double mass = cells[cell + 1] - cells[cell];
            logDensity = Math.Log(mass / width);
            return from + (width * (cell + ((place - cells[cell]) / mass)));
        }

        private double LogDensity(double logK, PurchaseSummary customer)
        {
            double k = Math.Exp(logK);
            double gapTerm = LogGapTerm(k, customer);
            double largest = double.NegativeInfinity;
            double sum = 0;
            foreach (Draw draw in some)
            {
                double value = draw.LogDensity(logK, k, customer, gapTerm);
                sum = value <= largest ? sum + Math.Exp(value - largest) : 1 + (sum * Math.Exp(largest - value));
                largest = Math.Max(largest, value);
            }

            return largest + Math.Log(sum);
        }
    }
}
