using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.BetaGeometric;

/// <summary>Σ ln B(a, b + x + e)/B(a, b) over a population: nobody has left at the chances before the last. It depends on the counts alone: running sums, no beta function.</summary>
internal static class DropoutTerms
{
    /// <summary>The sum; adds to its derivatives by a and b, which come third and fourth.</summary>
    /// <param name="weightOf">How many customers have each number of repeat purchases.</param>
    /// <param name="extra">1 where the first purchase is a chance to leave too, else 0.</param>
    /// <param name="a">First shape.</param>
    /// <param name="b">Second shape.</param>
    /// <param name="g">Gradient.</param>
    /// <param name="h">Hessian, upper triangle.</param>
    public static double Add(double[] weightOf, int extra, double a, double b, double[] g, double[,] h)
    {
        double logStaying = 0;
        double both = 0;
        double bothSquared = 0;
        double own = 0;
        double ownSquared = 0;
        double total = 0;
        for (int chances = 0; chances < weightOf.Length + extra; chances++)
        {
            double w = chances < extra ? 0 : weightOf[chances - extra];
            if (w > 0)
            {
                total += w * logStaying;
                g[2] -= w * both;
                g[3] += w * (own - both);
                h[2, 2] += w * bothSquared;
                h[2, 3] += w * bothSquared;
                h[3, 3] += w * (bothSquared - ownSquared);
            }

            double inverse = 1 / (a + b + chances);
            double inverseOwn = 1 / (b + chances);
            logStaying -= SpecialFunctions.Log1P(a * inverseOwn);
            both += inverse;
            bothSquared += inverse * inverse;
            own += inverseOwn;
            ownSquared += inverseOwn * inverseOwn;
        }

        return total;
    }
}
