using CustomerValue.Loyalty.Ledger.Bytes;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>What was spent on one source: lots in the order in which they were taken.</summary>
internal sealed class RedemptionState(int wallet)
{
    private ShortList<Taken> lots;

    public int Wallet { get; } = wallet;

    /// <summary>All that was ever spent on it.</summary>
    public long Total { get; private set; }

    /// <summary>What was not given back.</summary>
    public long Left
    {
        get
        {
            long left = 0;
            for (int at = 0; at < lots.Count; at++)
                left += lots[at].Units;
            return left;
        }
    }

    public void Take(int lot, long units)
    {
        lots.Add(new(lot, units));
        Total += units;
    }

    public RedemptionState Copy(Func<int, int> move)
    {
        RedemptionState copy = new(Wallet) { Total = Total };
        for (int at = 0; at < lots.Count; at++)
            copy.lots.Add(lots[at] with { Lot = move(lots[at].Lot) });
        return copy;
    }

    /// <summary>Takes in what another member, who is this one, spent on the same source.</summary>
    public void Add(RedemptionState other)
    {
        for (int at = 0; at < other.lots.Count; at++)
            lots.Add(other.lots[at]);
        Total += other.Total;
    }

    /// <summary>Gives up what another member spent, whose lots were those after one number up to another.</summary>
    public void Remove(RedemptionState other, int after, int last)
    {
        Taken[] all = lots.ToArray();
        lots = default;
        foreach (Taken taken in all)
        {
            if (taken.Lot <= after || taken.Lot > last)
                lots.Add(taken);
        }

        Total -= other.Total;
    }

    /// <summary>The last units taken, which come back first.</summary>
    public List<Taken> Last(long units)
    {
        List<Taken> last = [];
        for (int at = lots.Count - 1; at >= 0 && units > 0; at--)
        {
            long part = Math.Min(units, lots[at].Units);
            last.Add(new(lots[at].Lot, part));
            units -= part;
        }

        return last;
    }

    /// <summary>Gives back the last units taken.</summary>
    public void GiveBack(long units)
    {
        while (units > 0)
        {
            if (lots.Count == 0)
                throw new InvalidOperationException("more is given back than was taken.");
            Taken last = lots[lots.Count - 1];
            long part = Math.Min(units, last.Units);
            units -= part;
            if (part == last.Units)
                lots.RemoveLast();
            else
                lots.SetLast(last with { Units = last.Units - part });
        }
    }

    public void Write(ByteWriter bytes)
    {
        bytes.Number(Total).Number(lots.Count);
        for (int at = 0; at < lots.Count; at++)
            bytes.Number(lots[at].Lot).Number(lots[at].Units);
    }

    public static RedemptionState Read(int wallet, ref ByteReader bytes)
    {
        RedemptionState redemption = new(wallet) { Total = bytes.Number() };
        for (int left = bytes.Count(); left > 0; left--)
            redemption.lots.Add(new(bytes.Small(1, int.MaxValue), bytes.Number()));
        return redemption;
    }
}
