namespace CustomerValue.LifetimeValue;

/// <summary>A named parameter of a fitted model. Names are those of the literature: r, alpha, a, b; p, q, v.</summary>
public readonly record struct ModelParameter
{
    /// <summary>Makes a parameter.</summary>
    public ModelParameter(string name, double value)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Value = value;
    }

    /// <summary>The name, as in the model's paper.</summary>
    public string Name { get; }

    /// <summary>The value, on the time scale of the model's unit.</summary>
    public double Value { get; }
}
