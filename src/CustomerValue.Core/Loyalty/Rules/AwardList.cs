using CustomerValue.Loyalty.Rules.Evaluation;

namespace CustomerValue.Loyalty.Rules;

/// <summary>The awards of one event. It is filled again and again, so that evaluating allocates nothing. One thread at a time may use it.</summary>
public sealed class AwardList
{
    private Award[] awards = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref readonly Award this[int index] => ref At(index);

    internal Scratch Scratch { get; } = new();

    /// <summary>Forgets them.</summary>
    public void Clear() => Count = 0;

    internal Award[] ToArray() => awards.AsSpan(0, Count).ToArray();

    internal ref Award At(int index)
    {
        if ((uint)index >= (uint)Count)
            throw None(index);
        return ref awards[index];
    }

    /// <summary>Where the award of a rule's effect stands.</summary>
    internal int IndexOf(in Award award)
    {
        for (int at = 0; at < Count; at++)
        {
            if (awards[at].Rule == award.Rule && awards[at].Effect == award.Effect)
                return at;
        }
        throw new ArgumentException("The list was filled again since the award was made.", nameof(award));
    }

    /// <summary>One more, of which nothing is known but its list: the caller says the rest.</summary>
    internal ref Award Add()
    {
        if (Count == awards.Length)
            Grow();
        return ref awards[Count++];
    }

    private ArgumentOutOfRangeException None(int index) => new(nameof(index), index, $"There are {Count} awards.");

    private void Grow()
    {
        Array.Resize(ref awards, Math.Max(8, 2 * Count));
        for (int at = Count; at < awards.Length; at++)
            awards[at].Among = this;
    }
}
