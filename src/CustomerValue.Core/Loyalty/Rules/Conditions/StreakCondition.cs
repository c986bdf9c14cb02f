using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using NodaTime;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>This event is the first of its type in a period, and completes so many periods in a row with one each.</summary>
public sealed record StreakCondition : Condition
{
    /// <summary>The type of event.</summary>
    public required string Of { get; init; }

    /// <summary>The periods: days, weeks or months.</summary>
    public required CivilPeriod Unit { get; init; }

    /// <summary>How many in a row; at least 2.</summary>
    public required int Length { get; init; }

    /// <summary>Whether every further run of this length counts too.</summary>
    public bool Repeats { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        if (facts.Program is not { } program)
            return Truth.Unknown;
        if (facts.Event.Type != Of || !IsFirst(facts, program))
            return Truth.False;
        int run = Run(facts, program);
        return (Repeats ? run % Length == 0 : run == Length) ? Truth.True : Truth.False;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText unit = Say.Unit(Unit);
        return new LocalizedText(
            $"it completes {(Repeats ? "every " : "")}{Length} {unit.English}s in a row with {Of}", $"连续 {Length} {unit.Chinese}有 {Of}{(Repeats ? "（每满一轮均算）" : "")}");
    }

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts)
    {
        if (facts.Event.Type != Of || facts.Program is not { } program)
            return new LocalizedText($"the event is {facts.Event.Type}", $"事件为 {facts.Event.Type}");
        LocalizedText unit = Say.Unit(Unit);
        return IsFirst(facts, program)
            ? new($"{Run(facts, program)} {unit.English}s in a row", $"已连续 {Run(facts, program)} {unit.Chinese}")
            : new($"it is not the first {Of} of its {unit.English}", $"不是该{unit.Chinese}的首次 {Of}");
    }

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "streak").Field("of", Of).Choice("unit", Unit).Field("length", Length).Flag("repeats", Repeats);

    private bool IsFirst(in RuleFacts facts, CompiledProgram program)
    {
        DayRange days = program.Calendar.PeriodOf(Unit, facts.Local.Date, facts.Member.Joined, facts.Member.Profile.Birthday);
        return facts.Member.EventsBetween(Of, days.From ?? LocalDate.MinIsoValue, days.To ?? LocalDate.MaxIsoValue) == 0;
    }

    /// <summary>Periods in a row up to this one; where nothing repeats no more than one beyond the length.</summary>
    private int Run(in RuleFacts facts, CompiledProgram program)
    {
        LocalDate start = Start(facts, program, facts.Local.Date);
        for (int run = 1; ; run++)
        {
            LocalDate before = Start(facts, program, start.PlusDays(-1));
            if ((!Repeats && run > Length) || facts.Member.EventsBetween(Of, before, start) == 0)
                return run;
            start = before;
        }
    }

    private LocalDate Start(in RuleFacts facts, CompiledProgram program, LocalDate day) =>
        program.Calendar.StartOfPeriod(Unit, day, facts.Member.Joined, facts.Member.Profile.Birthday) ?? LocalDate.MinIsoValue.PlusDays(1);
}
