using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The day is the member's birthday, or near it.</summary>
public sealed record BirthdayCondition : Condition
{
    /// <summary>Days before it that count; 0 to 182.</summary>
    public int DaysBefore { get; init; }

    /// <summary>Days after it that count; 0 to 182.</summary>
    public int DaysAfter { get; init; }

    /// <summary>Whether the whole calendar month of it counts instead.</summary>
    public bool WholeMonth { get; init; }

    /// <summary>Days for which the birthday must have been proved; 0 for no proof.</summary>
    public int VerifiedDaysBefore { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        if (facts.Member.Profile.Birthday is not { } birthday || facts.Program is not { } program)
            return Truth.Unknown;
        if (VerifiedDaysBefore > 0 && !(facts.Member.Profile.BirthdayVerifiedAt is { } verified && program.Calendar.DateOf(verified).PlusDays(VerifiedDaysBefore) <= facts.Local.Date))
            return Truth.False;
        return (WholeMonth ? birthday.Month == facts.Local.Month : Anniversaries.IsNear(program.Calendar, birthday, facts.Local.Date, DaysBefore, DaysAfter, 0)) ? Truth.True : Truth.False;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText near = WholeMonth ? new("the month is that of the member's birthday", "当月为会员生日月") : Say.Near("the member's birthday", "会员生日", DaysBefore, DaysAfter);
        return VerifiedDaysBefore == 0 ? near : new LocalizedText(
            $"{near.English}, proved for at least {Say.Days(VerifiedDaysBefore)}", $"{near.Chinese}，且生日已核实至少 {VerifiedDaysBefore} 天");
    }

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts)
    {
        if (facts.Member.Profile.Birthday is not { } birthday)
            return new LocalizedText("the birthday is unknown", "生日未知");
        LocalizedText proof = VerifiedDaysBefore == 0 ? default
            : facts.Member.Profile.BirthdayVerifiedAt is not { } verified || facts.Program is not { } program ? new("; it was never proved", "；从未核实")
            : new($"; it was proved on {Say.Date(program.Calendar.DateOf(verified))}", $"；核实于 {Say.Date(program.Calendar.DateOf(verified))}");
        return new LocalizedText(
            $"the birthday is {Say.MonthDay(birthday)}, the day {Say.Date(facts.Local.Date)}{proof.English}", $"生日为 {Say.MonthDay(birthday)}，当日为 {Say.Date(facts.Local.Date)}{proof.Chinese}");
    }

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "birthday").Field("daysBefore", DaysBefore).Field("daysAfter", DaysAfter).Flag("wholeMonth", WholeMonth).Field("verifiedDaysBefore", VerifiedDaysBefore);
}
