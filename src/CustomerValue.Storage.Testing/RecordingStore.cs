using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage.Testing;

/// <summary>A store that notes what was written.</summary>
internal sealed class RecordingStore(ILoyaltyStore store) : StoreInFront(store)
{
    private readonly List<LedgerChanges> written = [];

    /// <summary>What was written and committed, in this order.</summary>
    public IReadOnlyList<LedgerChanges> Written => written;

    protected override ILoyaltySession Before(ILoyaltySession session) => new Session(this, session);

    private sealed class Session(RecordingStore recording, ILoyaltySession session) : SessionInFront(recording, session)
    {
        private LedgerChanges? decided;

        public override void Write(LedgerChanges changes) => base.Write(decided = changes);

        public override void Commit()
        {
            base.Commit();
            if (decided is not null)
                recording.written.Add(decided);
        }
    }
}
