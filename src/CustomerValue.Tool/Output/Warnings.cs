using CustomerValue.Data;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Output;

/// <summary>Problems and warnings on stderr, one line each.</summary>
internal static class Warnings
{
    /// <summary>The first problems, and how many more there are.</summary>
    public static void Print(TextWriter error, IReadOnlyList<DataProblem> problems, long count)
    {
        foreach (DataProblem problem in problems)
            error.WriteLine(problem);
        if (count > problems.Count)
            error.WriteLine($"… and {count - problems.Count} more problems.");
    }

    /// <summary>What --skip-bad-rows left out.</summary>
    public static void PrintSkipped(TextWriter error, PurchaseReadResult read)
    {
        Print(error, read.Problems, read.ProblemCount);
        if (read.SkippedRows > 0)
            error.WriteLine($"{read.SkippedRows} of {read.Rows} rows were left out.");
    }
}
