using System.Globalization;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Lifecycle.Machine;

/// <summary>The events of a customer that count: those that happened and were known in time, purchases less what was refunded, one purchase a day.</summary>
internal sealed class ReplayedEvents
{
    private readonly LifecycleEvent[] events;

    private ReplayedEvents(LifecycleEvent[] events) => this.events = events;

    public LifecycleEvent this[int row] => events[row];

    public static ReplayedEvents Of(IReadOnlyList<LifecycleEvent> events, LifecycleReplay replay, LocalDate asOf, LocalDate? knownOn)
    {
        Check(events, replay);
        // Who asks what is known today of a day long past is told with today's corrections: they count from when they are known, not from their day.
        LifecycleEvent[] known = [.. events.Where(each => knownOn is LocalDate by ? each.Known <= by && (each.IsCorrection || each.Day <= asOf) : each.Day <= asOf)];
        HashSet<string> undone = [.. known.Where(each => each.Kind == LifecycleEvent.Undo).Select(each => each.Of!)];
        Dictionary<string, decimal?> refunded = new(StringComparer.Ordinal);
        foreach (LifecycleEvent refund in known.Where(each => each.Kind == LifecycleEvent.Refund && !undone.Contains(each.Id)))
            refunded[refund.Of!] = refunded.TryGetValue(refund.Of!, out decimal? sum) ? sum + refund.Amount : refund.Amount;
        HashSet<LocalDate> bought = [];
        List<LifecycleEvent> counting = [];
        foreach (LifecycleEvent each in known.OrderBy(each => each.Known).ThenBy(each => each.Id, StringComparer.Ordinal))
        {
            bool isPurchase = each.Kind == LifecycleDefinition.Purchase;
            if (each.IsCorrection || undone.Contains(each.Id) || (isPurchase && !IsLeft(each, refunded)) || (isPurchase && !bought.Add(each.Day)))
                continue;
            counting.Add(each);
        }

        return new([.. counting]);
    }

    /// <summary>The events that a definition knows, in the order in which they happen, with their rows.</summary>
    public IEnumerable<(LifecycleEvent Event, int Row)> InOrder(LifecycleDefinition definition) => events
        .Select((each, row) => (Event: each, Row: row, Index: definition.EventIndex(each.Kind)))
        .Where(each => each.Index >= 0)
        .OrderBy(each => each.Event.Day).ThenBy(each => each.Index).ThenBy(each => each.Row)
        .Select(each => (each.Event, each.Row));

    private static bool IsLeft(LifecycleEvent purchase, Dictionary<string, decimal?> refunded) =>
        purchase.Amount is not <= 0 && (!refunded.TryGetValue(purchase.Id, out decimal? back) || (back is decimal part && purchase.Amount > part));

    /// <exception cref="DataRejectedException">Events that can't be: lists every problem.</exception>
    public static void Check(IReadOnlyList<LifecycleEvent> events, LifecycleReplay replay)
    {
        if (events is null)
            throw new ArgumentNullException(nameof(events));
        ProblemList problems = new();
        HashSet<string> purchases = [.. events.Where(each => each?.Kind == LifecycleDefinition.Purchase).Select(each => each.Id)], ids = new(StringComparer.Ordinal);
        HashSet<string> undoable = [.. events.Where(each => each is not null && each.Kind != LifecycleEvent.Undo).Select(each => each.Id)];
        // Customers that were merged were created more than once.
        LocalDate? created = events.Where(each => each?.Kind == LifecycleDefinition.Created).Min(each => (LocalDate?)each.Day);
        for (int row = 0; row < events.Count; row++)
        {
            LifecycleEvent each = events[row] ?? throw new ArgumentNullException(nameof(events), $"Event {row.ToString(CultureInfo.InvariantCulture)} is null.");
            if (string.IsNullOrWhiteSpace(each.Id) || !ids.Add(each.Id))
                problems.Add(row, "id", each.Id, "is empty or given to two events; each needs one of its own.");
            if (!each.IsCorrection && !replay.Knows(each.Kind))
                problems.Add(row, "kind", each.Kind, $"is no event of '{replay.Machine.Definition.Key}'; known are {string.Join(", ", replay.Machine.Definition.Events.Select(known => known.Key))}, {LifecycleEvent.Refund} and {LifecycleEvent.Undo}.");
            if (each.Kind == LifecycleEvent.Refund && (each.Of is null || !purchases.Contains(each.Of)))
                problems.Add(row, "of", each.Of, "names no purchase of this customer; a refund undoes one by its id.");
            if (each.Kind == LifecycleEvent.Undo && (each.Of is null || !undoable.Contains(each.Of)))
                problems.Add(row, "of", each.Of, "names no event of this customer that can be undone; give the id of the one that doesn't count any more. What was undone wrongly is recorded again.");
            if (each.Amount < 0)
                problems.Add(row, "amount", each.Amount.Value.ToString(CultureInfo.InvariantCulture), "is below 0; give what was paid, or given back, as 0 or more.");
            if (each.Known < each.Day)
                problems.Add(row, "recordedOn", Text(each.Known), $"is before {Text(each.Day)}, when it happened; nothing is known before it happens.");
            if (each.Day < created)
                problems.Add(row, "day", Text(each.Day), $"is before {Text(created.Value)}, when the customer was created; correct one of the two.");
        }

        problems.ThrowIfAny();
    }

    private static string Text(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
