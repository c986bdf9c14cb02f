namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>A member of the naive ledger: lots, holds, and what he owes, each as the list of what happened.</summary>
internal sealed class NaiveMember
{
    private const long Forever = long.MaxValue;

    public List<NaiveLot> Lots { get; } = [];

    public List<NaiveHold> Holds { get; } = [];

    public Dictionary<string, List<(NaiveLot Lot, long Units)>> Spent { get; } = [];

    public Dictionary<string, long> SpentInAll { get; } = [];

    public Dictionary<string, NaiveOrder> Orders { get; } = [];

    /// <summary>Debt (d), overdraft (o) and write-off (w).</summary>
    public List<(char Account, long Units, long At)> Owed { get; } = [];

    public int OnceUsed { get; set; }

    public long LastRecorded { get; set; } = long.MinValue;

    public long LastEffective { get; set; } = long.MinValue;

    public long Sum(char account, long until = Forever) => Lots.Sum(lot => lot.Sum(account, until)) + Owed.Where(move => move.Account == account && move.At <= until).Sum(move => move.Units);

    public long Available(long until = Forever) => Sum('a', until) - Sum('o', until);

    /// <summary>Lots in the order in which they are spent.</summary>
    public IEnumerable<NaiveLot> InOrder => Lots.OrderBy(lot => lot.Expires).ThenBy(lot => lot.Earned).ThenBy(lot => lot.Number);

    public long PaidFrom(long at) => Math.Max(at, Owed.Where(move => move.Account is 'd' or 'o' && move.Units > 0).Select(move => move.At).DefaultIfEmpty(long.MinValue).Max());

    /// <summary>Does what time does until an instant, one thing after another, and writes the movements down.</summary>
    public void Settle(long until)
    {
        while (true)
        {
            long next = Forever;
            foreach (NaiveLot lot in Lots)
            {
                if (lot.Sum('p', Forever) > 0)
                    next = Math.Min(next, lot.Activates);
                if (lot.Sum('a', Forever) > 0)
                    next = Math.Min(next, lot.Ends(Forever));
            }

            foreach (NaiveHold hold in Holds.Where(hold => hold.End is null))
                next = Math.Min(next, hold.Until);
            if (next > until || next == Forever)
                return;
            Do(next);
        }
    }

    private void Do(long at)
    {
        if (InOrder.FirstOrDefault(lot => lot.Sum('p', Forever) > 0 && lot.Activates == at) is { } pending)
        {
            long units = pending.Sum('p', Forever);
            pending.Moves.Add(('p', -units, at));
            pending.Moves.Add(('a', units, at));
            Pay(PaidFrom(at));
        }
        else if (Holds.FirstOrDefault(hold => hold.End is null && hold.Until == at) is { } hold)
        {
            foreach ((NaiveLot lot, long units) in hold.Lots)
            {
                lot.Moves.Add(('h', -units, at));
                lot.Moves.Add(('a', units, at));
            }

            (hold.End, hold.EndedByTime, hold.EndedAt) = ('v', true, at);
            Pay(PaidFrom(at));
        }
        else
        {
            NaiveLot ended = InOrder.First(lot => lot.Sum('a', Forever) > 0 && lot.Ends(Forever) <= at);
            long units = ended.Sum('a', Forever);
            ended.Moves.Add(('a', -units, at));
            ended.Moves.Add(('x', units, at));
        }
    }

    /// <summary>What is there pays what is owed: debts first, then what lies below zero.</summary>
    public bool Pay(long at)
    {
        long debt = Sum('d'), over = Sum('o'), paid = 0;
        foreach (NaiveLot lot in InOrder.ToArray())
        {
            long units = Math.Min(debt + over - paid, lot.Sum('a', Forever));
            if (units <= 0 || lot.Ends(Forever) <= at)
                continue;
            lot.Moves.Add(('a', -units, at));
            paid += units;
        }

        Owe('d', -Math.Min(paid, debt), at);
        Owe('o', -(paid - Math.Min(paid, debt)), at);
        return paid > 0;
    }

    public void Owe(char account, long units, long at)
    {
        if (units != 0)
            Owed.Add((account, units, at));
    }

    public List<(NaiveLot Lot, long Units)> Take(long units)
    {
        List<(NaiveLot, long)> taken = [];
        foreach (NaiveLot lot in InOrder)
        {
            long part = Math.Min(units, lot.Sum('a', Forever));
            if (part > 0)
                taken.Add((lot, part));
            units -= part;
        }

        return taken;
    }

    /// <summary>Only what counts until an instant, and then what time makes of it.</summary>
    public NaiveMember Until(long instant)
    {
        NaiveMember then = new();
        Dictionary<NaiveLot, NaiveLot> copies = [];
        foreach (NaiveLot lot in Lots)
        {
            NaiveLot copy = new() { Number = lot.Number, Earned = lot.Earned, Activates = lot.Activates, Expires = lot.Expires };
            copy.Moves.AddRange(lot.Moves.Where(move => move.At <= instant));
            copies[lot] = copy;
            then.Lots.Add(copy);
        }

        then.Owed.AddRange(Owed.Where(move => move.At <= instant));
        foreach (NaiveHold hold in Holds.Where(hold => hold.Made <= instant && !(hold.EndedAt <= instant)))
            then.Holds.Add(new() { Name = hold.Name, Made = hold.Made, Until = hold.Until, Lots = [.. hold.Lots.Select(part => (copies[part.Lot], part.Units))] });
        then.Settle(instant);
        return then;
    }

    /// <summary>All that a balance says, at an instant.</summary>
    public NaiveBalance At(long instant)
    {
        NaiveMember then = Until(instant);
        return new(then.Available(), then.Sum('p'), then.Sum('h'), then.Sum('d'), then.Sum('r'), then.Sum('x'), then.Sum('v'), then.Sum('w'));
    }
}
