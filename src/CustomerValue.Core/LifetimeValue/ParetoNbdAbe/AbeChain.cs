using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdAbe;

/// <summary>
/// One chain of Abe's model: Metropolis steps for every customer's (ln λ, ln μ), with the time of leaving integrated out; B and Γ from their
/// conjugate conditional; and moves of all customers with B and Γ at once, along which the two would else hold each other back
/// (interweaving, Yu &amp; Meng 2011, J. Comput. Graph. Stat. 20(3)).
/// </summary>
internal sealed class AbeChain : IGibbsChain
{
    private const int StepsPerSweep = 2;
    private readonly AbeCustomers customers;
    private readonly AbePopulation population;
    private readonly double[] logLambda;
    private readonly double[] logMu;
    private readonly double[] logChance;
    private readonly double[] proposed;
    private readonly StepSize[] sizes;
    private readonly double[] spare;

    public AbeChain(AbeCustomers customers, AbePriors priors, ref RandomStream random)
    {
        this.customers = customers;
        population = new AbePopulation(priors, customers.Design, customers.Count);
        int n = customers.Count;
        (logLambda, logMu, logChance, proposed, spare) = (new double[n], new double[n], new double[n], new double[n], new double[n]);
        sizes = [.. Enumerable.Range(0, 2 * (population.Columns + 1)).Select(_ => new StepSize(3 / Math.Sqrt(n)))];
        double off = random.Normal();
        for (int i = 0; i < n; i++)
        {
            logLambda[i] = Math.Log((customers.Frequency[i] + 0.5) / customers.LongestAge) + (0.5 * random.Normal());
            logMu[i] = -Math.Log(customers.LongestAge) + off + random.Normal();
            logChance[i] = customers.LogChance(i, logLambda[i], logMu[i]);
        }

        DrawPopulation(ref random);
    }

    public double[] Parameters()
    {
        double[] values = new double[(2 * population.Columns) + 3];
        for (int column = 0; column < population.Columns; column++)
            (values[2 * column], values[(2 * column) + 1]) = (population.Beta[column, 0], population.Beta[column, 1]);
        (values[values.Length - 3], values[values.Length - 2], values[values.Length - 1]) = population.Gamma;
        return values;
    }

    public void Sweep(ref RandomStream random, double rate)
    {
        DrawCustomers(ref random);
        DrawPopulation(ref random);
        for (int c = 0; c < 2; c++)
        {
            for (int column = 0; column < population.Columns; column++)
                Shift(c, column, ref random, rate);
            Stretch(c, ref random, rate);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Draws whether each customer is alive, and until when.</remarks>
    public void Report(StreamedCustomers streamed, double[] horizons, ref RandomStream random)
    {
        streamed.Next();
        for (int i = 0; i < customers.Count; i++)
        {
            double lambda = Math.Exp(logLambda[i]);
            double mu = Math.Exp(logMu[i]);
            KnownRates.LogChance(lambda, logLambda[i], mu, customers.Frequency[i], customers.Recency[i], customers.Silence[i], out double alive);
            streamed.Add(i, alive, lambda, logLambda[i], mu, logMu[i]);
            double left = random.Uniform() < alive ? random.Exponential() / mu : 0;
            for (int h = 0; h < horizons.Length; h++)
            {
                double count = lambda * Math.Min(left, horizons[h]);
                streamed.AddPurchases(i, h, alive * KnownRates.ExpectedPurchases(lambda, mu, horizons[h]), count + (count * count));
            }
        }
    }

    private void DrawCustomers(ref RandomStream random)
    {
        (double varLambda, double both, double varMu) = population.Gamma;
        double determinant = (varLambda * varMu) - (both * both);
        double pLambda = varMu / determinant, pBoth = -both / determinant, pMu = varLambda / determinant;
        for (int i = 0; i < customers.Count; i++)
        {
            (double meanLambda, double meanMu) = customers.Mean(i, population.Beta);
            // 2.38/√2 conditional standard deviations, the history of a customer who bought x times adding about x to the precision of ln λ.
            double stepLambda = 1.7 / Math.Sqrt(pLambda + customers.Frequency[i] + 0.2);
            double stepMu = 1.7 / Math.Sqrt(pMu + 0.2);
            double u = logLambda[i], v = logMu[i], chance = logChance[i];
            for (int step = 0; step < StepsPerSweep; step++)
            {
                double nextU = u + (stepLambda * random.Normal());
                double nextV = v + (stepMu * random.Normal());
                double next = customers.LogChance(i, nextU, nextV);
                double a = u - meanLambda, b = v - meanMu, c = nextU - meanLambda, d = nextV - meanMu;
                double prior = 0.5 * ((pLambda * ((a * a) - (c * c))) + (2 * pBoth * ((a * b) - (c * d))) + (pMu * ((b * b) - (d * d))));
                double gain = next - chance + prior;
                if (gain >= 0 || random.Uniform() < Math.Exp(gain))
                    (u, v, chance) = (nextU, nextV, next);
            }

            (logLambda[i], logMu[i], logChance[i]) = (u, v, chance);
        }
    }

    private void DrawPopulation(ref RandomStream random)
    {
        double[,] cross = new double[population.Columns, 2];
        double a = 0, b = 0, d = 0;
        for (int i = 0; i < customers.Count; i++)
        {
            a += logLambda[i] * logLambda[i];
            b += logLambda[i] * logMu[i];
            d += logMu[i] * logMu[i];
        }

        for (int column = 0; column < population.Columns; column++)
        {
            double[] x = customers.Design[column];
            for (int i = 0; i < x.Length; i++)
            {
                cross[column, 0] += x[i] * logLambda[i];
                cross[column, 1] += x[i] * logMu[i];
            }
        }

        population.Draw(cross, (a, b, d), ref random);
    }

    /// <summary>Moves a coefficient, and every customer with it: only likelihood and prior of B say anything.</summary>
    private void Shift(int c, int column, ref RandomStream random, double rate)
    {
        StepSize size = sizes[(c * (population.Columns + 1)) + column];
        double[] x = customers.Design[column];
        double move = size.Value * random.Normal() / customers.Widths[column];
        double[] from = c == 0 ? logLambda : logMu;
        double before = population.LogPrior(population.Gamma);
        double kept = population.Beta[column, c];
        population.Beta[column, c] = kept + move;
        for (int i = 0; i < x.Length; i++)
            proposed[i] = from[i] + (move * x[i]);
        double gain = population.LogPrior(population.Gamma) - before + Gain(c);
        if (!Accepts(gain, c, size, ref random, rate))
            population.Beta[column, c] = kept;
    }

    /// <summary>Stretches all customers' distances from what is expected of them, and Γ with them.</summary>
    private void Stretch(int c, ref RandomStream random, double rate)
    {
        StepSize size = sizes[(c * (population.Columns + 1)) + population.Columns];
        double log = size.Value * random.Normal();
        double factor = Math.Exp(log);
        (double lambda, double both, double mu) = population.Gamma;
        (double, double, double) gamma = c == 0 ? (lambda * factor * factor, both * factor, mu) : (lambda, both * factor, mu * factor * factor);
        double[] from = c == 0 ? logLambda : logMu;
        for (int i = 0; i < from.Length; i++)
        {
            (double meanLambda, double meanMu) = customers.Mean(i, population.Beta);
            double mean = c == 0 ? meanLambda : meanMu;
            proposed[i] = mean + (factor * (from[i] - mean));
        }

        // The normal densities lose what the volume gains; Γ's own volume grows as the third power.
        double gain = (3 * log) + population.LogPrior(gamma) - population.LogPrior(population.Gamma) + Gain(c);
        if (Accepts(gain, c, size, ref random, rate))
            population.Gamma = gamma;
    }

    private double Gain(int c)
    {
        double gain = 0;
        for (int i = 0; i < proposed.Length; i++)
        {
            spare[i] = c == 0 ? customers.LogChance(i, proposed[i], logMu[i]) : customers.LogChance(i, logLambda[i], proposed[i]);
            gain += spare[i] - logChance[i];
        }

        return gain;
    }

    private bool Accepts(double gain, int c, StepSize size, ref RandomStream random, double rate)
    {
        double acceptance = gain >= 0 ? 1 : gain < 0 ? Math.Exp(gain) : 0;
        size.Learn(rate, acceptance);
        if (!(random.Uniform() < acceptance))
            return false;
        Array.Copy(proposed, c == 0 ? logLambda : logMu, proposed.Length);
        Array.Copy(spare, logChance, spare.Length);
        return true;
    }
}
