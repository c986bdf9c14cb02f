namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>What was spent on one source: lots in the order in which they were taken.</summary>
internal sealed class RedemptionState(int wallet)
{
    public int Wallet { get; } = wallet;

    public List<Taken> Lots { get; } = new(1);

    /// <summary>All that was ever spent on it.</summary>
    public long Total { get; set; }

    /// <summary>What was not given back.</summary>
    public long Left => Lots.Sum(taken => taken.Units);

    public RedemptionState Copy(Func<int, int> move)
    {
        RedemptionState copy = new(Wallet) { Total = Total };
        copy.Lots.AddRange(Lots.Select(taken => taken with { Lot = move(taken.Lot) }));
        return copy;
    }

    /// <summary>Takes in what another member, who is this one, spent on the same source.</summary>
    public void Add(RedemptionState other)
    {
        Lots.AddRange(other.Lots);
        Total += other.Total;
    }

    /// <summary>Gives up what another member spent, whose lots were those after one number up to another.</summary>
    public void Remove(RedemptionState other, int after, int last)
    {
        Lots.RemoveAll(taken => taken.Lot > after && taken.Lot <= last);
        Total -= other.Total;
    }

    /// <summary>The last units taken, which come back first.</summary>
    public List<Taken> Last(long units)
    {
        List<Taken> last = [];
        for (int at = Lots.Count - 1; at >= 0 && units > 0; at--)
        {
            long part = Math.Min(units, Lots[at].Units);
            last.Add(new(Lots[at].Lot, part));
            units -= part;
        }

        return last;
    }

    /// <summary>Gives back the last units taken.</summary>
    public void GiveBack(long units)
    {
        while (units > 0)
        {
            Taken last = Lots[Lots.Count - 1];
            long part = Math.Min(units, last.Units);
            units -= part;
            if (part == last.Units)
                Lots.RemoveAt(Lots.Count - 1);
            else
                Lots[Lots.Count - 1] = last with { Units = last.Units - part };
        }
    }
}
