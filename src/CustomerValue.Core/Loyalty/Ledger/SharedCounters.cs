using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>What all members together have used of caps and budgets. In front of a store, what is not known yet is fetched.</summary>
internal sealed class SharedCounters(Func<CounterKey, long>? fetch)
{
    private readonly Dictionary<CounterKey, long> used = [];

    public long Used(in CounterKey key)
    {
        if (!used.TryGetValue(key, out long value) && fetch is not null)
            used[key] = value = fetch(key);
        return value;
    }

    public void Add(in CounterKey key, long amount) => used[key] = checked(Used(key) + amount);

    public void Clear() => used.Clear();
}
