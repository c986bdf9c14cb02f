using CustomerValue.Appraisal;
using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Json;

/// <summary>Value cards with what holds for all of them.</summary>
public sealed record CardsDocument
{
    /// <summary>The day to which everything is counted, the same on every card.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The currency of all money.</summary>
    public required Currency Currency { get; init; }

    /// <summary>What was asked: the horizon, the rate, the interval.</summary>
    public required AppraisalOptions Options { get; init; }

    /// <summary>The cards; written one by one, so they may be made while they are written. A list where they were read.</summary>
    public required IEnumerable<ValueCard> Cards { get; init; }

    /// <summary>The cards of an appraisal, each made when it is written.</summary>
    public static CardsDocument Of(CustomerAppraisal appraisal)
    {
        if (appraisal is null)
            throw new ArgumentNullException(nameof(appraisal));
        return new CardsDocument
        {
            AsOf = appraisal.Customers.Purchases.Window.LastDay,
            Currency = appraisal.Customers.Purchases.Currency,
            Options = appraisal.Options,
            Cards = Enumerable.Range(0, appraisal.Count).Select(row => appraisal[row]),
        };
    }
}
