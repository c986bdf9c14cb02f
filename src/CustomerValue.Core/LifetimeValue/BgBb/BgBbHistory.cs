using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.BgBb;

/// <summary>What a history of opportunities must be, beyond any summary: whole numbers with x ≤ t_x.</summary>
internal static class BgBbHistory
{
    /// <summary>Products over opportunities must end; nobody has so many.</summary>
    private const double MostOpportunities = 10_000_000;

    /// <summary>Every problem of the rows, up to as many as are ever told.</summary>
    public static IEnumerable<DataProblem> Problems(SummaryColumns columns)
    {
        List<DataProblem> problems = [];
        for (int row = 0; row < columns.Count && problems.Count < DataRejectedException.ProblemsInFull; row++)
        {
            if (Problem(columns.Frequency[row], columns.Recency[row], columns.Age[row]) is { } problem)
                problems.Add(problem with { Row = row });
        }

        return problems;
    }

    /// <summary>Refuses columns with rows that are no such histories.</summary>
    public static void Check(SummaryColumns columns)
    {
        for (int row = 0; row < columns.Count; row++)
        {
            if (!IsValid(columns.Frequency[row], columns.Recency[row], columns.Age[row]))
                throw new DataRejectedException(Problems(columns).ToArray());
        }
    }

    /// <summary>Refuses a customer whose history is none of opportunities.</summary>
    public static void Check(PurchaseSummary customer)
    {
        if (Problem(customer.Frequency, customer.Recency, customer.Age) is { } problem)
            throw new DataRejectedException(problem);
    }

    private static bool IsValid(int frequency, double recency, double age) =>
        age <= MostOpportunities && age == Math.Floor(age) && recency == Math.Floor(recency) && frequency <= recency;

    private static DataProblem? Problem(int frequency, double recency, double age)
    {
        if (IsValid(frequency, recency, age))
            return null;
        if (!(age <= MostOpportunities && age == Math.Floor(age)))
            return Of("age", age, "is not a whole number in [0, 10000000]; in discrete time it counts the opportunities to buy, so summarise in their unit, or take a model in continuous time.");
        return recency != Math.Floor(recency)
            ? Of("recency", recency, FormattableString.Invariant($"is not a whole number in [0, age {age}]; in discrete time it is the number of the last opportunity that was taken."))
            : Of("frequency", frequency, FormattableString.Invariant($"is not in [0, recency {recency}]; a customer buys at most once at each opportunity."));
    }

    private static DataProblem Of(string field, double value, string message) => new()
    {
        Field = field,
        Value = value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Message = message,
    };
}
