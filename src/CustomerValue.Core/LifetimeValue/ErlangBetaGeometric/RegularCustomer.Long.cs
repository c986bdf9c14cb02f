using System.Buffers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <content>Long horizons, where the sums over stages would be long too.</content>
internal readonly partial struct RegularCustomer
{
    /// <summary>What the functions of a given chance to leave need.</summary>
    /// <param name="S">Shape of the rate at stage 0.</param>
    /// <param name="K">Stages of a gap.</param>
    /// <param name="Chances">The chance of every stage now.</param>
    internal readonly record struct State(double S, int K, double[] Chances);

    private double ByQuadrature(double t, bool survival)
    {
        double[] chances = ArrayPool<double>.Shared.Rent(k);
        double[] series = ArrayPool<double>.Shared.Rent(LongHorizon.Terms);
        try
        {
            Stages.Chances(s, u, chances.AsSpan(0, k));
            State state = new(s, k, chances);
            LongHorizon.Coefficients(state, t / beta, survival, series);
            return LogitBetaQuadrature.Expectation(a, b, 1 + (s * t / beta), new LongHorizon(state, t / beta, survival, series));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(chances);
            ArrayPool<double>.Shared.Return(series);
        }
    }
}
