using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The day is an anniversary of joining, or near it.</summary>
public sealed record AnniversaryCondition : Condition
{
    /// <summary>Days before it that count; 0 to 182.</summary>
    public int DaysBefore { get; init; }

    /// <summary>Days after it that count; 0 to 182.</summary>
    public int DaysAfter { get; init; }

    /// <summary>The first anniversary that counts; at least 1.</summary>
    public int FromYear { get; init; } = 1;

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        if (facts.Member.Joined is not { } joined || facts.Program is not { } program)
            return Truth.Unknown;
        return Anniversaries.IsNear(program.Calendar, joined, facts.Local.Date, DaysBefore, DaysAfter, FromYear) ? Truth.True : Truth.False;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText near = Say.Near("the anniversary of joining", "入会周年日", DaysBefore, DaysAfter);
        return FromYear == 1 ? near : new LocalizedText($"{near.English}, from the {Say.Ordinal(FromYear)} one on", $"{near.Chinese}，自第 {FromYear} 周年起");
    }

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Member.Joined is { } joined
        ? new($"joined on {Say.Date(joined)}, the day is {Say.Date(facts.Local.Date)}", $"入会日为 {Say.Date(joined)}，当日为 {Say.Date(facts.Local.Date)}")
        : Say.JoinedUnknown;

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "anniversary").Field("daysBefore", DaysBefore).Field("daysAfter", DaysAfter).Field("fromYear", FromYear);
}
