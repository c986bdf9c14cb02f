using CustomerValue.Loyalty.Calendars;
using NodaTime;

namespace CustomerValue.Loyalty.Tiers;

/// <summary>
/// What a member's tier hangs on, kept up to date entry by entry. An entry costs the same however many there are; so does the tier at an instant
/// at or after the last entry, without allocation. For an earlier instant what was known then is counted again. Not for several threads at once.
/// </summary>
public sealed class TierLedger
{
    private readonly TierScheme scheme;
    private readonly LoyaltyCalendar calendar;
    private readonly List<TierQualification> qualifications = [];
    private readonly List<TierAssignment> assignments = [];
    private LocalDate? joined;
    private PeriodTiers? periods;
    private WindowTiers? window;
    private Instant last = Instant.MinValue;
    private decimal ever;
    private int forLife;

    /// <summary>Of a member for whom nothing counts yet.</summary>
    /// <exception cref="ArgumentException">The scheme has no levels that rise from 0, or a rolling window without a length.</exception>
    public TierLedger(TierScheme scheme, LoyaltyCalendar calendar, LocalDate? joined)
    {
        this.scheme = scheme ?? throw new ArgumentNullException(nameof(scheme));
        this.calendar = calendar ?? throw new ArgumentNullException(nameof(calendar));
        this.joined = joined;
        TierLevels.Check(scheme);
        Begin();
    }

    /// <summary>The civil day of joining, or null where it is not known.</summary>
    public LocalDate? Joined => joined;

    /// <summary>What was counted, in the order in which it came.</summary>
    public IReadOnlyList<TierQualification> Qualifications => qualifications;

    /// <summary>The tiers that were given.</summary>
    public IReadOnlyList<TierAssignment> Assignments => assignments;

    /// <summary>Says or corrects the day of joining; everything is counted again.</summary>
    public void Join(LocalDate? day)
    {
        joined = day;
        Begin();
        foreach (TierQualification entry in qualifications)
            Count(entry);
    }

    /// <summary>Counts an entry.</summary>
    public void Apply(TierQualification entry)
    {
        qualifications.Add(entry);
        if (entry.CountsFrom > last)
            last = entry.CountsFrom;
        Count(entry);
    }

    /// <summary>Gives a tier. It never takes away a higher one that was reached.</summary>
    /// <exception cref="ArgumentException">There is no such tier.</exception>
    public void Assign(TierAssignment assignment)
    {
        if (assignment is null)
            throw new ArgumentNullException(nameof(assignment));
        TierLevels.RankOf(scheme, assignment.Level);
        assignments.Add(assignment);
    }

    /// <summary>The place of the tier at an instant, from 0, with what was known then.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="spendable">What can be spent then (<see cref="TierBasis.SpendableBalance"/>).</param>
    public int RankAt(Instant at, decimal spendable = 0) => (at < last ? AsKnown(at) : this).StandingAt(at, spendable).Rank;

    /// <summary>The tier at an instant and why, with what was known then.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="spendable">What can be spent then (<see cref="TierBasis.SpendableBalance"/>).</param>
    public TierState StateAt(Instant at, decimal spendable = 0)
    {
        if (at < last)
            return AsKnown(at).StateAt(at, spendable);
        Standing now = StandingAt(at, spendable);
        Instant? until = at;
        Standing then = now;
        do
        {
            until = NextBoundary(until.Value);
            if (until is { } instant)
                then = StandingAt(instant, spendable);
        }
        while (until is not null && then.Rank == now.Rank);
        bool top = now.Rank == scheme.Levels.Count - 1;
        return new TierState
        {
            Level = scheme.Levels[now.Rank].Id,
            Rank = now.Rank,
            Reason = now.Reason,
            Qualifying = now.Qualifying,
            Until = until,
            Then = until is null ? null : scheme.Levels[then.Rank].Id,
            Next = top ? null : scheme.Levels[now.Rank + 1].Id,
            ToNext = top ? 0 : Missing(now.Rank + 1, now.Qualifying),
            // What a window still holds when the tier falls counts for it; of a period it is all that it holds, and it lasts to the end of the next one.
            ToKeep = until is null || then.Rank > now.Rank || until >= periods?.LastsUntil(at) ? 0 : Missing(now.Rank, (window is null ? now : then).Qualifying),
        };
    }

    /// <summary>Where the member stands with all that was applied.</summary>
    internal Standing StandingAt(Instant at, decimal spendable)
    {
        Standing standing = periods is not null ? periods.At(at)
            : window is not null ? window.At(at)
            : Unbounded(scheme.Basis == TierBasis.SpendableBalance ? spendable : ever);
        if (forLife > 0 && forLife >= standing.Rank)
            standing = new Standing(forLife, TierReason.Lifetime, standing.Qualifying);
        return assignments.Count == 0 ? standing : WithAssignments(standing, at);
    }

    /// <summary>The next instant after one at which the tier may change though nothing happens, or null for never.</summary>
    internal Instant? NextBoundary(Instant at)
    {
        Instant? next = periods is not null ? periods.NextBoundary(at) : window?.NextBoundary(at);
        foreach (TierAssignment given in assignments)
        {
            if (given.From > at && !(given.From >= next))
                next = given.From;
            if (given.Until is { } until && until > at && !(until >= next))
                next = until;
        }

        return next;
    }

    private void Begin()
    {
        bool bounded = scheme.Basis != TierBasis.SpendableBalance;
        periods = bounded && scheme.Period is TierPeriod.CalendarYear or TierPeriod.MemberYear ? new PeriodTiers(scheme, calendar, Joined) : null;
        window = bounded && scheme.Period == TierPeriod.Rolling ? new WindowTiers(scheme, calendar) : null;
        (ever, forLife) = (0, 0);
    }

    /// <summary>Counts an entry without keeping it, for questions about instants that do not lie before it.</summary>
    internal void Count(in TierQualification entry)
    {
        periods?.Add(entry.OccurredAt, entry.Amount);
        window?.Add(entry.OccurredAt, entry.Amount);
        ever += entry.Amount;
        forLife = TierLevels.ReachedForLife(scheme, ever);
    }

    /// <summary>What is missing to a level, over the period or for life, whichever is less.</summary>
    private decimal Missing(int rank, decimal counted)
    {
        decimal missing = scheme.Levels[rank].From - counted;
        for (int above = rank; above < scheme.Levels.Count; above++)
        {
            if (scheme.Levels[above].LifetimeFrom - ever < missing)
                missing = scheme.Levels[above].LifetimeFrom!.Value - ever;
        }

        return Math.Max(0, missing);
    }

    private Standing Unbounded(decimal amount)
    {
        int rank = TierLevels.Reached(scheme, amount);
        return new Standing(rank, rank == 0 ? TierReason.Initial : TierReason.Qualified, amount);
    }

    /// <summary>The highest tier that was given and is in force, where it is above the one reached; of equal ones the kind that stands first.</summary>
    private Standing WithAssignments(Standing standing, Instant at)
    {
        int reached = standing.Rank;
        foreach (TierAssignment given in assignments)
        {
            if (at < given.From || at >= given.Until)
                continue;
            int rank = TierLevels.RankOf(scheme, given.Level);
            if (rank > standing.Rank || (rank == standing.Rank && rank > reached && given.Kind < standing.Reason))
                standing = new Standing(rank, given.Kind, standing.Qualifying);
        }

        return standing;
    }

    private TierLedger AsKnown(Instant at)
    {
        TierLedger known = new(scheme, calendar, Joined);
        foreach (TierQualification entry in qualifications)
        {
            if (entry.CountsFrom <= at)
                known.Count(entry);
        }

        known.assignments.AddRange(assignments);
        return known;
    }
}
