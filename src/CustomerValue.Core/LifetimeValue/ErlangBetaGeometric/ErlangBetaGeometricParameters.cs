namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <summary>
/// What BG/CNBD-k and MBG/CNBD-k share: a gap between purchases is k stages, each of them exponential with a rate λ ~ Gamma(r, α), and
/// after each purchase there is a chance to leave that is Beta(a, b). In MBG/CNBD-k the customer may also leave after the first purchase.
/// </summary>
internal readonly struct ErlangBetaGeometricParameters
{
    public ErlangBetaGeometricParameters(double r, double alpha, double a, double b, int k, bool leavesAtFirst)
    {
        R = r;
        Alpha = alpha;
        A = a;
        B = b;
        K = k;
        LeavesAtFirst = leavesAtFirst;
    }

    public double R { get; }

    public double Alpha { get; }

    public double A { get; }

    public double B { get; }

    /// <summary>Stages of a gap, in [1, <see cref="Stages.Most"/>].</summary>
    public int K { get; }

    /// <summary>True for MBG/CNBD-k.</summary>
    public bool LeavesAtFirst { get; }

    /// <summary>Chances to leave that a customer with x repeat purchases has passed, less x.</summary>
    public int Extra => LeavesAtFirst ? 1 : 0;

    /// <summary>The shape of the rate after x purchases: every gap was k stages.</summary>
    public double Shape(int frequency) => R + ((double)K * frequency);

    /// <summary>What is known of a customer who is alive at the end of observation.</summary>
    public RegularCustomer Alive(int frequency, double recency, double age) =>
        new(Shape(frequency), Alpha + age, A, B + frequency + Extra, K, (age - recency) / (Alpha + age));
}
