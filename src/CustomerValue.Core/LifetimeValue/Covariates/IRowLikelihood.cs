namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>Rows of a population, each with parameters of its own.</summary>
internal interface IRowLikelihood
{
    /// <summary>Returns the log-likelihood of a row at its parameters; writes its gradient and the upper triangle of its Hessian (row by row, n × n) by ln θ.</summary>
    double Evaluate(ReadOnlySpan<double> theta, int row, Span<double> gradient, Span<double> hessian);
}

/// <summary>Distinct histories as rows.</summary>
internal sealed class HistoryRows(DistinctHistories histories, IHistoryLikelihood likelihood) : IRowLikelihood
{
    public double Evaluate(ReadOnlySpan<double> theta, int row, Span<double> gradient, Span<double> hessian) =>
        likelihood.Evaluate(theta, histories.Frequency[row], histories.Recency[row], histories.Age[row], gradient, hessian);
}
