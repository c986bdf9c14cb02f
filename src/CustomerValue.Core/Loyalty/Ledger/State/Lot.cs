using CustomerValue.Loyalty.Ledger.Bytes;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>Where the points of a lot are now.</summary>
internal sealed class Lot
{
    public Lot(in LotTerms terms, int wallet, (long Member, long Sequence) made) => (Terms, Wallet, Made) = (terms, wallet, made);

    public LotTerms Terms { get; }

    public int Wallet { get; }

    /// <summary>The entry that made it: whose, and which.</summary>
    public (long Member, long Sequence) Made { get; }

    public long Granted { get; private set; }

    public long Pending { get; private set; }

    public long Available { get; private set; }

    public long Held { get; private set; }

    public long Expired { get; private set; }

    /// <summary>What of its earn was reversed, from whatever pool.</summary>
    public long Reversed { get; set; }

    /// <summary>Whether its lot is still in the way of spending.</summary>
    public bool IsOpen => Pending > 0 || Available > 0;

    /// <summary>What went elsewhere and was not reversed: spent, held, transferred, paid for debts. Nothing, where points came back (from a hold, say) that a reversal had counted as gone and taken from elsewhere.</summary>
    public long Spent => Math.Max(0, Granted - Pending - Available - Expired - Reversed);

    /// <summary>The last instant from which a movement of it counts.</summary>
    public Instant LastMoved { get; private set; } = Instant.MinValue;

    /// <summary>The last instant at which points of it became available.</summary>
    private Instant availableSince = Instant.MinValue;

    /// <summary>When what is available of it expires, or null for never: points that come back after its end expire when they come.</summary>
    public Instant? ExpiryDue => Terms.ExpiresAt is { } end ? Instant.Max(end, availableSince) : null;

    /// <summary>The next instant at which time alone changes it; the last of all instants for never.</summary>
    public Instant NextDue => Pending > 0 ? (Available > 0 && ExpiryDue is { } end ? Instant.Min(Terms.ActivatesAt, end) : Terms.ActivatesAt)
        : Available > 0 && ExpiryDue is { } ends ? ends : Instant.MaxValue;

    public void Apply(LedgerAccount account, long units, Instant effective)
    {
        LastMoved = Instant.Max(LastMoved, effective);
        if (account == LedgerAccount.Available && units > 0)
            availableSince = Instant.Max(availableSince, effective);
        switch (account)
        {
            case LedgerAccount.Pending: Pending += units; break;
            case LedgerAccount.Available: Available += units; break;
            case LedgerAccount.Held: Held += units; break;
            case LedgerAccount.Expired: Expired += units; break;
        }
    }

    /// <summary>Takes units in that it is made with.</summary>
    public void Grant(long units) => Granted = checked(Granted + units);

    /// <summary>Takes over what became of another member's lot, whose remaining points come by postings.</summary>
    public void Adopt(Lot other)
    {
        Granted = other.Granted;
        Expired = other.Expired;
        Reversed = other.Reversed;
    }

    public Lot Copy() => (Lot)MemberwiseClone();

    public void Write(ByteWriter bytes) => bytes
        .Number(Terms.Number).Moment(Terms.EarnedAt).Moment(Terms.ActivatesAt).Time(Terms.ExpiresAt).Number(Terms.From)
        .Number(Wallet).Number(Made.Member).Number(Made.Sequence).Number(Granted).Number(Pending).Number(Available).Number(Held).Number(Expired).Number(Reversed).Moment(LastMoved).Moment(availableSince);

    public static Lot Read(ref ByteReader bytes)
    {
        LotTerms terms = new(bytes.Small(1, int.MaxValue), bytes.Moment(), bytes.Moment(), bytes.TimeOrNull(), bytes.Small(0, int.MaxValue));
        return new(terms, bytes.Small(0, int.MaxValue), (bytes.Number(), bytes.Number()))
        {
            Granted = bytes.Number(),
            Pending = bytes.Number(),
            Available = bytes.Number(),
            Held = bytes.Number(),
            Expired = bytes.Number(),
            Reversed = bytes.Number(),
            LastMoved = bytes.Moment(),
            availableSince = bytes.Moment(),
        };
    }
}
