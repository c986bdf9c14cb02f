using CustomerValue.Customers;
using CustomerValue.Lifecycle.Evaluation;
using NodaTime;

namespace CustomerValue.Lifecycle.Stores;

/// <summary>The histories of customers up to a day, to be recorded under a key.</summary>
public sealed record StageRun
{
    /// <summary>The key, such as <c>retail-2026-11</c>: 1 to 256 characters without control characters. Sent again with the same histories it changes nothing.</summary>
    public required string Key { get; init; }

    /// <summary>The histories.</summary>
    public required StageHistories Histories { get; init; }

    /// <summary>When they are recorded; not before the run before.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Who records them, as a key; null where nobody says.</summary>
    public string? Actor { get; init; }

    /// <summary>Whether they are of all customers: one who is in the store and not among them, as all that he bought was given back, is then in no stage. Default: false, he stays as he is.</summary>
    public bool IsOfAll { get; init; }

    internal string Payload()
    {
        using ContentHash hash = new();
        hash.Add(Histories.Definition.Hash).Add(Customers.Summing.DayNumber.Of(Histories.AsOf)).Add(IsOfAll ? 1 : 0);
        for (int row = 0; row < Histories.Customers.Length; row++)
        {
            hash.Add(Histories.Customers[row].Value).Add(Histories.Count(row));
            foreach (HistoryChange change in Histories.Of(row))
                hash.Add(change.Day).Add(change.Stage).Add(change.Transition);
        }

        return hash.Done();
    }

    internal void Check()
    {
        if (!CustomerId.IsValid(Key) || (Actor is not null && !CustomerId.IsValid(Actor)))
            throw new ArgumentException($"A run's key and whoever records it have 1 to {CustomerId.LongestKey} characters, are not blank and have no control characters; got '{Key}' by '{Actor}'.");
        if (Histories is null)
            throw new ArgumentException($"The run '{Key}' has no histories.");
    }
}
