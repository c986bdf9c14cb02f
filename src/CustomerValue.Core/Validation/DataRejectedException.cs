using System.Globalization;

namespace CustomerValue.Validation;

/// <summary>The data given were refused as a whole; nothing was done with them. Names every problem, the first ones in full.</summary>
public sealed class DataRejectedException : Exception
{
    /// <summary>How many problems are kept in full; the rest are counted.</summary>
    public const int ProblemsInFull = 20;

    /// <summary>Refuses data for the <paramref name="problems"/> found, of which there may be more than are listed.</summary>
    /// <param name="problems">At least one problem; the first <see cref="ProblemsInFull"/> are kept.</param>
    /// <param name="count">How many there were in all, or null where <paramref name="problems"/> lists all.</param>
    public DataRejectedException(IReadOnlyList<DataProblem> problems, long? count = null)
        : base(Describe(problems, count))
    {
        Problems = problems.Take(ProblemsInFull).ToArray();
        Count = count ?? problems.Count;
    }

    /// <summary>Refuses data for one reason.</summary>
    public DataRejectedException(DataProblem problem)
        : this([problem])
    {
    }

    /// <summary>The first problems, at most <see cref="ProblemsInFull"/>.</summary>
    public IReadOnlyList<DataProblem> Problems { get; }

    /// <summary>How many problems there were in all.</summary>
    public long Count { get; }

    private static string Describe(IReadOnlyList<DataProblem> problems, long? count)
    {
        if (problems is null || problems.Count == 0)
            throw new ArgumentException("At least one problem is needed to refuse data.", nameof(problems));
        long total = count ?? problems.Count;
        IEnumerable<string> lines = problems.Take(ProblemsInFull).Select(problem => problem.ToString());
        if (total > ProblemsInFull)
            lines = lines.Append(string.Format(CultureInfo.InvariantCulture, "… and {0} more problems.", total - ProblemsInFull));
        return string.Join(Environment.NewLine, lines);
    }
}
