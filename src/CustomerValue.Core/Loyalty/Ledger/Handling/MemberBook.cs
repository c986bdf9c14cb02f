using CustomerValue.Loyalty.Ledger.State;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>A member whom a command is about: his state, and when what it does counts.</summary>
internal sealed class MemberBook
{
    private readonly Instant occurred;

    public MemberBook(MemberState state, Instant occurred, Instant? recorded)
    {
        State = state;
        SequenceBefore = state.Sequence;
        Now = Instant.Max(occurred, recorded ?? occurred);
        // Knowledge rises strictly, also where the server's clock goes back.
        if (state.LastLearned >= Now)
            Now = state.LastLearned + Duration.FromTicks(1);
        Now = Instant.Max(Now, state.LastRecorded);
        IsOutOfOrder = occurred < state.LastEffective;
        this.occurred = occurred;
    }

    public MemberState State { get; }

    public long SequenceBefore { get; }

    /// <summary>When the command is recorded: the instant at which it is decided.</summary>
    public Instant Now { get; private set; }

    /// <summary>Moves on to when another member's command is recorded, where that is later.</summary>
    public void KnowFrom(Instant instant) => Now = Instant.Max(Now, instant);

    /// <summary>From when what it does counts.</summary>
    public Instant Effective => IsOutOfOrder ? Now : occurred;

    /// <summary>Whether it came too late to count when it occurred.</summary>
    public bool IsOutOfOrder { get; }
}
