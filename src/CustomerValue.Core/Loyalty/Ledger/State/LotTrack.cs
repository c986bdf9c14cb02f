using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>The history of a lot while it is put together. Members who are one share it.</summary>
internal sealed class LotTrack(long member, LotTerms terms, EarnOrigin? origin, string? wallet)
{
    private readonly List<LotMove> moves = new(2);

    public long Owner => member;

    public string? Wallet => wallet;

    public bool HasMoves => moves.Count > 0;

    public Instant EarnedAt => terms.EarnedAt;

    /// <summary>What the movements of one entry do to it.</summary>
    public void Add(Instant at, long outstanding, long redeemed, long expired)
    {
        if (outstanding > 0)
            Add(at, redeemed < 0 ? LotMoveKind.Restored : LotMoveKind.Granted, outstanding);
        else if (outstanding < 0)
        {
            Add(at, LotMoveKind.Redeemed, redeemed);
            Add(at, LotMoveKind.Expired, expired);
            Add(at, LotMoveKind.Withdrawn, -outstanding - Math.Max(0, redeemed) - Math.Max(0, expired));
        }
        else if (redeemed < 0)
        {
            // A redemption that is undone into a lot of its own, which lives longer.
            Add(at, LotMoveKind.Restored, -redeemed);
            Add(at, LotMoveKind.Withdrawn, -redeemed);
        }
    }

    public LotHistory Of(string? tier)
    {
        LotMove[] ordered = [.. moves.OrderBy(move => move.At)];
        long left = 0;
        foreach (LotMove move in ordered)
            left += move.Kind is LotMoveKind.Granted or LotMoveKind.Restored ? move.Units : -move.Units;
        return new() { Member = member, Terms = terms, Origin = origin, Tier = tier, Moves = ordered, Outstanding = left };
    }

    private void Add(Instant at, LotMoveKind kind, long units)
    {
        if (units > 0)
            moves.Add(new(at, kind, units));
    }
}
