using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Tiers;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Loyalty.Tiers;

/// <summary>The tiers of the reference programme, and short ways to say what counted when.</summary>
internal static class TierShop
{
    public static LoyaltyCalendar Shanghai { get; } = new("Asia/Shanghai", LeapDayPolicy.LastDayOfFebruary);

    public static TierScheme Scheme { get; } = new()
    {
        Levels = [new() { Id = "base", From = 0 }, new() { Id = "silver", From = 2000 }, new() { Id = "gold", From = 5000 }],
    };

    /// <summary>An instant of local time in Shanghai.</summary>
    public static Instant Local(string text) => LocalDateTimePattern.ExtendedIso.Parse(text.Length == 10 ? text + "T00:00:00" : text).Value.WithOffset(Offset.FromHours(8)).ToInstant();

    public static Instant Utc(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    /// <summary>Known as soon as it occurs.</summary>
    public static TierQualification Counted(string local, decimal amount) => new(Local(local), Local(local), amount);

    public static TierState State(TierScheme scheme, Instant at, IReadOnlyList<TierQualification> counted, IReadOnlyList<TierAssignment>? given = null, LocalDate? joined = null, decimal spendable = 0) =>
        TierMachine.At(scheme, Shanghai, joined, counted, given ?? [], spendable, at);
}
