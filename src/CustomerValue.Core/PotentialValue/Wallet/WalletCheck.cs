using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Wallet;

/// <summary>Checks what look-alike models are fitted to.</summary>
internal static class WalletCheck
{
    public static void Check(WalletTable customers, ReadOnlySpan<double> spend, IReadOnlyList<DataProblem> options)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        ProblemList problems = new();
        foreach (DataProblem problem in options)
            problems.Add(null, problem.Field!, problem.Value, problem.Message);
        if (customers.Rows == 0)
            problems.Add(null, nameof(customers), "0", "rows; look-alikes are found among at least one customer.");
        if (spend.Length != customers.Rows)
            problems.Add(null, nameof(spend), spend.Length.ToString(CultureInfo.InvariantCulture), $"amounts for {customers.Rows} customers; give one a customer.");
        for (int row = 0; row < spend.Length; row++)
        {
            if (!(spend[row] >= 0 && spend[row] <= double.MaxValue))
                problems.Add(row, nameof(spend), spend[row].ToString("R", CultureInfo.InvariantCulture), "is not finite and ≥ 0; leave out who spent less than nothing.");
        }

        problems.ThrowIfAny();
    }
}
