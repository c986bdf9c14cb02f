using NodaTime;

namespace CustomerValue.LifetimeValue.Simple;

/// <summary>An amount of money on a civil day, such as the margin of an order; below 0 after refunds. The default is nothing on 0001-01-01.</summary>
public readonly record struct DatedAmount
{
    /// <summary>Makes an amount.</summary>
    /// <param name="date">The day.</param>
    /// <param name="amount">The money, of any sign, in one currency throughout.</param>
    public DatedAmount(LocalDate date, decimal amount)
    {
        Date = date;
        Amount = amount;
    }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>The money.</summary>
    public decimal Amount { get; }
}
