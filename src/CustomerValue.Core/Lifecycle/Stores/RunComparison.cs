using CustomerValue.Customers;
using CustomerValue.Customers.Summing;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Machine;
using NodaTime;

namespace CustomerValue.Lifecycle.Stores;

/// <summary>A run beside what is believed: who is new, and what has to be written of whom.</summary>
internal sealed class RunComparison
{
    private readonly StageHistories histories;
    private readonly List<(long Customer, int Row, BelievedHistory.Difference Difference)> changed = [];

    private RunComparison(StageHistories histories) => this.histories = histories;

    public StoredRun Run { get; private set; } = null!;

    public List<StoredCustomer> Joined { get; } = [];

    public static RunComparison Of(ILifecycleSession session, StageRun run, string payload)
    {
        RunComparison compared = new(run.Histories);
        compared.Compare(session, run.IsOfAll);
        compared.Run = new StoredRun
        {
            Number = session.LastRun + 1,
            Key = run.Key,
            Lifecycle = run.Histories.Definition.Key,
            DefinitionVersion = run.Histories.Definition.Version,
            DefinitionHash = run.Histories.Definition.Hash,
            AsOf = run.Histories.AsOf,
            RecordedAt = run.RecordedAt,
            Actor = run.Actor,
            Payload = payload,
            Customers = run.Histories.Customers.Length,
            Changed = compared.changed.Count,
        };
        return compared;
    }

    /// <summary>What has to be written, by customer and line.</summary>
    public IEnumerable<StoredStage> Stages()
    {
        foreach ((long customer, int row, BelievedHistory.Difference difference) in changed)
        {
            IReadOnlyList<StageChange> changes = row < 0 ? [] : histories.Changes(row);
            int line = 0;
            if (difference.From == changes.Count || DayNumber.Of(changes[difference.From].On) != difference.Day)
                yield return NothingBegan(customer, DayNumber.Date(difference.Day), difference.From == 0 ? null : changes[difference.From - 1], line++);
            for (int at = difference.From; at < changes.Count; at++)
                yield return Began(customer, changes[at], line++);
        }
    }

    private void Compare(ILifecycleSession session, bool isOfAll)
    {
        IReadOnlyList<StoredCustomer> customers = session.Customers();
        bool[] isBelieved = new bool[histories.Customers.Length];
        foreach ((long customer, BelievedHistory history) in StageBook.Histories(session, histories.Definition.Key, long.MaxValue))
        {
            CustomerId id = customers[(int)(customer - 1)].Id;
            if (id == default)
                continue;
            int row = histories.RowOf(id);
            if (row < 0 && !isOfAll)
                continue;
            if (row >= 0)
                isBelieved[row] = true;
            if (history.To(row < 0 ? default : histories.Of(row), histories.Definition) is { } difference)
                changed.Add((customer, row, difference));
        }

        // Those of whom nothing was written yet, and who may be known from another lifecycle.
        Dictionary<CustomerId, long> numbers = [];
        foreach (StoredCustomer known in customers)
        {
            if (known.Id != default && histories.RowOf(known.Id) is >= 0 and int row && !isBelieved[row])
                numbers.Add(known.Id, known.Number);
        }

        for (int row = 0; row < isBelieved.Length; row++)
        {
            if (isBelieved[row] || histories.Count(row) == 0)
                continue;
            CustomerId id = histories.Customers[row];
            if (!numbers.TryGetValue(id, out long number))
                Joined.Add(new StoredCustomer(number = customers.Count + Joined.Count + 1, id));
            changed.Add((number, row, new BelievedHistory.Difference(0, histories.Of(row)[0].Day)));
        }

        changed.Sort((one, other) => one.Customer.CompareTo(other.Customer));
    }

    private StoredStage Began(long customer, StageChange change, int line) => new()
    {
        Customer = customer,
        Run = Run,
        Line = line,
        On = change.On,
        Stage = change.Stage.Key,
        Left = change.Left?.Key,
        Transition = change.Transition.Id,
        EventId = change.EventId,
        ModelVersion = change.ModelVersion,
        Reason = change.Reason,
    };

    private StoredStage NothingBegan(long customer, LocalDate day, StageChange? goesOn, int line) => new()
    {
        Customer = customer,
        Run = Run,
        Line = line,
        On = day,
        Stage = goesOn?.Stage.Key,
        Left = goesOn?.Stage.Key,
        Transition = null,
        EventId = null,
        ModelVersion = null,
        Reason = new LocalizedText("What was said from this day on does not hold any more.", "自此日起，先前的记录不再成立。"),
    };
}
