using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Simulation;

/// <summary>One customer's answers to the survey.</summary>
public sealed record SimulatedSurvey
{
    /// <summary>Who answered.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The day of the answers.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>One answer for each of <see cref="SimulatedRetailer.SurveyItems"/>, from 1 (disagree) to 5 (agree); null where it was left out.</summary>
    public required IReadOnlyList<int?> Answers { get; init; }
}
