using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>
/// Penalised mean log-likelihood with covariates, by (ln θ of the average customer, u), where a free coefficient is u over its scale.
/// Every row's derivatives by the logs of its own parameters are carried on by the chain rule: ln θ_i = ln θ + Σ sign·(z_i − mean)·u/scale.
/// </summary>
internal sealed class CovariateLikelihood : IPopulationLikelihood
{
    private readonly CovariateRows rows;
    private readonly CovariateScale scale;
    private readonly int parameters;
    private readonly int free;
    private readonly CancellationToken cancellationToken;
    private readonly (int Parameter, int Free)[] moves;

    /// <summary>What each move and each fixed coefficient adds to a log-parameter, kind by kind.</summary>
    private readonly double[] steps;
    private readonly double[] offsets;

    public CovariateLikelihood(CovariateRows rows, CovariateScale scale, int parameters, CancellationToken cancellationToken)
    {
        this.rows = rows;
        this.scale = scale;
        this.parameters = parameters;
        this.cancellationToken = cancellationToken;
        free = scale.Design.FreeNames.Count;
        Effect[] moving = scale.Design.Effects.Where(effect => effect.Free >= 0).ToArray();
        moves = moving.Select(effect => (effect.Process.Parameter, effect.Free)).ToArray();
        steps = new double[rows.Table.Kinds * moves.Length];
        offsets = new double[rows.Table.Kinds * parameters];
        for (int kind = 0; kind < rows.Table.Kinds; kind++)
        {
            ReadOnlySpan<double> z = rows.Table.Kind(kind);
            for (int e = 0; e < moving.Length; e++)
                steps[(kind * moves.Length) + e] = scale.Step(moving[e], z);
            foreach (Effect effect in scale.Design.Effects.Where(effect => effect.Free < 0))
                offsets[(kind * parameters) + effect.Process.Parameter] += scale.Step(effect, z);
        }
    }

    public int Dimension => parameters + free;

    public double LogLikelihood { get; private set; }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double[] theta = Parameters(x);
        LogLikelihood = ChunkedSum.Over(rows.Count, (from, to, g, h) => Sum(theta, from, to, g, h), gradient, hessian, cancellationToken);
        double value = LogLikelihood / rows.Customers;
        for (int i = 0; i < Dimension; i++)
        {
            gradient[i] /= rows.Customers;
            for (int j = i; j < Dimension; j++)
                hessian[j, i] = hessian[i, j] /= rows.Customers;
        }

        for (int i = 0; i < Dimension; i++)
        {
            double square = i < parameters ? scale.Penalizer * Square(Math.Exp(x[i]) / scale.Units[i]) : scale.CoefficientPenalizers[i - parameters] * x[i] * x[i];
            value -= square;
            gradient[i] -= i < parameters ? 2 * square : 2 * scale.CoefficientPenalizers[i - parameters] * x[i];
            hessian[i, i] -= i < parameters ? 4 * square : 2 * scale.CoefficientPenalizers[i - parameters];
        }

        return value;
    }

    private static double Square(double value) => value * value;

    /// <summary>The parameters of every kind.</summary>
    private double[] Parameters(double[] x)
    {
        double[] theta = new double[offsets.Length];
        for (int kind = 0; kind < rows.Table.Kinds; kind++)
        {
            Span<double> own = theta.AsSpan(kind * parameters, parameters);
            offsets.AsSpan(kind * parameters, parameters).CopyTo(own);
            for (int e = 0; e < moves.Length; e++)
                own[moves[e].Parameter] += steps[(kind * moves.Length) + e] * x[parameters + moves[e].Free];
            for (int i = 0; i < parameters; i++)
                own[i] = Math.Exp(own[i] + x[i]);
        }

        return theta;
    }

    private double Sum(double[] theta, int from, int to, Span<double> gradient, Span<double> hessian)
    {
        Span<double> g = stackalloc double[parameters];
        Span<double> h = stackalloc double[parameters * parameters];
        int n = Dimension;
        double total = 0;
        for (int row = from; row < to; row++)
        {
            int kind = rows.Kind[row];
            double w = rows.Weight[row];
            total += w * rows.Likelihood.Evaluate(theta.AsSpan(kind * parameters, parameters), row, g, h);
            for (int i = 0; i < parameters; i++)
            {
                gradient[i] += w * g[i];
                for (int j = i; j < parameters; j++)
                {
                    double second = h[(i * parameters) + j];
                    h[(j * parameters) + i] = second;
                    hessian[(i * n) + j] += w * second;
                }
            }

            ReadOnlySpan<double> step = steps.AsSpan(kind * moves.Length, moves.Length);
            for (int e = 0; e < step.Length; e++)
            {
                double by = w * step[e];
                ReadOnlySpan<double> second = h.Slice(moves[e].Parameter * parameters, parameters);
                int variable = parameters + moves[e].Free;
                gradient[variable] += by * g[moves[e].Parameter];
                for (int i = 0; i < parameters; i++)
                    hessian[(i * n) + variable] += by * second[i];
                for (int f = 0; f <= e; f++)
                {
                    // Two moves of one free number meet twice.
                    int other = parameters + moves[f].Free;
                    double both = by * step[f] * second[moves[f].Parameter];
                    hessian[(Math.Min(variable, other) * n) + Math.Max(variable, other)] += variable == other && e != f ? 2 * both : both;
                }
            }
        }

        return total;
    }
}
