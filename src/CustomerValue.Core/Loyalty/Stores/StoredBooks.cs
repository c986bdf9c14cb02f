using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Bytes;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Loyalty.Stores;

/// <summary>
/// What a ledger knows of a store: a cache that asks for what it does not know or may have changed, once in a session, and gathers what is decided. Where
/// nobody else has written since, all that is known holds and nothing is asked.
/// </summary>
internal sealed class StoredBooks : LedgerBooks
{
    /// <summary>The place of an entry that was not read, as a snapshot stands for it.</summary>
    private const long Unread = -1;

    private readonly StoredSessions sessions;
    private readonly ChangeList changes;

    /// <summary>Members and ids that were asked for in this session.</summary>
    private readonly HashSet<long> fresh = [];
    private readonly HashSet<CustomerId> asked = [];

    /// <summary>Members who were taken to be as they are known here, without asking.</summary>
    private readonly HashSet<long> assumed = [];
    private readonly Snapshots snapshots;
    private bool assumes;
    private readonly long room;
    private long? last;

    public StoredBooks(LedgerSetup setup, StoredSessions sessions, long room, long least)
        : base(setup, key => sessions.Now.Used(key))
    {
        (this.sessions, this.room) = (sessions, room);
        changes = new ChangeList(setup, this);
        snapshots = new Snapshots(setup, least);
        sessions.Bind(this, setup);
    }

    public ChangeList Changes => changes;

    public override long MemberCount => Math.Max(last ??= sessions.Now.LastMember, changes.LastJoined);

    /// <summary>
    /// Whether what was decided by what is known here alone may be written: the store then refuses it wherever that no longer holds. It notices neither a
    /// refusal, which moves nothing, nor a member who was looked at only.
    /// </summary>
    public bool WasRightToAssume => !changes.IsEmpty && !changes.HasRefusal && assumed.IsSubsetOf(changes.Moved);

    public override long EntryCount
    {
        get
        {
            long count = 0;
            for (long number = 1; number <= MemberCount; number++)
                count += sessions.Now.Member(number)?.Sequence ?? 0;
            return count;
        }
    }

    public override IReadOnlyList<CustomerId> Ids => sessions.Now.Ids();

    /// <summary>Begins a session. Where others have written since, nothing that is known holds before it was asked for again, or is assumed to hold.</summary>
    public void Begin(bool holds, bool assumes)
    {
        this.assumes = assumes;
        last = null;
        assumed.Clear();
        changes.Clear();
        if (Log.Size > room)
            DropAll();
        if (holds)
            return;
        asked.Clear();
        fresh.Clear();
        Shared.Clear();
    }

    /// <summary>Forgets everything, which makes room.</summary>
    public void DropAll()
    {
        for (long number = 1; number <= Room; number++)
            Drop(number);
        base.Cut(default);
        sessions.Messages?.Forget();
        DropNames();
        asked.Clear();
        fresh.Clear();
    }

    /// <summary>Forgets what a session that came to nothing has changed here.</summary>
    public void DropChanged()
    {
        foreach (long number in changes.Touched)
        {
            Drop(number);
            fresh.Remove(number);
        }

        sessions.Messages?.Forget(changes.Touched);
        foreach (CustomerId id in changes.Ids)
        {
            Name(id, 0);
            asked.Remove(id);
        }

        Shared.Clear();
        changes.Clear();
    }

    public override IDisposable? Reading() => sessions.Reading();

    public override MemberState State(long number)
    {
        Know(number);
        if (Kept(number) is { } kept)
            return kept;
        // The journal is there before it is folded: where two were merged both ways, one asks for the other.
        MemberState state = FoldUntil(number, long.MaxValue);
        Set(state);
        return state;
    }

    public override MemberState StateAfter(long number, long sequence)
    {
        Know(number);
        return Kept(number) is { } kept && kept.Sequence == sequence ? kept : FoldUntil(number, sequence);
    }

    public override IReadOnlyList<long> PlacesOf(long number)
    {
        Know(number);
        ReadWhole(number);
        return Places(number);
    }

    /// <summary>A snapshot of a member who has changed, where one is due.</summary>
    public StoredSnapshot? SnapshotOf(long number) => snapshots.Due(State(number));

    /// <summary>Notes what the store has now.</summary>
    public void Wrote(LedgerChanges written) => snapshots.Wrote(written.Snapshots);

    public override MemberProfile ProfileOf(long number)
    {
        Know(number);
        if (!HasProfile(number))
            base.Know(number, IsStored(number) && !changes.IsForgotten(number) && sessions.Now.Profile(number) is { } content ? ProfileBytes.Read(content) : MemberProfile.Unknown);
        return base.ProfileOf(number);
    }

    public override MemberState? FindOwn(CustomerId id)
    {
        // An id leads nowhere once its member was forgotten, be it by another ledger; of one who was merged into another only that one's journal tells.
        if (assumes && IsNamed(id) && !asked.Contains(id) && base.FindOwn(id) is { } known && !State(RootOf(known.Number)).IsErased)
            return known;
        if (!asked.Contains(id))
        {
            StoredMember? member = sessions.Now.Member(id);
            asked.Add(id);
            Name(id, changes.IsForgotten(member?.Number ?? 0) ? 0 : member?.Number ?? 0);
            if (member is not null)
                Know(member.Number, member.Sequence);
        }

        return base.FindOwn(id);
    }

    public override LedgerAnswer? AnswerTo(string key, ByteWriter payload, out bool isSame)
    {
        isSame = false;
        if (AnswerTo(key) is not { } answer)
            return null;
        isSame = answer.Payload.Equals(payload.Sha256());
        return new() { Entries = isSame ? [.. answer.Entries.Select(place => Entry(place.Member, place.Sequence))] : [], Rejection = answer.Rejection };
    }

    public override bool IsAnswered(string key) => AnswerTo(key) is not null;

    public override void Remember(string key, ByteWriter payload, LedgerAnswer answer) =>
        changes.Add(new StoredAnswer(key, payload.Sha256(), [.. answer.Entries.Select(entry => new EntryPlace(entry.Member, entry.Sequence))], answer.Rejection));

    public override bool Has((string Type, string Source, string? Rule) source)
    {
        StoredSource stored = new(source.Type, source.Source, source.Rule);
        return changes.Has(stored) || (!assumes && sessions.Now.Has(stored));
    }

    public override void Reward((string Type, string Source, string? Rule) source) => changes.Add(new StoredSource(source.Type, source.Source, source.Rule));

    public override MemberState Tentative(int others) => new(MemberCount + 1 + others);

    public override void Keep(CustomerId id, MemberState state)
    {
        MakeRoom(state.Number);
        Drop(state.Number);
        Set(state);
        Name(id, state.Number);
        fresh.Add(state.Number);
        asked.Add(id);
        changes.Join(id, state.Number);
    }

    public override void Append(IReadOnlyList<JournalEntry> entries)
    {
        foreach (JournalEntry entry in entries)
        {
            foreach (CounterUse use in entry.Uses)
            {
                if (use.Key.IsShared)
                    changes.Count(use.Key, Shared.Used(use.Key));
            }

            changes.Add(entry);
        }

        base.Append(entries);
    }

    /// <summary>What was fetched while a command was refused stays.</summary>
    public override void Cut((int Blocks, int Used) end)
    {
    }

    public override void Know(long number, MemberProfile profile)
    {
        base.Know(number, profile);
        changes.Know(number, profile);
    }

    public override void Forget(MemberState member)
    {
        foreach (long number in All(member))
        {
            CustomerId id = changes.IdOf(number) ?? sessions.Now.Member(number)?.Id ?? default;
            Name(id, 0);
            DropProfile(number);
            changes.Forget(number, id);
        }
    }

    /// <summary>Checks what is stored, and nothing that is known from before.</summary>
    public override LedgerFault? Verify()
    {
        DropAll();
        for (long number = 1; number <= MemberCount; number++)
        {
            if (sessions.Now.Check(number) is { } fault)
                return fault;
        }

        if (base.Verify() is { } bad)
            return bad;
        for (long number = 1; number <= MemberCount; number++)
        {
            if (CacheFault(number) is { } cached)
                return cached;
        }

        return null;
    }

    public override LedgerFault? Verify(long number)
    {
        Drop(number);
        fresh.Remove(number);
        return sessions.Now.Check(number) ?? base.Verify(number) ?? CacheFault(number);
    }

    private LedgerFault? CacheFault(long number) => LotFault(number) ?? SnapshotFault(number);

    /// <summary>A snapshot of this programme that is not what the journal came to then.</summary>
    private LedgerFault? SnapshotFault(long number)
    {
        if (sessions.Now.Snapshot(number) is not { } stored || !snapshots.IsOfThisProgram(stored))
            return null;
        return stored.Sequence <= PlacesOf(number).Count && snapshots.Of(FoldUntil(number, stored.Sequence)).Content.Span.SequenceEqual(stored.Content.Span)
            ? null
            : new LedgerFault(number, stored.Sequence, "The snapshot is not what the journal came to then; delete its row, and it is made anew.");
    }

    private LedgerFault? LotFault(long number) => WrongLot(State(number), sessions.Now.Lots(number)) is { } lot
        ? new LedgerFault(number, State(number).Sequence, $"What is kept of lot {lot} is not what the journal folds to.")
        : null;

    /// <summary>The first lot that is not as it is by the journal; where nothing is left of one, it need not be there.</summary>
    private int? WrongLot(MemberState state, IReadOnlyList<StoredLot> stored)
    {
        Dictionary<int, StoredLot> all = stored.ToDictionary(lot => lot.Number);
        foreach (Lot lot in state.Lots)
        {
            StoredLot now = changes.Of(state.Number, lot);
            if (all.TryGetValue(now.Number, out StoredLot? kept) ? !kept.Equals(now) : now.Remaining != 0)
                return now.Number;
            all.Remove(now.Number);
        }

        return all.Count == 0 ? null : all.Keys.Min();
    }

    /// <summary>A member and those who were merged into him.</summary>
    private IEnumerable<long> All(MemberState member) => member.Merged.Keys.ToArray().Where(other => State(other).MergedInto == member.Number).SelectMany(other => All(State(other))).Prepend(member.Number);

    private StoredAnswer? AnswerTo(string key) => changes.Answer(key) ?? (assumes ? null : sessions.Now.Answer(key));

    /// <summary>Whether the store may have something of a member; of those who come in this session it has nothing.</summary>
    private bool IsStored(long number) => last is null || number <= last;

    /// <summary>Reads the entries of a member that only his snapshot stands for.</summary>
    private void ReadWhole(long number)
    {
        if (Places(number).Count == 0 || Places(number)[0] != Unread)
            return;
        IReadOnlyList<StoredEntry> all = sessions.Now.Entries(number, 0);
        for (int at = 0; at < Places(number).Count && Places(number)[at] == Unread; at++)
            Place(number, at, Log.Append(all[at].Content.Span, all[at].Hash));
    }

    /// <summary>Sees to it that a member is known here: his journal, or a snapshot and what came after it.</summary>
    private void Know(long number, long last = long.MaxValue)
    {
        MakeRoom(number);
        if (assumes && !fresh.Contains(number) && Places(number).Count > 0)
        {
            assumed.Add(number);
            return;
        }

        if (!IsStored(number) || fresh.Contains(number))
            return;
        // Fewer than are known: the store was set back.
        if (last < Places(number).Count)
            Drop(number);
        if (Places(number).Count == 0 && last < long.MaxValue && snapshots.MayHave(last) && sessions.Now.Snapshot(number) is { } snapshot && snapshots.Read(snapshot) is { } then && then.Sequence <= last)
        {
            for (long at = 0; at < then.Sequence; at++)
                Place(number, Unread);
            Set(then);
        }

        IReadOnlyList<StoredEntry> tail = last <= Places(number).Count ? [] : sessions.Now.Entries(number, Places(number).Count);
        // Only now: where the store failed, nothing is known.
        fresh.Add(number);
        if (tail.Count == 0)
            return;
        DropProfile(number);
        MemberState? state = Kept(number);
        foreach (StoredEntry entry in tail)
        {
            long place = Log.Append(entry.Content.Span, entry.Hash);
            Place(number, place);
            if (state is not null)
                Fold.Apply(state, Log.Read(place));
        }
    }
}
