using NodaTime;

namespace CustomerValue.Customers;

/// <summary>What a customer's purchases of a day left over.</summary>
public readonly record struct DayMargin
{
    /// <summary>Who bought.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>When.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Amounts less the costs that are known, in major units, to six decimals; negative where refunds or costs are higher.</summary>
    public required decimal Margin { get; init; }
}
