using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The member joined so many days ago.</summary>
public sealed record MemberForCondition : Condition
{
    /// <summary>The least number of days, or null.</summary>
    public int? AtLeastDays { get; init; }

    /// <summary>A number of days under which it must be, or null.</summary>
    public int? BelowDays { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        if (facts.Member.Joined is not { } joined)
            return Truth.Unknown;
        int days = CivilDays.Between(joined, facts.Local.Date);
        return days < AtLeastDays || days >= BelowDays ? Truth.False : Truth.True;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText range = Say.Range(Say.Number(AtLeastDays), null, null, Say.Number(BelowDays));
        return new LocalizedText($"the days since joining are {range.English}", $"入会天数{range.Chinese}");
    }

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Member.Joined is { } joined
        ? Say.Same(Say.Number(CivilDays.Between(joined, facts.Local.Date))!)
        : Say.JoinedUnknown;

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "memberFor").Field("atLeastDays", (decimal?)AtLeastDays).Field("belowDays", (decimal?)BelowDays);
}
