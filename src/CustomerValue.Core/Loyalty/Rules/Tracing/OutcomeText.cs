using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Compiled;
using NodaTime;

namespace CustomerValue.Loyalty.Rules.Tracing;

/// <summary>What became of a rule, in words.</summary>
internal static class OutcomeText
{
    public static LocalizedText Required(RuleOutcome outcome)
    {
        if (outcome.UsedLimit is { } limit)
            return LimitText(limit.Limit);
        if (outcome.FailedCondition is { } condition)
            return condition.Describe();
        return outcome.Kind == OutcomeKind.NotFired ? outcome.Rule.Window!.Describe() : default;
    }

    public static LocalizedText Actual(RuleOutcome outcome)
    {
        if (outcome.UsedLimit is { } limit)
            return limit.OfReferrer && outcome.Trace.Facts.Referral is null ? Say.NoReferral : new($"used {Times(limit.Limit.Times)}", $"已用 {limit.Limit.Times} 次");
        if (outcome.FailedCondition is { } condition)
            return condition.Actual(outcome.Trace.Facts);
        return outcome.Kind == OutcomeKind.NotFired ? Say.Moment(outcome.Trace.Facts.Local) : default;
    }

    public static LocalizedText Describe(RuleOutcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Fired => outcome.Awards.Count == 0 ? new("fires, but there is nothing to pay for", "触发，但没有可计分的内容") : Paid(outcome, "fires", "触发"),
        OutcomeKind.Trimmed => Paid(outcome, "trimmed", "被上限削减"),
        OutcomeKind.LostTo => Lost(outcome),
        _ => NotFired(outcome),
    };

    public static LocalizedText Change(RuleOutcome outcome)
    {
        switch (outcome.Kind)
        {
            case OutcomeKind.Fired:
                return default;
            case OutcomeKind.LostTo:
                return new($"It would pay if {outcome.Winner!.Id} did not fire.", $"若 {outcome.Winner!.Id} 未触发则会发放。");
            case OutcomeKind.Trimmed:
                AwardCut cut = outcome.Cuts[outcome.Cuts.Count - 1];
                return Anew(outcome, cut.Cap.Period, cut.IsBudget ? null : Of(outcome, outcome.Awards.Any(award => award.To == AwardTo.Referrer)), "More is paid", "可发放更多");
        }
        if (outcome.UsedLimit is { } limit)
            return Anew(outcome, limit.Limit.Period, Of(outcome, limit.OfReferrer), "It pays again", "可再次发放");
        LocalizedText required = outcome.Required;
        return outcome.IsUnknown
            ? new($"It would fire if it were known that {required.English}.", $"若已知{required.Chinese}则会触发。")
            : outcome.FailedCondition is null
            ? new($"It fires {required.English}.", $"触发时间：{required.Chinese}。")
            : new($"It would fire if this held: {required.English}.", $"若满足以下条件则会触发：{required.Chinese}。");
    }

    private static LocalizedText NotFired(RuleOutcome outcome)
    {
        (LocalizedText required, LocalizedText actual) = (outcome.Required, outcome.Actual);
        return outcome.UsedLimit is not null
            ? new($"does not fire: it pays {required.English}; {actual.English}", $"未触发：{required.Chinese}；{actual.Chinese}")
            : new($"does not fire: asked is that {required.English}; found: {actual.English}", $"未触发：要求{required.Chinese}；实际：{actual.Chinese}");
    }

    private static LocalizedText Lost(RuleOutcome outcome)
    {
        LoyaltyRule winner = outcome.Winner!;
        string head = $"lost to {winner.Id}: ";
        string headInChinese = $"让位于 {winner.Id}：";
        return outcome.Reason switch
        {
            LossReason.Points when GroupOf(outcome)?.Mode == GroupMode.BestForIssuer => new(head + "that one pays less", headInChinese + "后者发放更少"),
            LossReason.Points => new(head + "that one pays more", headInChinese + "后者发放更多"),
            LossReason.Priority => new(
                $"{head}priority {winner.Priority} comes before {outcome.Rule.Priority}", $"{headInChinese}优先级 {winner.Priority} 先于 {outcome.Rule.Priority}"),
            LossReason.Id => new(head + "of equal priority, and its id comes first", headInChinese + "优先级相同，其 id 在前"),
            _ => new($"{head}group {winner.Group} excludes group {outcome.Rule.Group}", $"{headInChinese}组 {winner.Group} 排斥组 {outcome.Rule.Group}"),
        };
    }

    private static RuleGroup? GroupOf(RuleOutcome outcome) => outcome.Trace.Program.Program.Groups.FirstOrDefault(group => group.Id == outcome.Rule.Group);

    private static LocalizedText Paid(RuleOutcome outcome, string english, string chinese)
    {
        List<string> parts = [];
        List<string> inChinese = [];
        foreach (Award award in outcome.Awards)
        {
            LocalizedText text = AwardText.Of(outcome.Trace.Program, award);
            parts.Add(text.English);
            inChinese.Add(text.Chinese);
        }
        foreach (AwardCut cut in outcome.Cuts)
        {
            LocalizedText text = AwardText.Of(outcome.Trace.Program, cut);
            parts.Add(text.English);
            inChinese.Add(text.Chinese);
        }
        return new LocalizedText(english + ": " + string.Join("; ", parts), chinese + "：" + string.Join("；", inChinese));
    }

    private static LocalizedText LimitText(RuleLimit limit)
    {
        LocalizedText unit = Say.Unit(limit.Period);
        return limit.Period == CivilPeriod.Ever
            ? new(limit.Times == 1 ? "once" : Times(limit.Times) + " in all", $"总共 {limit.Times} 次")
            : new($"{(limit.Times == 1 ? "once" : Times(limit.Times))} in a {unit.English}", $"每{unit.Chinese} {limit.Times} 次");
    }

    private static string Times(int times) => times == 1 ? "1 time" : Say.Number(times) + " times";

    private static IMemberFacts? Of(RuleOutcome outcome, bool referrer) => referrer ? outcome.Trace.Facts.Referral?.Referrer : outcome.Trace.Facts.Member;

    /// <summary>When a counter starts anew.</summary>
    private static LocalizedText Anew(RuleOutcome outcome, CivilPeriod period, IMemberFacts? member, string english, string chinese)
    {
        DayRange days = outcome.Trace.Program.Calendar.PeriodOf(period, outcome.Trace.Facts.Local.Date, member?.Joined, member?.Profile.Birthday);
        return days.To is { } next
            ? new($"{english} from {Say.Date(next)} on.", $"自 {Say.Date(next)} 起{chinese}。")
            : new($"{english} only where what was paid is taken back, or the programme changes.", $"仅在已发放的被收回或计划变更后{chinese}。");
    }
}
