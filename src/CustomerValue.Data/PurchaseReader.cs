using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>
/// Reads purchases into a <see cref="PurchaseSummaryBuilder"/>, row by row, so that only customers and days are held in memory.
/// <para>Fields: customer (a key of 1 to 256 characters), date (2024-01-31, 2024/01/31, 20240131, or a timestamp, of which the date counts as
/// written), amount (a plain number; refunds negative), and where there are any cost, order and currency. Where habits are asked
/// for, quantity, category, channel, discount and time are read too, the time also from a timestamp; where lines are asked for, product and quantity. Spaces around a field don't count.</para>
/// </summary>
public static class PurchaseReader
{
    /// <summary>Reads all sources.</summary>
    /// <param name="sources">At least one; they are read as one table, in any order.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told now and then, and once at the end of every source; on the caller's thread.</param>
    /// <param name="cancellationToken">Ends the reading, and a running query.</param>
    /// <exception cref="DataRejectedException">
    /// A source is missing or unreadable, a column is missing or ambiguous, currencies are mixed, no row is left, or, unless they are skipped,
    /// rows are bad. Names every problem of every source.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PurchaseReadResult Read(
        IReadOnlyList<TableSource> sources,
        PurchaseReadOptions? options = null,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.Count == 0)
            throw new DataRejectedException(new DataProblem { Field = "purchases", Message = "are in no source; name at least one file or query." });
        PurchaseLoad load = new(options ?? new(), new(sources, progress), cancellationToken);
        foreach (TableSource source in sources)
            load.Read(source);
        return load.Finish();
    }
}
