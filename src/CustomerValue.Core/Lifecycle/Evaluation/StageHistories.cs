using CustomerValue.Customers;
using CustomerValue.Customers.Summing;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Machine;
using NodaTime;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>The whole histories of many customers up to a day, as columns in the order of their ids. Immutable; made by <see cref="LifecycleEvaluator.Histories"/> from purchases or by <see cref="Of(IEnumerable{KeyValuePair{CustomerId, LifecycleHistory}})"/> from replays.</summary>
public sealed class StageHistories
{
    private readonly CustomerId[] customers;
    private readonly int[] starts;
    private readonly HistoryChange[] changes;
    private readonly Func<int, IReadOnlyList<StageChange>> explain;

    internal StageHistories(LifecycleDefinition definition, LocalDate asOf, CustomerId[] customers, int[] counts, IReadOnlyCollection<List<HistoryChange>> changes, Func<int, IReadOnlyList<StageChange>> explain)
    {
        (Definition, AsOf, this.customers, this.explain) = (definition, asOf, customers, explain);
        starts = new int[customers.Length + 1];
        for (int row = 0; row < counts.Length; row++)
            starts[row + 1] = checked(starts[row] + counts[row]);
        this.changes = new HistoryChange[starts[customers.Length]];
        int at = 0;
        foreach (List<HistoryChange> part in changes)
        {
            part.CopyTo(this.changes, at);
            at += part.Count;
        }
    }

    /// <summary>Puts the histories of customers together.</summary>
    /// <param name="histories">Of each customer once, all up to one day by one definition; for a lifecycle that runs beside another, those in <see cref="LifecycleHistory.Parallel"/>.</param>
    /// <exception cref="ArgumentException">There are none, a customer has two or is the default value, or days or definitions differ.</exception>
    public static StageHistories Of(IEnumerable<KeyValuePair<CustomerId, LifecycleHistory>> histories)
    {
        KeyValuePair<CustomerId, LifecycleHistory>[] all = [.. (histories ?? throw new ArgumentNullException(nameof(histories))).OrderBy(each => each.Key)];
        if (all.Length == 0)
            throw new ArgumentException("There is no history; give one or more.", nameof(histories));
        LifecycleHistory first = all[0].Value;
        List<HistoryChange> changes = [];
        for (int row = 0; row < all.Length; row++)
        {
            (CustomerId customer, LifecycleHistory history) = (all[row].Key, all[row].Value);
            if (customer == default || (row > 0 && customer == all[row - 1].Key))
                throw new ArgumentException($"'{customer}' is no customer, or has two histories; give one of each.", nameof(histories));
            if (history.AsOf != first.AsOf || history.Definition.Hash != first.Definition.Hash)
                throw new ArgumentException($"The history of '{customer}' ends on {history.AsOf} by '{history.Definition.Key}' and that of '{all[0].Key}' on {first.AsOf} by '{first.Definition.Key}'; give histories of one day and definition.", nameof(histories));
            changes.AddRange(history.Changes.Select(change => new HistoryChange(DayNumber.Of(change.On), (byte)first.Definition.StageIndex(change.Stage.Key), (byte)Place(first.Definition, change.Transition.Id))));
        }

        return new StageHistories(first.Definition, first.AsOf, Array.ConvertAll(all, each => each.Key), Array.ConvertAll(all, each => each.Value.Changes.Count), [changes], row => all[row].Value.Changes);
    }

    /// <summary>The definition.</summary>
    public LifecycleDefinition Definition { get; }

    /// <summary>The last day looked at.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The customers, in ordinal order of their ids.</summary>
    public ReadOnlySpan<CustomerId> Customers => customers;

    /// <summary>The row of a customer, or −1.</summary>
    public int RowOf(CustomerId customer) => Math.Max(-1, Array.BinarySearch(customers, customer));

    /// <summary>How many transitions a customer has made; 0 where he is in no stage yet.</summary>
    /// <param name="row">Range: [0, number of customers).</param>
    public int Count(int row) => starts[row + 1] - starts[row];

    /// <summary>The transitions of a customer with their evidence, in order: his history is replayed for them.</summary>
    /// <param name="row">Range: [0, number of customers).</param>
    public IReadOnlyList<StageChange> Changes(int row) => explain(row);

    internal ReadOnlySpan<HistoryChange> Of(int row) => changes.AsSpan(starts[row], starts[row + 1] - starts[row]);

    private static int Place(LifecycleDefinition definition, string transition)
    {
        int place = 0;
        while (definition.Transitions[place].Id != transition)
            place++;
        return place;
    }
}
