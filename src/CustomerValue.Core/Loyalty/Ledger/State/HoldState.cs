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
}
