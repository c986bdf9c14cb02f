using CustomerValue.Loyalty.Calendars;
using NodaTime;

namespace CustomerValue.Loyalty.Tiers;

/// <summary>A member's tier as a function of what counted for him and an instant. Nothing is stored and no job is needed; what becomes known later changes no answer for an instant before.</summary>
public static class TierMachine
{
    /// <summary>The tier at an instant, and why.</summary>
    /// <param name="scheme">The tiers.</param>
    /// <param name="calendar">The programme's calendar.</param>
    /// <param name="joined">The civil day of joining; member years without it are calendar years.</param>
    /// <param name="qualifications">What counted, in any order; what occurred or became known after the instant does not count.</param>
    /// <param name="assignments">The tiers that were given.</param>
    /// <param name="spendable">What can be spent at the instant (<see cref="TierBasis.SpendableBalance"/>).</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentException">The scheme has no levels that rise from 0, or an assignment names none of them.</exception>
    public static TierState At(
        TierScheme scheme, LoyaltyCalendar calendar, LocalDate? joined, IReadOnlyList<TierQualification> qualifications, IReadOnlyList<TierAssignment> assignments, decimal spendable, Instant at) =>
        Known(scheme, calendar, joined, qualifications, assignments, at).StateAt(at, spendable);

    /// <summary>The place of the tier at an instant, from 0. For many questions about one member keep a <see cref="TierLedger"/>.</summary>
    /// <param name="scheme">The tiers.</param>
    /// <param name="calendar">The programme's calendar.</param>
    /// <param name="joined">The civil day of joining.</param>
    /// <param name="qualifications">What counted, in any order.</param>
    /// <param name="assignments">The tiers that were given.</param>
    /// <param name="spendable">What can be spent at the instant.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentException">As <see cref="At"/>.</exception>
    public static int RankAt(
        TierScheme scheme, LoyaltyCalendar calendar, LocalDate? joined, IReadOnlyList<TierQualification> qualifications, IReadOnlyList<TierAssignment> assignments, decimal spendable, Instant at) =>
        Known(scheme, calendar, joined, qualifications, assignments, at).StandingAt(at, spendable).Rank;

    /// <summary>Every change of tier after one instant, up to and with another. Windows that follow one another list each change once.</summary>
    /// <param name="scheme">The tiers; not on the spendable balance, whose history is not in the qualifications.</param>
    /// <param name="calendar">The programme's calendar.</param>
    /// <param name="joined">The civil day of joining.</param>
    /// <param name="qualifications">What counted, in any order.</param>
    /// <param name="assignments">The tiers that were given.</param>
    /// <param name="from">After when.</param>
    /// <param name="to">Until when, included.</param>
    /// <exception cref="ArgumentException">As <see cref="At"/>, or the scheme is on the spendable balance.</exception>
    public static IReadOnlyList<TierChange> Changes(
        TierScheme scheme, LoyaltyCalendar calendar, LocalDate? joined, IReadOnlyList<TierQualification> qualifications, IReadOnlyList<TierAssignment> assignments, Instant from, Instant to)
    {
        TierLedger ledger = Known(scheme, calendar, joined, qualifications, assignments, from);
        if (scheme.Basis == TierBasis.SpendableBalance)
            throw new ArgumentException("Tiers on the spendable balance have no history of their own; ask for the tier at each change of the balance.", nameof(scheme));
        List<TierQualification> coming = [.. qualifications.Where(entry => entry.CountsFrom > from && entry.CountsFrom <= to).OrderBy(entry => entry.CountsFrom)];
        List<TierChange> changes = [];
        Standing before = ledger.StandingAt(from, 0);
        int next = 0;
        for (Instant at = from; ;)
        {
            Instant? boundary = ledger.NextBoundary(at);
            if (next < coming.Count && !(boundary < coming[next].CountsFrom))
                boundary = coming[next].CountsFrom;
            if (boundary is not { } instant || instant > to)
                return changes;
            at = instant;
            for (; next < coming.Count && coming[next].CountsFrom == at; next++)
                ledger.Count(coming[next]);
            Standing now = ledger.StandingAt(at, 0);
            if (now.Rank != before.Rank)
                changes.Add(new TierChange(at, scheme.Levels[before.Rank].Id, scheme.Levels[now.Rank].Id, now.Rank > before.Rank, now.Reason));
            before = now;
        }
    }

    private static TierLedger Known(
        TierScheme scheme, LoyaltyCalendar calendar, LocalDate? joined, IReadOnlyList<TierQualification> qualifications, IReadOnlyList<TierAssignment> assignments, Instant at)
    {
        TierLedger ledger = new(scheme, calendar, joined);
        foreach (TierQualification entry in qualifications ?? throw new ArgumentNullException(nameof(qualifications)))
        {
            if (entry.CountsFrom <= at)
                ledger.Count(entry);
        }

        foreach (TierAssignment assignment in assignments ?? throw new ArgumentNullException(nameof(assignments)))
            ledger.Assign(assignment);
        return ledger;
    }
}
