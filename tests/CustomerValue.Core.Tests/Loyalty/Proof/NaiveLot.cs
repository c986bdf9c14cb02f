namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>Points that were granted together, as the naive ledger knows them: what moved and when, never a running total.</summary>
internal sealed class NaiveLot
{
    public required int Number { get; init; }

    public required long Earned { get; init; }

    public required long Activates { get; init; }

    public required long Expires { get; init; }

    public long Granted { get; set; }

    public long Reversed { get; set; }

    public bool CountsOnce { get; init; }

    /// <summary>Account (p, a, h, r, x, v, t, j, d), units and instant of each movement.</summary>
    public List<(char Account, long Units, long At)> Moves { get; } = [];

    public long LastMoved => Moves.Max(move => move.At);

    public long Sum(char account, long until)
    {
        long sum = 0;
        foreach ((char name, long units, long at) in Moves)
        {
            if (name == account && at <= until)
                sum += units;
        }

        return sum;
    }

    /// <summary>When what is available expires: at the end, or when it came back where that was later.</summary>
    public long Ends(long until)
    {
        long since = long.MinValue;
        foreach ((char name, long units, long at) in Moves)
        {
            if (name == 'a' && units > 0 && at <= until)
                since = Math.Max(since, at);
        }

        return Math.Max(Expires, since);
    }
}
