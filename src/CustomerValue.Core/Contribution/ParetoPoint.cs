namespace CustomerValue.Contribution;

/// <summary>A point of the Pareto curve: the largest contributors, and what they give together.</summary>
public readonly record struct ParetoPoint
{
    /// <summary>Makes a point.</summary>
    public ParetoPoint(double customers, double value)
    {
        Customers = customers;
        Value = value;
    }

    /// <summary>The part of the customers, largest contributors first, in [0, 1].</summary>
    public double Customers { get; }

    /// <summary>The part of the total that they give; above 1 where the rest cost more than they gave.</summary>
    public double Value { get; }
}
