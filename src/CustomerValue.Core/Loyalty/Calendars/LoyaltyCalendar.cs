using CustomerValue.Loyalty.Programs;
using NodaTime;
using NodaTime.TimeZones;

namespace CustomerValue.Loyalty.Calendars;

/// <summary>The only place where civil dates of a programme meet instants. Immutable and safe for any number of threads.</summary>
public sealed class LoyaltyCalendar
{
    private readonly DateTimeZone zone;

    /// <summary>The calendar of a zone.</summary>
    /// <param name="timeZone">An IANA zone such as <c>Asia/Shanghai</c>.</param>
    /// <param name="leapDay">Where anniversaries of 29 February fall in other years.</param>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public LoyaltyCalendar(string timeZone, LeapDayPolicy leapDay)
    {
        zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone ?? throw new ArgumentNullException(nameof(timeZone)))
            ?? throw new ArgumentException($"There is no time zone '{timeZone}'; take an IANA name such as Asia/Shanghai.", nameof(timeZone));
        LeapDay = leapDay is LeapDayPolicy.LastDayOfFebruary or LeapDayPolicy.March1
            ? leapDay
            : throw new ArgumentOutOfRangeException(nameof(leapDay), leapDay, "is no policy for leap days; take one of the enumeration.");
    }

    /// <summary>The zone's name.</summary>
    public string TimeZone => zone.Id;

    /// <summary>The version of the zone data, such as <c>2025b</c>.</summary>
    public string TzVersion { get; } = TzdbDateTimeZoneSource.Default.TzdbVersion;

    /// <summary>Where anniversaries of 29 February fall in other years.</summary>
    public LeapDayPolicy LeapDay { get; }

    /// <summary>The civil day of an instant.</summary>
    public LocalDate DateOf(Instant instant) => LocalOf(instant).Date;

    /// <summary>The civil date and time of an instant.</summary>
    public LocalDateTime LocalOf(Instant instant) => instant.WithOffset(zone.GetUtcOffset(instant)).LocalDateTime;

    /// <summary>The first instant of a civil day. Where the clock skips midnight it is the first instant that exists after it, even where the whole day is skipped; where midnight comes twice it is the first one.</summary>
    public Instant StartOf(LocalDate day)
    {
        ZoneLocalMapping midnight = zone.MapLocal(day.AtMidnight());
        return midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
    }

    /// <summary>The instant from which a lot is no longer valid, or null for never; not before it was earned.</summary>
    /// <param name="terms">How long it lives. Months and years are added as one number of months, and the day is clamped to the month's end once; days come after.</param>
    /// <param name="earned">From when its life counts.</param>
    /// <param name="joined">The day of joining, for lots that live to the end of the member year.</param>
    /// <param name="birthday">The day of birth, for lots that live to the end of the birthday year.</param>
    /// <exception cref="ArgumentException">The terms lack what their kind needs, or their period is negative or has hours.</exception>
    public Instant? ExpiresAt(ExpiryTerms terms, Instant earned, LocalDate? joined = null, LocalDate? birthday = null)
    {
        if (terms is null)
            throw new ArgumentNullException(nameof(terms));
        LocalDateTime local = LocalOf(earned);
        if (LastDay(terms, local.Date, joined, birthday) is not { } last)
            return null;
        // A gap moves the time of day on by its length; of two equal times the first one counts.
        Instant end = terms.ThroughEndOfDay
            ? StartOf(last.PlusDays(1))
            : zone.ResolveLocal(last + local.TimeOfDay, Resolvers.LenientResolver).ToInstant();
        return Instant.Max(end, earned);
    }

    /// <summary>When pending points become available: the start of the civil day that lies the period after the earn; not before the earn.</summary>
    /// <exception cref="ArgumentException">The period is negative or has hours.</exception>
    public Instant ActivatesAt(Instant earned, Period pending) => Instant.Max(earned, StartOf(Plus(DateOf(earned), pending)));

    /// <summary>The civil period around a day; <see cref="DayRange.Always"/> for <see cref="CivilPeriod.Ever"/>. Member and birthday years without their day are calendar years.</summary>
    public DayRange PeriodOf(CivilPeriod period, LocalDate day, LocalDate? joined = null, LocalDate? birthday = null)
    {
        if (StartOfPeriod(period, day, joined, birthday) is not { } start)
            return DayRange.Always;
        LocalDate next = period switch
        {
            CivilPeriod.LocalDay => start.PlusDays(1),
            CivilPeriod.LocalWeek => start.PlusDays(7),
            CivilPeriod.LocalMonth => start.PlusMonths(1),
            CivilPeriod.CalendarQuarter => start.PlusMonths(3),
            CivilPeriod.MemberYear when joined is { } origin => Anniversary(origin, start.Year + 1),
            CivilPeriod.BirthdayYear when birthday is { } origin => Anniversary(origin, start.Year + 1),
            _ => start.PlusYears(1),
        };
        return new DayRange { From = start, To = next };
    }

    /// <summary>The first day of the civil period around a day, or null for <see cref="CivilPeriod.Ever"/>: it names the period where something is counted, and allocates nothing.</summary>
    public LocalDate? StartOfPeriod(CivilPeriod period, LocalDate day, LocalDate? joined = null, LocalDate? birthday = null) => period switch
    {
        CivilPeriod.Ever => null,
        CivilPeriod.LocalDay => day,
        CivilPeriod.LocalWeek => day.PlusDays(1 - (int)day.DayOfWeek),
        CivilPeriod.LocalMonth => new LocalDate(day.Year, day.Month, 1),
        CivilPeriod.CalendarQuarter => new LocalDate(day.Year, day.Month - ((day.Month - 1) % 3), 1),
        CivilPeriod.CalendarYear => new LocalDate(day.Year, 1, 1),
        CivilPeriod.MemberYear => LastAnniversary(joined, day),
        CivilPeriod.BirthdayYear => LastAnniversary(birthday, day),
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "is no civil period; take one of the enumeration."),
    };

    /// <summary>The anniversary of a day in a year, always from the day itself and never from the anniversary before: 29 February comes back in every leap year.</summary>
    public LocalDate Anniversary(LocalDate origin, int year) => origin is not { Month: 2, Day: 29 } || CalendarSystem.Iso.IsLeapYear(year)
        ? new LocalDate(year, origin.Month, origin.Day)
        : LeapDay == LeapDayPolicy.March1 ? new LocalDate(year, 3, 1) : new LocalDate(year, 2, 28);

    /// <summary>A day and a period of whole days, months or years: months and years as one number, clamped once.</summary>
    internal static LocalDate Plus(LocalDate day, Period period)
    {
        if (period is null)
            throw new ArgumentNullException(nameof(period));
        if (period.HasTimeComponent || period.Years < 0 || period.Months < 0 || period.Weeks < 0 || period.Days < 0)
            throw new ArgumentException($"A period of {period} can't be used here; take whole days, months or years, such as P12M.", nameof(period));
        return day.PlusMonths(checked((period.Years * 12) + period.Months)).PlusDays(checked((period.Weeks * 7) + period.Days));
    }

    private LocalDate LastAnniversary(LocalDate? origin, LocalDate day)
    {
        if (origin is not { } first)
            return new LocalDate(day.Year, 1, 1);
        LocalDate anniversary = Anniversary(first, day.Year);
        return day < anniversary ? Anniversary(first, day.Year - 1) : anniversary;
    }

    private LocalDate? LastDay(ExpiryTerms terms, LocalDate earned, LocalDate? joined, LocalDate? birthday) => terms.Kind switch
    {
        ExpiryKind.Never => null,
        ExpiryKind.Rolling or ExpiryKind.FixedAfter => Plus(earned, terms.Period ?? throw new ArgumentException($"Terms of expiry of the kind {terms.Kind} need a period.", nameof(terms))),
        ExpiryKind.EndOfPeriod => PeriodOf(terms.EndOf, earned, joined, birthday).To is { } next ? Plus(next, terms.Period ?? Period.Zero).PlusDays(-1) : null,
        ExpiryKind.FixedDate => terms.Date ?? throw new ArgumentException("Terms of expiry of the kind FixedDate need a date.", nameof(terms)),
        _ => throw new ArgumentException($"{terms.Kind} is no kind of expiry; take one of the enumeration.", nameof(terms)),
    };
}
