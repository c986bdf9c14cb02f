using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Bytes;
using CustomerValue.Loyalty.Ledger.State;

namespace CustomerValue.Loyalty.Stores;

/// <summary>Makes and reads snapshots of members with long journals.</summary>
/// <param name="setup">The programme.</param>
/// <param name="least">A journal of fewer entries is read from its beginning.</param>
internal sealed class Snapshots(LedgerSetup setup, long least)
{
    private readonly ByteWriter bytes = new();

    /// <summary>The sequence of each member's last snapshot, where it is known.</summary>
    private readonly Dictionary<long, long> last = [];

    /// <summary>Whether a journal of so many entries may have a snapshot.</summary>
    public bool MayHave(long sequence) => sequence >= least;

    /// <summary>
    /// A snapshot of a member where one is due, or null. The next one comes when the journal is an eighth longer: what has to be read beside it is a ninth at most, and all snapshots ever written
    /// are some nine times the last one.
    /// </summary>
    public StoredSnapshot? Due(MemberState state) =>
        state.Sequence < least || (last.TryGetValue(state.Number, out long before) && state.Sequence - before < before / 8) ? null : Of(state);

    /// <summary>Notes what was written.</summary>
    public void Wrote(IReadOnlyList<StoredSnapshot> snapshots)
    {
        foreach (StoredSnapshot snapshot in snapshots)
            last[snapshot.Member] = snapshot.Sequence;
    }

    public StoredSnapshot Of(MemberState state)
    {
        StateBytes.Write(setup, state, bytes);
        return new(state.Number, state.Sequence, bytes.Written.ToArray());
    }

    /// <summary>The state in a snapshot, or null where it is of no use: made for another version of the programme, or damaged, which a check tells.</summary>
    public MemberState? Read(StoredSnapshot snapshot)
    {
        try
        {
            if (StateBytes.Read(setup, snapshot.Content.Span) is not { } state || state.Number != snapshot.Member || state.Sequence != snapshot.Sequence)
                return null;
            last[state.Number] = state.Sequence;
            return state;
        }
        catch (Exception damaged) when (damaged is FormatException or ArgumentException or OverflowException or KeyNotFoundException)
        {
            return null;
        }
    }

    public bool IsOfThisProgram(StoredSnapshot snapshot) => StateBytes.IsOf(setup, snapshot.Content.Span);
}
