namespace CustomerValue.LifetimeValue.ParetoNbdAbe;

/// <summary>Something known of every customer, which may go with how often they buy and how soon they leave.</summary>
public sealed record NamedCovariate
{
    /// <summary>Its name, as the report has it; not empty.</summary>
    public required string Name { get; init; }

    /// <summary>A finite value for every customer, in the order of the columns. Values of about 1 make the priors fit.</summary>
    public required IReadOnlyList<double> Values { get; init; }
}
