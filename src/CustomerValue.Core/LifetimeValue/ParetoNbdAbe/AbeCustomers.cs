using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.ParetoNbdAbe;

/// <summary>Histories and covariates as the chains read them.</summary>
internal sealed class AbeCustomers
{
    /// <summary>Over so many pairs of rates the likelihood of the report is a mean.</summary>
    private const int Pairs = 1024;

    public AbeCustomers(SummaryColumns columns, IReadOnlyList<NamedCovariate> covariates)
    {
        Count = columns.Count;
        Frequency = [.. columns.Frequency.ToArray().Select(x => (double)x)];
        Recency = columns.Recency.ToArray();
        Silence = [.. columns.Age.ToArray().Zip(Recency, (age, recency) => age - recency)];
        LongestAge = columns.Age.ToArray().Max();
        Design = [[.. Enumerable.Repeat(1.0, Count)], .. covariates.Select(covariate => covariate.Values.ToArray())];
        Widths = [.. Design.Select(column => Math.Max(1e-12, Math.Sqrt(column.Average(x => x * x))))];
    }

    public int Count { get; }

    public double[] Frequency { get; }

    public double[] Recency { get; }

    /// <summary>T − t_x.</summary>
    public double[] Silence { get; }

    public double LongestAge { get; }

    /// <summary>Columns of covariates, the constant one first.</summary>
    public double[][] Design { get; }

    /// <summary>Root mean square of each column.</summary>
    public double[] Widths { get; }

    /// <summary>What the coefficients say of customer <paramref name="i"/>.</summary>
    public (double LogLambda, double LogMu) Mean(int i, double[,] beta)
    {
        double lambda = beta[0, 0];
        double mu = beta[0, 1];
        for (int column = 1; column < Design.Length; column++)
        {
            double x = Design[column][i];
            lambda += x * beta[column, 0];
            mu += x * beta[column, 1];
        }

        return (lambda, mu);
    }

    public double LogChance(int i, double logLambda, double logMu) =>
        KnownRates.LogChance(Math.Exp(logLambda), logLambda, Math.Exp(logMu), Frequency[i], Recency[i], Silence[i], out _);

    /// <summary>Of all histories under the parameters in the order of the report, with the customers' rates integrated out over evenly spread pairs.</summary>
    public double LogLikelihood(double[] parameters)
    {
        double[,] beta = new double[Design.Length, 2];
        for (int column = 0; column < Design.Length; column++)
            (beta[column, 0], beta[column, 1]) = (parameters[2 * column], parameters[(2 * column) + 1]);
        int last = parameters.Length - 1;
        (double LogLambda, double LogMu)[] pairs = [.. Enumerable.Range(0, Pairs).Select(i => ParetoNbdAbeModel.NormalPair(i, parameters[last - 2], parameters[last - 1], parameters[last]))];
        double total = 0;
        for (int i = 0; i < Count; i++)
        {
            (double lambda, double mu) = Mean(i, beta);
            double largest = double.NegativeInfinity;
            double sum = 0;
            foreach ((double first, double second) in pairs)
            {
                double value = LogChance(i, lambda + first, mu + second);
                sum = value <= largest ? sum + Math.Exp(value - largest) : 1 + (sum * Math.Exp(largest - value));
                largest = Math.Max(largest, value);
            }

            total += largest + Math.Log(sum / Pairs);
        }

        return total;
    }
}
