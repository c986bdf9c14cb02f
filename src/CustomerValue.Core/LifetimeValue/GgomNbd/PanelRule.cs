using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>
/// How wide a panel of 16 Gauss–Legendre points may be for t^k (α + t)^(−n) e^(−δt) S(t), times the slope of H or not: the panel keeps
/// away from the complex singularities at −α and where β + e^(bt) = 1, and what is integrated changes by at most about e^14 on it.
/// Both together leave a relative error near 1e-15. Source of the bound: Trefethen (2008), "Is Gauss quadrature better than Clenshaw–Curtis?".
/// </summary>
internal readonly struct PanelRule(GompertzLifetime life, double k, double alpha, double n, double rate)
{
    private const double Change = 14;

    /// <summary>Where the real part of the nearest singularity of S lies; the imaginary part is ±π/b where β &gt; 1, else 0.</summary>
    private readonly double singular = Math.Log(Math.Abs(life.Beta - 1)) / life.B;

    /// <summary>The width of a panel that starts at t ≥ 0 and goes right.</summary>
    public double Right(double t) => Math.Min(Smooth(t), Math.Min(n > 0 ? 2.2 * (alpha + t) : double.PositiveInfinity, FromSingular(t, 2.2, 0.6)));

    /// <summary>The width of a panel that starts at t &gt; 0 and goes left, at most t.</summary>
    public double Left(double t)
    {
        double width = Math.Min(Smooth(t), Math.Min(n > 0 ? 0.65 * (alpha + t) : double.PositiveInfinity, FromSingular(t, 0.65, 2.2)));
        return Math.Min(width, k > 8 ? 0.5 * t : t);
    }

    private double FromSingular(double t, double away, double towards)
    {
        double distance = t - singular;
        if (life.Beta < 1)
            return away * distance;
        return Math.Max(4 / life.B, distance >= 0 ? away * distance : Math.Min(10 / life.B, -towards * distance));
    }

    private double Smooth(double t)
    {
        double b = life.B;
        double h = life.Slope(t);
        double slope = Math.Abs((k > 0 ? k / t : 0) - (n / (alpha + t)) - (life.S * h) - rate);
        double curvature = (k > 0 ? k / (t * t) : 0) + (n / ((alpha + t) * (alpha + t))) + (life.S * h * Math.Abs(h - b));
        double width = 2 * Change / (slope + Math.Sqrt((slope * slope) + (2 * Change * curvature)));
        if (h >= b)
            return width;
        // Before its bend the hazard grows with e^(bt), faster than a parabola tells: at the panel's end its slope counts for the whole width.
        double turns = Change * b / (life.S * h);
        double grown = SpecialFunctions.Log1P(turns / Math.Max(1, SpecialFunctions.Log1P(turns))) / b;
        return Math.Min(width, Math.Max(grown, Change / (life.S * b)));
    }
}
