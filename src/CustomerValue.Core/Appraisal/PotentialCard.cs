using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Appraisal;

/// <summary>What is still to come from a customer in the horizon if the customer is kept.</summary>
public sealed record PotentialCard
{
    /// <summary>Residual value and the part of the upside that is counted.</summary>
    public required Money Value { get; init; }

    /// <summary>Lower end of the interval of <see cref="Value"/>.</summary>
    public required Money Low { get; init; }

    /// <summary>Upper end of the interval of <see cref="Value"/>.</summary>
    public required Money High { get; init; }

    /// <summary>At the present run rate.</summary>
    public required Money Residual { get; init; }

    /// <summary>Expected years as a customer in the horizon, discounted.</summary>
    public required double ActiveYears { get; init; }

    /// <summary>What could be sold beyond it if all of it were won; null where no view of it was taken.</summary>
    public Money? Upside { get; init; }

    /// <summary>κ, the part of <see cref="Upside"/> that is counted; null where none is.</summary>
    public double? Kappa { get; init; }

    /// <summary>The sum in words.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>What the upside is made of; null where there is none.</summary>
    public LocalizedText? UpsideReason { get; init; }
}
