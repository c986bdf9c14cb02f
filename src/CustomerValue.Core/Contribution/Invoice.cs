using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Contribution;

/// <summary>An invoice and what became of it. What is neither open nor written off was paid, on one day.</summary>
public sealed record Invoice
{
    /// <summary>Who owes.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The day of the invoice.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The last day to pay in time; not before <see cref="Date"/>.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>What is owed, &gt; 0.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What is still open, in [0, <see cref="Amount"/>].</summary>
    public decimal OpenAmount { get; init; }

    /// <summary>The day of payment, not before <see cref="Date"/>; null exactly where nothing was paid.</summary>
    public LocalDate? PaidDate { get; init; }

    /// <summary>What was given up as lost, ≥ 0; with <see cref="OpenAmount"/> at most <see cref="Amount"/>.</summary>
    public decimal WrittenOff { get; init; }

    /// <summary>The day on which it was given up; null exactly where nothing was.</summary>
    public LocalDate? WrittenOffDate { get; init; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>What was paid.</summary>
    internal decimal Paid => Amount - OpenAmount - WrittenOff;

    /// <summary>The parts of the invoice by the day on which they were settled; null for what is open.</summary>
    internal (decimal Amount, LocalDate? Settled)[] Pieces => [(Paid, PaidDate), (WrittenOff, WrittenOffDate), (OpenAmount, null)];
}
