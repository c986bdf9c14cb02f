using CustomerValue.Customers.Summing;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Customers;

/// <content>New purchases join what was summed up before, without the lines of before.</content>
public sealed partial class PurchaseSummaries
{
    /// <summary>What refunds left of all purchases of a row, in millionths.</summary>
    internal long[] Values { get; init; } = [];

    /// <summary>What refunds left of the first day's purchases of a row, in millionths.</summary>
    internal long[] FirstValues { get; init; } = [];

    /// <summary>Revenue of the customers of <see cref="SummaryReport.CustomersWithoutPurchase"/>, who are in no row.</summary>
    internal decimal[] RevenueOfOthers { get; init; } = [];

    /// <summary>Their costs; null where no costs are known.</summary>
    internal decimal[]? CostOfOthers { get; init; }

    /// <summary>
    /// The summaries as they are once the purchases after the window, up to and including <paramref name="lastDay"/>, are known.
    /// Without refunds they are what all lines together would have given, to the last bit. A refund is matched to purchases among the new
    /// lines only: one of an older purchase lowers revenue, but neither frequency nor spend, and is counted as unmatched.
    /// </summary>
    /// <param name="purchases">The new lines, all dated after the window.</param>
    /// <param name="lastDay">After the window.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">A line is dated in the window or before it: whether it is in these summaries can't be told.</exception>
    public PurchaseSummaries Update(PurchaseSummaryBuilder purchases, LocalDate lastDay, CancellationToken cancellationToken = default)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        if (lastDay <= Window.LastDay)
            throw new ArgumentOutOfRangeException(nameof(lastDay), lastDay, $"An update ends after the last day summed up, {Window.LastDay}.");
        ObservationWindow after = ObservationWindow.Between(Window.End, lastDay.PlusDays(1));
        PurchaseSummaries later = LastGapDays is null ? purchases.Build(after, Columns.Unit, cancellationToken) : purchases.BuildDetailed(after, Columns.Unit, cancellationToken);
        return later.Report.LinesBeforeWindow == 0 ? Append(later) : throw new DataRejectedException(new DataProblem
        {
            Field = "date",
            Value = purchases.FirstDate!.Value.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Message = $"and {later.Report.LinesBeforeWindow} lines in all are dated on or before {Window.LastDay:uuuu-MM-dd}, the last day summed up; give later lines only, or sum up all lines anew where some came late.",
        });
    }

    /// <summary>These summaries joined with those of the window that follows at once. Associative: how a span was cut never shows.</summary>
    /// <param name="later">Summaries of a window that starts where this one ends, in the same currency and unit.</param>
    /// <exception cref="DataRejectedException">Another start, currency or unit; names every problem.</exception>
    public PurchaseSummaries Append(PurchaseSummaries later)
    {
        if (later is null)
            throw new ArgumentNullException(nameof(later));
        ProblemList problems = new();
        if (later.Window.Start != Window.End)
            problems.Add(null, "window", later.Window.Start.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"is not {Window.End:uuuu-MM-dd}, the day after these summaries end; windows must follow each other without a gap or an overlap.");
        if (later.Currency != Currency)
            problems.Add(null, "currency", later.Currency.Code, $"differs from {Currency.Code}, the currency of these summaries; convert the amounts first.");
        if (later.Columns.Unit != Columns.Unit)
            problems.Add(null, "unit", later.Columns.Unit.ToString(), $"differs from {Columns.Unit}, the unit of these summaries.");
        problems.ThrowIfAny();
        return new SummaryJoin(this, later).Join();
    }
}
