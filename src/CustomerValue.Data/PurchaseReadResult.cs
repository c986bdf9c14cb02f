using CustomerValue.Customers;
using CustomerValue.Customers.Habits;
using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>The purchases read, ready to be summed up for any window.</summary>
public sealed record PurchaseReadResult
{
    /// <summary>Holds all purchases, their customers and their currency.</summary>
    public required PurchaseSummaryBuilder Builder { get; init; }

    /// <summary>Rows read in all, without headers and blank lines.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows left out because they couldn't be read; 0 unless <see cref="PurchaseReadOptions.SkipBadRows"/>.</summary>
    public required long SkippedRows { get; init; }

    /// <summary>Why rows were left out: the first 20 problems. A row may have several.</summary>
    public required IReadOnlyList<DataProblem> Problems { get; init; }

    /// <summary>How many problems there were in all.</summary>
    public required long ProblemCount { get; init; }

    /// <summary>Whether every source had amounts.</summary>
    public required bool HasAmounts { get; init; }

    /// <summary>How customers buy; null unless <see cref="PurchaseReadOptions.Habits"/>.</summary>
    public HabitBuilder? Habits { get; init; }

    /// <summary>The lines with their products; null unless <see cref="PurchaseReadOptions.Lines"/>, where no file has a product column, and where they were dropped.</summary>
    public PurchaseLines? Lines { get; init; }

    /// <summary>Whether there were more lines than <see cref="PurchaseReadOptions.LinesBudget"/> allows, and so none are kept.</summary>
    public bool LinesDropped { get; init; }
}
