namespace CustomerValue.LifetimeValue.ParetoGgg;

/// <summary>A customer who may be the one in question.</summary>
internal struct GggNode
{
    /// <summary>k.</summary>
    public double K;

    /// <summary>kλ.</summary>
    public double Rate;

    /// <summary>μ.</summary>
    public double Mu;

    /// <summary>How likely the history makes this one, by the likeliest.</summary>
    public double Weight;

    /// <summary>The same, and still a customer.</summary>
    public double Alive;

    /// <summary>Time from the end of observation to the next purchase, were the customer never to leave.</summary>
    public double Wait;
}
