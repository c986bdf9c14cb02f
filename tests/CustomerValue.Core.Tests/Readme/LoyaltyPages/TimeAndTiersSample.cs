using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Tests.Readme.LoyaltyPages;

internal static class TimeAndTiersSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        LoyaltyCalendar calendar = new("Asia/Shanghai", LeapDayPolicy.LastDayOfFebruary);
        ExpiryTerms twelveMonths = new() { Kind = ExpiryKind.Rolling, Period = Period.FromMonths(12) };
        Instant earned = Instant.FromUtc(2025, 3, 10, 17, 30);
        Console.WriteLine($"earned {calendar.LocalOf(earned):uuuu-MM-dd HH:mm}, no longer valid from {calendar.ExpiresAt(twelveMonths, earned)}");
        Console.WriteLine($"pending for 14 days, available from {calendar.ActivatesAt(earned, Period.FromDays(14))}");

        LocalDate joined = new(2024, 2, 29);
        Console.WriteLine("anniversaries " + string.Join(", ", Enumerable.Range(2025, 4).Select(year => $"{calendar.Anniversary(joined, year):uuuu-MM-dd}")));

        TierScheme scheme = new()
        {
            Period = TierPeriod.CalendarYear,
            Downgrade = Downgrade.OneDown,
            Grace = Period.FromDays(60),
            Levels = [new() { Id = "base", From = 0 }, new() { Id = "silver", From = 2000 }, new() { Id = "gold", From = 5000 }],
        };
        TierLedger member = new(scheme, calendar, joined);
        foreach ((int year, decimal points) in new[] { (2024, 6000m), (2025, 1200m) })
        {
            Instant bought = calendar.StartOf(new LocalDate(year, 5, 1));
            member.Apply(new TierQualification(OccurredAt: bought, KnownAt: bought, points));
        }

        foreach (LocalDate day in new LocalDate[] { new(2025, 12, 31), new(2026, 1, 1), new(2026, 3, 2), new(2027, 3, 2) })
        {
            TierState state = member.StateAt(calendar.StartOf(day));
            Console.WriteLine($"{day:uuuu-MM-dd} {state.Level} ({state.Reason}), {state.ToKeep} to keep it, {state.ToNext} to rise, {(state.Until is { } until ? $"{state.Then} from {calendar.DateOf(until):uuuu-MM-dd}" : "for good")}");
        }

        Console.WriteLine("changes: " + string.Join(", ", TierMachine.Changes(scheme, calendar, joined, member.Qualifications, member.Assignments, calendar.StartOf(joined), calendar.StartOf(new(2030, 1, 1)))
            .Select(change => $"{calendar.DateOf(change.At):uuuu-MM-dd} {change.From} to {change.To}")));
        // end of sample
    }
}
