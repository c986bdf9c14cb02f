namespace CustomerValue.LifetimeValue.BetaGeometric;

/// <summary>
/// What BG/NBD and MBG/NBD share: purchases at a Gamma(r, α) rate, and after each a chance to leave that is Beta(a, b).
/// They differ in one thing: in MBG/NBD the customer may also leave after the first purchase.
/// </summary>
internal readonly struct BetaGeometricParameters
{
    public BetaGeometricParameters(double r, double alpha, double a, double b, bool leavesAtFirst)
    {
        R = r;
        Alpha = alpha;
        A = a;
        B = b;
        LeavesAtFirst = leavesAtFirst;
    }

    public double R { get; }

    public double Alpha { get; }

    public double A { get; }

    public double B { get; }

    /// <summary>True for MBG/NBD.</summary>
    public bool LeavesAtFirst { get; }

    /// <summary>Chances to leave that a customer with x repeat purchases has passed, less x.</summary>
    public int Extra => LeavesAtFirst ? 1 : 0;

    /// <summary>What is known of a customer who is alive with frequency x at age T.</summary>
    public AliveCustomer Alive(int frequency, double age) => new(R + frequency, Alpha + age, A, B + frequency + Extra);
}
