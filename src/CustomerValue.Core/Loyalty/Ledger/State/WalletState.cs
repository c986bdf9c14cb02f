using CustomerValue.Loyalty.Ledger.Bytes;
using CustomerValue.Loyalty.Programs;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>A member's points of one wallet: totals by account, open lots in the order in which they are spent, open holds.</summary>
internal sealed class WalletState
{
    private readonly long[] totals;
    private readonly List<Lot> open;
    private readonly List<HoldState> holds;
    private readonly LotOrder order;
    private Instant nextDue = Instant.MaxValue;
    private bool isDueKnown = true;

    public WalletState(Wallet wallet)
        : this(wallet, new LotOrder(wallet.Consume), new long[LedgerAccounts.All.Length], [], [])
    {
    }

    private WalletState(Wallet wallet, LotOrder order, long[] totals, List<Lot> open, List<HoldState> holds) =>
        (Wallet, this.order, this.totals, this.open, this.holds) = (wallet, order, totals, open, holds);

    public Wallet Wallet { get; }

    public List<Lot> Open => open;

    public List<HoldState> Holds => holds;

    public long this[LedgerAccount account] => totals[(int)account];

    /// <summary>What is owed: a debt, or how far available is below zero.</summary>
    public long Owed => -(totals[(int)LedgerAccount.Debt] + Math.Min(0, Overdraft));

    /// <summary>The last instant at which more came to be owed.</summary>
    public Instant OwedSince { get; private set; } = Instant.MinValue;

    /// <summary>Available points without a lot: 0, or below.</summary>
    public long Overdraft { get; private set; }

    /// <summary>The next instant at which time alone changes something; the last of all instants for never.</summary>
    public Instant NextDue
    {
        get
        {
            if (isDueKnown)
                return nextDue;
            nextDue = Instant.MaxValue;
            foreach (Lot lot in open)
                nextDue = Instant.Min(nextDue, lot.NextDue);
            foreach (HoldState hold in holds)
                nextDue = Instant.Min(nextDue, hold.Until);
            isDueKnown = true;
            return nextDue;
        }
    }

    public bool IsSettledAt(Instant instant) => NextDue > instant || nextDue == Instant.MaxValue;

    public void Apply(in Posting posting, Lot? lot, Instant effective)
    {
        totals[(int)posting.Account] = checked(totals[(int)posting.Account] + posting.Units);
        if (lot is null)
        {
            if (posting.Account == LedgerAccount.Available)
                Overdraft += posting.Units;
            if (posting.Units < 0 && posting.Account is LedgerAccount.Available or LedgerAccount.Debt)
                OwedSince = Instant.Max(OwedSince, effective);
            return;
        }

        bool wasOpen = lot.IsOpen;
        Instant was = lot.NextDue;
        lot.Apply(posting.Account, posting.Units, effective);
        if (wasOpen != lot.IsOpen)
            Move(lot);
        // What was the next may be later now; then it is looked for when it is asked for.
        if (was == nextDue && lot.NextDue != was)
            isDueKnown = false;
        else
            nextDue = Instant.Min(nextDue, lot.NextDue);
    }

    public void Add(HoldState hold)
    {
        holds.Add(hold);
        nextDue = Instant.Min(nextDue, hold.Until);
    }

    public void Remove(HoldState hold)
    {
        holds.Remove(hold);
        isDueKnown = false;
    }

    /// <summary>A copy with lots of its own, to see what time makes of it. Lots that only holds pin are copied too.</summary>
    public WalletState Copy(Func<int, Lot> lotOf, out Func<int, Lot> copyOf)
    {
        Dictionary<int, Lot> copies = [];
        foreach (Lot lot in open)
            copies[lot.Terms.Number] = lot.Copy();
        foreach (Taken taken in holds.SelectMany(hold => hold.Lots))
        {
            if (!copies.ContainsKey(taken.Lot))
                copies[taken.Lot] = lotOf(taken.Lot).Copy();
        }

        copyOf = number => copies[number];
        return new WalletState(Wallet, order, (long[])totals.Clone(), [.. open.Select(lot => copies[lot.Terms.Number])], [.. holds.Select(hold => hold.Copy())]) { Overdraft = Overdraft, OwedSince = OwedSince, isDueKnown = false };
    }

    public void Write(ByteWriter bytes)
    {
        foreach (long total in totals)
            bytes.Number(total);
        bytes.Number(Overdraft).Moment(OwedSince).Number(holds.Count);
        foreach (HoldState hold in holds)
            bytes.Text(hold.Name);
    }

    /// <summary>Reads what is not told by lots and holds, which are given.</summary>
    public static WalletState Read(Wallet wallet, IEnumerable<Lot> lots, Dictionary<string, HoldState> all, ref ByteReader bytes)
    {
        WalletState state = new(wallet) { isDueKnown = false };
        for (int at = 0; at < state.totals.Length; at++)
            state.totals[at] = bytes.Number();
        (state.Overdraft, state.OwedSince) = (bytes.Number(), bytes.Moment());
        for (int left = bytes.Count(); left > 0; left--)
            state.holds.Add(all[bytes.Word()]);
        state.open.AddRange(lots.Where(lot => lot.IsOpen));
        state.open.Sort(state.order);
        return state;
    }

    private void Move(Lot lot)
    {
        int at = open.BinarySearch(lot, order);
        if (lot.IsOpen)
            open.Insert(~at, lot);
        else
            open.RemoveAt(at);
    }
}
