using CustomerValue.Customers;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoGgg;

/// <summary>
/// One chain of Pareto/GGG: Metropolis steps for every customer's (ln k, ln λ, ln μ); the populations of k and λ from their sums, and moves that scale all
/// customers' values together with their population's rate, along which the two would else hold each other back; s, β and every μ anew, given who left when.
/// </summary>
internal sealed class GggChain : IGibbsChain
{
    /// <summary>Beyond this the gamma functions of a proposal are not worth their evaluation.</summary>
    private const double FurthestLog = 40;

    /// <summary>So often a future is drawn anew that contradicts the silence; then the customer counts as gone.</summary>
    private const int Tries = 1000;

    private readonly SummaryColumns columns;
    private readonly double[][] logs;
    private readonly double[] logChance;
    private readonly double[] spare;
    private readonly GammaPopulation[] populations;
    private readonly StepSize[] sizes;
    private readonly StepSize[] stretches;
    private readonly double[] proposed;
    private readonly DropoutDraw dropout;

    public GggChain(SummaryColumns columns, GggPriors priors, ref RandomStream random)
    {
        this.columns = columns;
        int n = columns.Count;
        logs = [new double[n], new double[n], new double[n]];
        (logChance, spare) = (new double[n], new double[n]);
        populations = [new(priors.T, priors.Gamma), new(priors.R, priors.Alpha), new(priors.S, priors.Beta)];
        sizes = [new(3 / Math.Sqrt(n)), new(3 / Math.Sqrt(n))];
        stretches = [new(10 / Math.Sqrt(n)), new(10 / Math.Sqrt(n))];
        proposed = new double[n];
        dropout = new DropoutDraw(priors.S, priors.Beta, n);
        double longest = columns.Age.ToArray().Max();
        double off = random.Normal();
        for (int i = 0; i < n; i++)
        {
            logs[0][i] = 0.5 * random.Normal();
            logs[1][i] = Math.Log((columns.Frequency[i] + 0.5) / longest) + (0.5 * random.Normal());
            logs[2][i] = -Math.Log(longest) + off + random.Normal();
            logChance[i] = LogChance(i, logs[0][i], logs[1][i], logs[2][i]);
        }

        DrawPopulations(ref random);
    }

    public double[] Parameters() => [.. populations.SelectMany(population => new[] { population.Shape, population.Rate })];

    public void Sweep(ref RandomStream random, double rate)
    {
        for (int i = 0; i < columns.Count; i++)
            DrawCustomer(i, ref random);
        DrawPopulations(ref random);
        for (int which = 0; which < sizes.Length; which++)
        {
            Scale(which, ref random, rate);
            Stretch(which, ref random, rate);
        }

        DrawDropout(ref random);
    }

    public void Report(StreamedCustomers streamed, double[] horizons, ref RandomStream random)
    {
        streamed.Next();
        Span<int> counts = stackalloc int[horizons.Length];
        for (int i = 0; i < columns.Count; i++)
        {
            (double k, double lambda, double mu) = (Math.Exp(logs[0][i]), Math.Exp(logs[1][i]), Math.Exp(logs[2][i]));
            double silence = columns.Age[i] - columns.Recency[i];
            streamed.Add(i, RegularBuyer.Alive(k, lambda, mu, silence), lambda, logs[1][i], mu, logs[2][i]);
            if (horizons.Length == 0)
                continue;
            counts.Clear();
            DrawFuture(k, lambda, mu, silence, horizons, counts, ref random);
            for (int h = 0; h < horizons.Length; h++)
                streamed.AddPurchases(i, h, counts[h], (double)counts[h] * counts[h]);
        }
    }

    /// <summary>Draws lifetime and next gap until they agree with the silence, then goes on buying.</summary>
    private static void DrawFuture(double k, double lambda, double mu, double silence, double[] horizons, Span<int> counts, ref RandomStream random)
    {
        double last = 0;
        for (int i = 0; i < horizons.Length; i++)
            last = Math.Max(last, horizons[i]);
        for (int i = 0; i < Tries; i++)
        {
            double end = random.Exponential() / mu;
            double next = random.Gamma(k) / (k * lambda);
            if (next < silence && next < end)
                continue;
            if (end <= silence)
                return;
            end = Math.Min(end - silence, last);
            for (double time = next - silence; time <= end; time += random.Gamma(k) / (k * lambda))
            {
                for (int h = 0; h < horizons.Length; h++)
                    counts[h] += time <= horizons[h] ? 1 : 0;
            }

            return;
        }
    }

    private void DrawCustomer(int i, ref RandomStream random)
    {
        double x = columns.Frequency[i];
        double k = logs[0][i] + (1.3 / Math.Sqrt(0.7 + (x / 2)) * random.Normal());
        double lambda = logs[1][i] + (1.3 / Math.Sqrt(0.7 + x) * random.Normal());
        double mu = logs[2][i] + (1.6 * random.Normal());
        if (Math.Max(Math.Abs(k), Math.Max(Math.Abs(lambda), Math.Abs(mu))) > FurthestLog)
            return;
        double next = LogChance(i, k, lambda, mu);
        double gain = next - logChance[i];
        gain += populations[0].LogDensity(Math.Exp(k), k) - populations[0].LogDensity(Math.Exp(logs[0][i]), logs[0][i]);
        gain += populations[1].LogDensity(Math.Exp(lambda), lambda) - populations[1].LogDensity(Math.Exp(logs[1][i]), logs[1][i]);
        gain += populations[2].LogDensity(Math.Exp(mu), mu) - populations[2].LogDensity(Math.Exp(logs[2][i]), logs[2][i]);
        if (gain >= 0 || random.Uniform() < Math.Exp(gain))
            (logs[0][i], logs[1][i], logs[2][i], logChance[i]) = (k, lambda, mu, next);
    }

    private void DrawDropout(ref RandomStream random)
    {
        for (int i = 0; i < columns.Count; i++)
            dropout.Set(i, Math.Exp(logs[0][i]), Math.Exp(logs[1][i]), Math.Exp(logs[2][i]), columns.Recency[i], columns.Age[i], ref random);
        (double shape, double rate) = dropout.Draw(populations[2].Rate, ref random);
        populations[2].Set(shape, rate);
        for (int i = 0; i < columns.Count; i++)
        {
            logs[2][i] = Math.Max(-FurthestLog, Math.Min(FurthestLog, dropout.LogMu(i, shape, rate, ref random)));
            logChance[i] = LogChance(i, logs[0][i], logs[1][i], logs[2][i]);
        }
    }

    private void DrawPopulations(ref RandomStream random)
    {
        for (int which = 0; which < populations.Length; which++)
        {
            double sum = 0;
            double sumOfLogs = 0;
            foreach (double log in logs[which])
            {
                sum += Math.Exp(log);
                sumOfLogs += log;
            }

            populations[which].Draw(columns.Count, sum, sumOfLogs, ref random);
        }
    }

    /// <summary>All values times c and their population's rate by c: only the histories and the prior of the rate say anything.</summary>
    private void Scale(int which, ref RandomStream random, double rate)
    {
        StepSize size = sizes[which];
        double log = size.Value * random.Normal();
        GammaPopulation population = populations[which];
        double scaled = population.Rate * Math.Exp(-log);
        double gain = population.LogPriorOfRate(scaled) - population.LogPriorOfRate(population.Rate);
        for (int i = 0; i < spare.Length; i++)
        {
            spare[i] = LogChance(i, logs[0][i] + (which == 0 ? log : 0), logs[1][i] + (which == 1 ? log : 0), logs[2][i] + (which == 2 ? log : 0));
            gain += spare[i] - logChance[i];
        }

        double acceptance = gain >= 0 ? 1 : gain < 0 ? Math.Exp(gain) : 0;
        size.Learn(rate, acceptance);
        if (!(random.Uniform() < acceptance))
            return;
        population.Rate = scaled;
        for (int i = 0; i < spare.Length; i++)
            logs[which][i] += log;
        Array.Copy(spare, logChance, spare.Length);
    }

    /// <summary>
    /// Shape and rate times c, so that their mean stays, and the logarithms of all values drawn nearer to or farther from their own mean as the new
    /// population has them: what a population's spread costs its customers is then nearly nothing, and the histories decide.
    /// </summary>
    private void Stretch(int which, ref RandomStream random, double rate)
    {
        StepSize size = stretches[which];
        double log = size.Value * random.Normal();
        GammaPopulation population = populations[which];
        (double shape, double speed) = (population.Shape * Math.Exp(log), population.Rate * Math.Exp(log));
        double middle = SpecialFunctions.Digamma(population.Shape) - Math.Log(population.Rate), next = SpecialFunctions.Digamma(shape) - Math.Log(speed);
        double factor = Math.Sqrt(SpecialFunctions.Trigamma(shape) / SpecialFunctions.Trigamma(population.Shape));
        double gain = population.LogPrior(shape, speed) - population.LogPrior(population.Shape, population.Rate)
            + (spare.Length * (Math.Log(factor) + Norm(shape, speed) - Norm(population.Shape, population.Rate)));
        for (int i = 0; i < spare.Length; i++)
        {
            double from = logs[which][i];
            double to = proposed[i] = next + (factor * (from - middle));
            gain += (shape * to) - (speed * Math.Exp(to)) - population.LogDensity(Math.Exp(from), from);
            if (Math.Abs(to) > FurthestLog)
                gain = double.NegativeInfinity;
            if (double.IsNegativeInfinity(gain))
                break;
            spare[i] = LogChance(i, which == 0 ? to : logs[0][i], which == 1 ? to : logs[1][i], logs[2][i]);
            gain += spare[i] - logChance[i];
        }

        double acceptance = gain >= 0 ? 1 : gain < 0 ? Math.Exp(gain) : 0;
        size.Learn(rate, acceptance);
        if (!(random.Uniform() < acceptance))
            return;
        population.Set(shape, speed);
        Array.Copy(proposed, logs[which], proposed.Length);
        Array.Copy(spare, logChance, spare.Length);

        static double Norm(double shape, double speed) => (shape * Math.Log(speed)) - SpecialFunctions.LogGamma(shape);
    }

    private double LogChance(int i, double k, double lambda, double mu) => RegularBuyer.LogChance(
        Math.Exp(k), Math.Exp(lambda), Math.Exp(mu), columns.Frequency[i], columns.LogGaps[i], columns.Recency[i], columns.Age[i] - columns.Recency[i]);
}
