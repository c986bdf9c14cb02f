using CustomerValue.Loyalty.Ledger.Bytes;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>A hold and the lots that it pins, in the order in which they were taken.</summary>
internal sealed class HoldState(string name, Instant until, List<Taken> lots)
{
    public string Name { get; } = name;

    public Instant Until { get; } = until;

    public List<Taken> Lots { get; } = lots;

    /// <summary>How it ended, or null while it is open.</summary>
    public EntryKind? Ended { get; set; }

    /// <summary>Whether it ended by itself.</summary>
    public bool EndedByTime { get; set; }

    public HoldState Copy() => new(Name, Until, [.. Lots]) { Ended = Ended, EndedByTime = EndedByTime };

    public void Write(ByteWriter bytes)
    {
        bytes.Text(Name).Moment(Until).Number(Ended is { } ended ? (int)ended : -1).Mark(EndedByTime).Number(Lots.Count);
        foreach (Taken taken in Lots)
            bytes.Number(taken.Lot).Number(taken.Units);
    }

    public static HoldState Read(ref ByteReader bytes)
    {
        HoldState hold = new(bytes.Word(), bytes.Moment(), []) { Ended = bytes.Small(-1, byte.MaxValue) is >= 0 and var ended ? (EntryKind)ended : null, EndedByTime = bytes.Mark() };
        for (int left = bytes.Count(); left > 0; left--)
            hold.Lots.Add(new(bytes.Small(1, int.MaxValue), bytes.Number()));
        return hold;
    }
}
