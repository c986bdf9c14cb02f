namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>A list that nearly always has one item and keeps that one in place: of each order and each redemption there is one, for ever, and what is no object costs the garbage collector nothing.</summary>
internal struct ShortList<T>
{
    private T first;
    private List<T>? others;

    public int Count { get; private set; }

    public readonly T this[int at] => at == 0 ? first : others![at - 1];

    public void Add(T item)
    {
        if (Count++ == 0)
            first = item;
        else
            (others ??= []).Add(item);
    }

    public void SetLast(T item)
    {
        if (Count == 1)
            first = item;
        else
            others![Count - 2] = item;
    }

    public void RemoveLast()
    {
        if (--Count > 0)
            others!.RemoveAt(Count - 1);
    }

    public readonly T[] ToArray()
    {
        T[] all = new T[Count];
        for (int at = 0; at < all.Length; at++)
            all[at] = this[at];
        return all;
    }
}
