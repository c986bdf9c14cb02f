using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Tests.Loyalty.Rules;

/// <summary>Counters that a test keeps as the ledger would.</summary>
internal sealed class ShopCounters : ICounterView
{
    private readonly Dictionary<CounterKey, long> used = [];

    public long Used(in CounterKey key) => used.TryGetValue(key, out long amount) ? amount : 0;

    public ShopCounters With(CounterKey key, long amount)
    {
        used[key] = amount;
        return this;
    }

    /// <summary>Books what all awards of a list use.</summary>
    public void Book(CompiledProgram program, AwardList awards, in RuleFacts facts)
    {
        for (int at = 0; at < awards.Count; at++)
        {
            foreach (CounterUse use in program.UsesOf(awards[at], facts))
                used[use.Key] = Used(use.Key) + use.Amount;
        }
    }

    /// <summary>Gives back what a full reversal of the awards releases.</summary>
    public void Release(CompiledProgram program, AwardList awards, in RuleFacts facts)
    {
        for (int at = 0; at < awards.Count; at++)
        {
            foreach (CounterUse use in program.UsesOf(awards[at], facts))
                used[use.Key] = Used(use.Key) - (use.Released ? use.Amount : 0);
        }
    }
}
