using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>The density of leaving after u on a piece, times the chance of n purchases until then.</summary>
internal readonly struct LeavingDensity(int n, double logBinomial, CustomerState state, double a, double purchase, double d, double dropout) : IFunction
{
    public double At(double x)
    {
        double log = SpecialFunctions.Log1P((d + (dropout * x)) / state.DropoutRate);
        return state.DropoutShape * dropout / state.DropoutRate * Math.Exp(-(state.DropoutShape + 1) * log) * Mass(n, logBinomial, state.Shape, (a + (purchase * x)) / state.Rate);
    }

    /// <summary>The negative binomial chance of n where the mean is Gamma(shape)·v.</summary>
    public static double Mass(int n, double logBinomial, double shape, double v) =>
        n == 0 ? Math.Exp(-shape * SpecialFunctions.Log1P(v))
        : v == 0 ? 0
        : Math.Exp(logBinomial - (shape * SpecialFunctions.Log1P(v)) - (n * SpecialFunctions.Log1P(1 / v)));
}
