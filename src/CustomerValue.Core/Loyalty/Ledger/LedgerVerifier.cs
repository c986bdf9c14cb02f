using CustomerValue.Loyalty.Ledger.Bytes;
using CustomerValue.Loyalty.Ledger.State;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>Checks journals by themselves, and against the state that is kept of them.</summary>
internal static class LedgerVerifier
{
    public static LedgerFault? Of(LedgerSetup setup, LedgerBooks books)
    {
        for (long member = 1; member <= books.MemberCount; member++)
        {
            if (Of(setup, books, member) is { } fault)
                return fault;
        }

        return null;
    }

    public static LedgerFault? Of(LedgerSetup setup, LedgerBooks books, long member)
    {
        ByteWriter bytes = new();
        MemberFold fold = new(setup, books.StateAfter);
        MemberState state = new(member);
        foreach (long place in books.PlacesOf(member))
        {
            if (Fault(books.Log, place, state, bytes, out JournalEntry? entry) is { } message)
                return new LedgerFault(member, state.Sequence + 1, message);
            if (Misfit(fold, state, entry!) is { } misfit)
                return new LedgerFault(member, entry!.Sequence, misfit);
            if (Bounds(state, entry!) is { } bound)
                return new LedgerFault(member, state.Sequence, bound);
        }

        return Differs(state, books.State(member)) ? new LedgerFault(member, state.Sequence, "The balance that is kept is not what the journal folds to.") : null;
    }

    private static string? Fault(EntryLog log, long place, MemberState state, ByteWriter bytes, out JournalEntry? entry)
    {
        entry = null;
        if (!log.TryAt(place, out ReadOnlySpan<byte> written, out EntryHash hash))
            return "There is no whole entry where it should stand.";
        if (!bytes.Clear().Raw(written).Sha256().Equals(hash))
            return "The content does not have this hash.";
        try
        {
            entry = EntryBytes.Read(written, hash);
        }
        catch (FormatException)
        {
            return "The content is no entry.";
        }

        if (!entry.Previous.Equals(state.Hash))
            return "The hash of the entry before is another one.";
        if (entry.Sequence != state.Sequence + 1 || entry.Member != state.Number)
            return $"Entry {entry.Sequence} of member {entry.Member} follows {state.Sequence} of {state.Number}.";
        if (entry.RecordedAt < state.LastRecorded)
            return "It was recorded before the entry before.";
        return entry.Postings.Sum(posting => posting.Units) == 0 ? null : "The postings do not add up to 0.";
    }

    /// <summary>An entry that no ledger could have made after those before: of a lot, order or hold that is not there.</summary>
    private static string? Misfit(MemberFold fold, MemberState state, JournalEntry entry)
    {
        try
        {
            fold.Apply(state, entry);
            return null;
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or KeyNotFoundException or NullReferenceException or InvalidCastException or OverflowException or IndexOutOfRangeException)
        {
            return $"It can't follow the entries before it: {problem.Message}";
        }
    }

    /// <summary>Every lot touched has 0 ≤ what is left ≤ granted, and nothing is below 0 that must not be.</summary>
    private static string? Bounds(MemberState state, JournalEntry entry)
    {
        foreach (Posting posting in entry.Postings)
        {
            if (posting.Lot == 0)
                continue;
            Lot lot = state.Lot(posting.Lot);
            if (lot.Pending < 0 || lot.Available < 0 || lot.Held < 0 || lot.Expired < 0 || lot.Pending + lot.Available + lot.Held + lot.Expired > lot.Granted)
                return $"Lot {posting.Lot} is out of its bounds.";
        }

        return null;
    }

    private static bool Differs(MemberState folded, MemberState kept)
    {
        for (int at = 0; at < Math.Max(folded.Wallets.Length, kept.Wallets.Length); at++)
        {
            WalletState? one = at < folded.Wallets.Length ? folded.Wallets[at] : null;
            WalletState? other = at < kept.Wallets.Length ? kept.Wallets[at] : null;
            foreach (LedgerAccount account in LedgerAccounts.All)
            {
                if ((one?[account] ?? 0) != (other?[account] ?? 0))
                    return true;
            }
        }

        return !folded.Hash.Equals(kept.Hash);
    }
}
