using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Contribution.Full;

/// <summary>Something done for a customer that cost money: a visit, a call, a delivery.</summary>
public sealed record ServiceRecord
{
    /// <summary>For whom.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The civil day.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The key of one of <see cref="FullContributionOptions.Activities"/>.</summary>
    public required string Activity { get; init; }

    /// <summary>How many or how much of it, ≥ 0; null counts as 1 where <see cref="Amount"/> is given.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>What it cost, ≥ 0, instead of quantity × rate; null where the activity's rate says it.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The currency of <see cref="Amount"/>; counts only where that is given.</summary>
    public Currency Currency { get; init; }
}
