using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>The tiers of a member, kept up to date entry by entry: a rank costs the same after ten entries and after ten thousand.</summary>
internal sealed class MemberTier
{
    private TierScheme? scheme;
    private TierLedger? ledger;
    private LocalDate? joined;
    private int qualifications;
    private int assignments;

    public int RankAt(MemberState state, TierScheme tiers, LoyaltyCalendar calendar, Instant at, decimal spendable) => UpToDate(state, tiers, calendar).RankAt(at, spendable);

    public TierState StateAt(MemberState state, TierScheme tiers, LoyaltyCalendar calendar, Instant at, decimal spendable) => UpToDate(state, tiers, calendar).StateAt(at, spendable);

    private TierLedger UpToDate(MemberState state, TierScheme tiers, LoyaltyCalendar calendar)
    {
        // Another version, another day of joining, or something taken away by an undone merge: from the beginning.
        if (ledger is null || scheme != tiers || joined != state.Joined || state.Assignments.Count < assignments)
            (ledger, scheme, joined, qualifications, assignments) = (new TierLedger(tiers, calendar, state.Joined), tiers, state.Joined, 0, 0);
        for (; qualifications < state.Qualifications.Count; qualifications++)
            ledger.Apply(state.Qualifications[qualifications]);
        for (; assignments < state.Assignments.Count; assignments++)
            ledger.Assign(state.Assignments[assignments]);
        return ledger;
    }
}
