namespace CustomerValue.LifetimeValue;

/// <summary>The log-likelihood of one history with its derivatives by the logarithms of a model's parameters. With covariates every customer has parameters of their own.</summary>
internal interface IHistoryLikelihood
{
    /// <summary>How many parameters.</summary>
    int Dimension { get; }

    /// <summary>Returns the log-likelihood; writes its gradient and the upper triangle of its Hessian (row by row, n × n) by ln θ.</summary>
    double Evaluate(ReadOnlySpan<double> theta, int frequency, double recency, double age, Span<double> gradient, Span<double> hessian);
}
