using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using NodaTime;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>With this event, so many of a type have come together in a period: a challenge.</summary>
public sealed record CountCondition : Condition
{
    /// <summary>The type of event, such as <c>order.paid</c>.</summary>
    public required string Of { get; init; }

    /// <summary>The stretch of time in which they are counted.</summary>
    public CivilPeriod Period { get; init; } = CivilPeriod.Ever;

    /// <summary>It is exactly this many-th; at least 1. Null where <see cref="Every"/> is given.</summary>
    public int? Reaches { get; init; }

    /// <summary>It is every so many-th; at least 1. Null where <see cref="Reaches"/> is given.</summary>
    public int? Every { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        if (facts.Program is null && Period != CivilPeriod.Ever)
            return Truth.Unknown;
        int count = Counted(facts);
        return (Every is { } every ? count > 0 && count % every == 0 : count == Reaches) ? Truth.True : Truth.False;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText period = Say.In(Period);
        return Every is { } every
            ? new($"it is every {Say.Ordinal(every)} {Of}{period.English}", $"{period.Chinese}每第 {every} 次 {Of}")
            : new($"it is the {Say.Ordinal(Reaches ?? 1)} {Of}{period.English}", $"{period.Chinese}第 {Reaches ?? 1} 次 {Of}");
    }

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts)
    {
        LocalizedText period = Say.In(Period);
        int count = Counted(facts);
        return new LocalizedText($"{count} of {Every ?? Reaches ?? 1} {Of}{period.English}", $"{period.Chinese}{Of} {count}/{Every ?? Reaches ?? 1}");
    }

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer)))
        .Field("kind", "count").Field("of", Of).Choice("period", Period).Field("reaches", (decimal?)Reaches).Field("every", (decimal?)Every);

    /// <summary>How many there have been in the period, this event among them where it is of the type.</summary>
    private int Counted(in RuleFacts facts)
    {
        DayRange days = facts.Program?.Calendar.PeriodOf(Period, facts.Local.Date, facts.Member.Joined, facts.Member.Profile.Birthday) ?? DayRange.Always;
        return facts.Member.EventsBetween(Of, days.From ?? LocalDate.MinIsoValue, days.To ?? LocalDate.MaxIsoValue) + (facts.Event.Type == Of ? 1 : 0);
    }
}
