namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>What a fit with covariates sums over.</summary>
/// <param name="Likelihood">The rows.</param>
/// <param name="Kind">The kind of covariates of every row.</param>
/// <param name="Weight">The weight of every row.</param>
/// <param name="Table">The covariates, by kind.</param>
internal sealed record CovariateRows(IRowLikelihood Likelihood, int[] Kind, double[] Weight, CovariateTable Table)
{
    public int Count => Kind.Length;

    /// <summary>Sum of the weights.</summary>
    public double Customers { get; } = Weight.Sum();

    /// <summary>The sum of the weights of every kind.</summary>
    public double[] WeightOfKinds()
    {
        double[] weights = new double[Table.Kinds];
        for (int row = 0; row < Count; row++)
            weights[Kind[row]] += Weight[row];
        return weights;
    }
}
