namespace CustomerValue.Loyalty.Rules;

/// <summary>The awards of one event. It is filled again and again, so that evaluating allocates nothing.</summary>
public sealed class AwardList
{
    private Award[] awards = new Award[8];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref Award this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} awards.");
            return ref awards[index];
        }
    }

    /// <summary>Forgets them.</summary>
    public void Clear() => Count = 0;

    internal Award[] ToArray() => awards.AsSpan(0, Count).ToArray();

    internal ref Award Add()
    {
        if (Count == awards.Length)
            Array.Resize(ref awards, 2 * Count);
        awards[Count] = default;
        return ref awards[Count++];
    }
}
