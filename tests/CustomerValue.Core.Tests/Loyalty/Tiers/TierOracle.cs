using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Tiers;

/// <summary>The tier by its definition: all entries are looked at again for every question, year by year, with NodaTime alone.</summary>
internal static class TierOracle
{
    public static int Rank(TierScheme scheme, DateTimeZone zone, LocalDate? joined, IReadOnlyList<TierQualification> all, IReadOnlyList<TierAssignment> given, Instant at)
    {
        TierQualification[] known = [.. all.Where(entry => entry.KnownAt <= at && entry.OccurredAt <= at)];
        int rank = scheme.Period switch
        {
            TierPeriod.Ever => Reached(scheme, known.Sum(entry => entry.Amount)),
            TierPeriod.Rolling => Reached(scheme, known.Where(entry => Start(zone, Date(zone, entry.OccurredAt) + scheme.Window!) > at).Sum(entry => entry.Amount)),
            _ => ByYears(scheme, zone, scheme.Period == TierPeriod.MemberYear && joined is { } day ? day : new(2000, 1, 1), known, at),
        };
        decimal ever = known.Sum(entry => entry.Amount);
        int forLife = scheme.Levels.Count - 1 - scheme.Levels.Reverse().TakeWhile(level => !(level.LifetimeFrom <= ever)).Count();
        int assigned = given.Where(one => one.From <= at && !(one.Until <= at)).Select(one => scheme.Levels.ToList().FindIndex(level => level.Id == one.Level)).Append(0).Max();
        return Math.Max(rank, Math.Max(forLife, assigned));
    }

    private static int ByYears(TierScheme scheme, DateTimeZone zone, LocalDate origin, TierQualification[] known, Instant at)
    {
        int held = 0;
        for (int year = 2016; ; year++)
        {
            // PlusYears from the origin puts 29 February on the 28th.
            Instant from = Start(zone, origin.PlusYears(year - origin.Year)), to = Start(zone, origin.PlusYears(year + 1 - origin.Year));
            int before = Reached(scheme, Sum(Start(zone, origin.PlusYears(year - 1 - origin.Year)), from));
            int carried = before >= held ? before : Math.Max(before, scheme.Downgrade == Downgrade.OneDown ? held - 1 : 0);
            int now = Math.Max(carried, Reached(scheme, Sum(from, to)));
            if (at < to)
                return scheme.Grace is { } grace && at < Start(zone, origin.PlusYears(year - origin.Year) + grace) ? Math.Max(held, now) : now;
            held = now;
        }

        decimal Sum(Instant from, Instant to) => known.Where(entry => entry.OccurredAt >= from && entry.OccurredAt < to).Sum(entry => entry.Amount);
    }

    private static int Reached(TierScheme scheme, decimal amount) => Math.Max(0, scheme.Levels.Count(level => level.From <= amount) - 1);

    private static LocalDate Date(DateTimeZone zone, Instant instant) => instant.InZone(zone).Date;

    private static Instant Start(DateTimeZone zone, LocalDate day) => zone.AtStartOfDay(day).ToInstant();
}
