using CustomerValue.Loyalty.Calendars;
using NodaTime;

namespace CustomerValue.Loyalty.Tiers;

/// <summary>Tiers over calendar or member years: what counts is kept as one sum for each year, and the year that was asked for last is kept worked out.</summary>
internal sealed class PeriodTiers(TierScheme scheme, LoyaltyCalendar calendar, LocalDate? joined)
{
    private readonly LocalDate origin = scheme.Period == TierPeriod.MemberYear && joined is { } day ? day : new LocalDate(2000, 1, 1);
    private readonly List<(int Year, decimal Sum)> sums = [];

    // The year worked out: nothing is while start equals end.
    private int year;
    private Instant start;
    private Instant end;
    private Instant graceEnd;
    private decimal sum;
    private int reached;
    private int carried;
    private int held;
    private bool soft;

    // The year of the last entry outside of it.
    private int other;
    private Instant otherStart;
    private Instant otherEnd;

    /// <summary>Counts an entry.</summary>
    public void Add(Instant occurred, decimal amount)
    {
        if (occurred >= start && occurred < end)
        {
            Add(year, amount);
            sum += amount;
            reached = TierLevels.Reached(scheme, sum);
            return;
        }

        if (!(occurred >= otherStart && occurred < otherEnd))
        {
            other = YearOf(occurred);
            (otherStart, otherEnd) = (StartOf(other), StartOf(other + 1));
        }

        Add(other, amount);
        end = start;
    }

    /// <summary>Where the member stands with all that was counted.</summary>
    public Standing At(Instant at)
    {
        Enter(at);
        return reached >= carried && !(at < graceEnd && held > reached)
            ? new Standing(reached, reached == 0 ? TierReason.Initial : TierReason.Qualified, sum)
            : at < graceEnd && held > carried
            ? new Standing(held, TierReason.Grace, sum)
            : new Standing(carried, soft ? TierReason.SoftLanding : TierReason.CarriedOver, sum);
    }

    /// <summary>The next instant at which the standing may change by itself, or null for never.</summary>
    public Instant? NextBoundary(Instant at)
    {
        Enter(at);
        return at < graceEnd && held > carried ? graceEnd
            : reached > 0 || carried > 0 ? end
            : null;
    }

    /// <summary>How long a level that is reached now is held at least: to the end of the next period.</summary>
    public Instant LastsUntil(Instant at)
    {
        Enter(at);
        return StartOf(year + 2);
    }

    private void Add(int inYear, decimal amount)
    {
        int index = sums.Count;
        while (index > 0 && sums[index - 1].Year > inYear)
            index--;
        if (index > 0 && sums[index - 1].Year == inYear)
            sums[index - 1] = (inYear, sums[index - 1].Sum + amount);
        else
            sums.Insert(index, (inYear, amount));
    }

    private void Enter(Instant at)
    {
        if (at >= start && at < end)
            return;
        year = YearOf(at);
        start = StartOf(year);
        end = StartOf(year + 1);
        Carry();
        // Grace never reaches beyond the period after the one that ended.
        graceEnd = scheme.Grace is { } grace ? Instant.Min(end, calendar.StartOf(LoyaltyCalendar.Plus(calendar.Anniversary(origin, year), grace))) : start;
        reached = TierLevels.Reached(scheme, sum);
    }

    /// <summary>From the first year with a sum to the year before this one: what was held at its end, and what of it is carried into the next.</summary>
    private void Carry()
    {
        (held, carried, soft, sum) = (0, 0, false, 0);
        int index = 0;
        for (int y = sums.Count == 0 ? year : Math.Min(sums[0].Year, year); y < year; y++)
        {
            decimal inYear = index < sums.Count && sums[index].Year == y ? sums[index++].Sum : 0;
            int got = TierLevels.Reached(scheme, inYear);
            held = Math.Max(carried, got);
            carried = got < held && scheme.Downgrade == Downgrade.OneDown ? held - 1 : got;
            soft = carried > got;
            // Years in which nothing was held and nothing counted change nothing.
            if (held == 0)
                y = Math.Min(year, index < sums.Count ? sums[index].Year : year) - 1;
        }

        if (index < sums.Count && sums[index].Year == year)
            sum = sums[index].Sum;
    }

    /// <summary>The year whose period holds the instant, by the instants at which periods begin.</summary>
    private int YearOf(Instant instant)
    {
        int found = calendar.DateOf(instant).Year;
        if (instant >= StartOf(found + 1))
            return found + 1;
        return instant < StartOf(found) ? found - 1 : found;
    }

    private Instant StartOf(int inYear) => calendar.StartOf(calendar.Anniversary(origin, inYear));
}
