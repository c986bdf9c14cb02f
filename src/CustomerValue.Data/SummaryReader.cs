using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>
/// Reads summaries: frequency, recency and age, and where there are any customer, spend, the sums of logs (log_gaps, log_spend; an empty
/// field is unknown) and a holdout (holdout_frequency, holdout_spend, holdout_length). The names that other tools give these columns
/// (x, t_x, T, zbar, monetary_value, litt …) are recognised too.
/// </summary>
public static class SummaryReader
{
    /// <summary>Reads a table of summaries.</summary>
    /// <param name="source">A file or a query.</param>
    /// <param name="unit">The unit of its recency, age and holdout length; the table doesn't say.</param>
    /// <param name="weightColumn">The column that says how often each row counts; null where every row counts once.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DataRejectedException">The source can't be read, a column is missing, or rows are bad or name a customer twice. Names every problem.</exception>
    public static SummaryTable Read(TableSource source, TimeUnit unit, string? weightColumn = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        SummaryLoad load = new(source, weightColumn);
        load.Read(cancellationToken);
        return load.Finish(unit);
    }
}
