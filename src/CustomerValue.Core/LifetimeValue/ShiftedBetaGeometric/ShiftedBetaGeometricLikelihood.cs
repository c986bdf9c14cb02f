using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ShiftedBetaGeometric;

/// <summary>
/// Penalised mean log-likelihood by the logarithms of (α, β) with exact gradient and Hessian: sums over the number of renewals, so that a fit
/// costs the same for ten customers and for ten million.
/// </summary>
internal sealed class ShiftedBetaGeometricLikelihood : IObjective
{
    /// <summary>Weight of customers who renewed more than i times, and of those who left after i.</summary>
    private readonly double[] renewed;
    private readonly double[] left;
    private readonly double penalizer;

    /// <param name="columns">The contracts.</param>
    /// <param name="weights">How often each counts; null for once.</param>
    /// <param name="cohort">Whose to take; null for all.</param>
    /// <param name="penalizer">c.</param>
    public ShiftedBetaGeometricLikelihood(ContractColumns columns, IReadOnlyList<double>? weights, string? cohort, double penalizer)
    {
        this.penalizer = penalizer;
        int most = 0;
        foreach (int n in columns.Renewals)
            most = Math.Max(most, n);
        left = new double[most + 1];
        double[] stayed = new double[most + 1];
        for (int row = 0; row < columns.Count; row++)
        {
            if (cohort is null || columns.Cohorts[row] == cohort)
                (columns.Active[row] ? stayed : left)[columns.Renewals[row]] += weights?[row] ?? 1;
        }

        renewed = new double[most];
        double above = 0;
        for (int i = most; i >= 0; i--)
        {
            if (i < most)
                renewed[i] = above;
            above += left[i] + stayed[i];
            Distinct += (left[i] > 0 ? 1 : 0) + (stayed[i] > 0 ? 1 : 0);
        }

        Customers = above;
    }

    public int Dimension => 2;

    /// <summary>Sum of the weights.</summary>
    public double Customers { get; }

    /// <summary>How many different histories there are.</summary>
    public int Distinct { get; }

    /// <summary>The log-likelihood alone, summed over customers, at the last point evaluated.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Every renewal made has the chance (β+i)/(α+β+i), every one not made α/(α+β+i).</summary>
    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double alpha = Math.Exp(x[0]);
        double beta = Math.Exp(x[1]);
        Array.Clear(gradient, 0, 2);
        Array.Clear(hessian, 0, 4);
        double total = 0;
        for (int i = 0; i < left.Length; i++)
        {
            double made = i < renewed.Length ? renewed[i] : 0;
            double lost = left[i];
            double both = 1 / (alpha + beta + i);
            double own = 1 / (beta + i);
            total -= (made * SpecialFunctions.Log1P(alpha * own)) + (lost * SpecialFunctions.Log1P((beta + i) / alpha));
            gradient[0] += (lost / alpha) - ((made + lost) * both);
            gradient[1] += (made * own) - ((made + lost) * both);
            hessian[0, 0] += ((made + lost) * both * both) - (lost / (alpha * alpha));
            hessian[0, 1] += (made + lost) * both * both;
            hessian[1, 1] += ((made + lost) * both * both) - (made * own * own);
        }

        LogLikelihood = total;
        return LogParameters.PenalizedMean([alpha, beta], [1, 1], Customers, penalizer, total, gradient, hessian);
    }
}
