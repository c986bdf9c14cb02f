using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Conditions;
using NodaTime;

namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>Makes tests of rules' windows, conditions and limits. A rule fires on true only, so "all of" is one test after another.</summary>
internal sealed class TestCompiler(Func<LineFilter, int> filterOf)
{
    /// <summary>The tests of rules, one rule after another; one at least for each.</summary>
    public RuleTest[] Of(CompiledRule[] rules)
    {
        List<RuleTest> tests = [];
        for (int at = 0; at < rules.Length; at++)
        {
            RuleTest[] own = [.. Of(rules[at]).DefaultIfEmpty(new RuleTest { Form = TestForm.Always })];
            int next = tests.Count + own.Length;
            tests.AddRange(own.Select(test => test with { Rule = at, Next = next }));
        }
        return [.. tests];
    }

    private IEnumerable<RuleTest> Of(CompiledRule rule)
    {
        if (rule.Rule.Window is { } window)
            yield return Of(window);
        if (rule.Rule.When is { } when)
        {
            foreach (RuleTest test in Of(when))
                yield return test;
        }
        if (rule.Limit is { } limit)
            yield return new RuleTest { Form = TestForm.Limit, Limit = limit };
    }

    private static RuleTest Of(RuleWindow window)
    {
        if (window.DailyFrom is not null || window.DailyTo is not null || window.MonthDays.Count > 0 || !IsIso(window.Days.From) || !IsIso(window.Days.To))
            return new RuleTest { Form = TestForm.Window, Window = window };
        return new RuleTest
        {
            Form = TestForm.Days,
            Least = window.Days.From is { } from ? CivilDays.NumberOf(from) : int.MinValue,
            Most = window.Days.To is { } to ? CivilDays.NumberOf(to) - 1 : int.MaxValue,
            Weekdays = window.Weekdays.Count == 0 ? ~0 : window.Weekdays.Aggregate(0, (bits, day) => bits | (1 << (int)day)),
        };
    }

    private static bool IsIso(LocalDate? day) => day is null || day.Value.Calendar == CalendarSystem.Iso;

    private IEnumerable<RuleTest> Of(Condition condition) => condition switch
    {
        AllCondition all => all.Of.SelectMany(Of),
        AnyLineCondition any => [new RuleTest { Form = TestForm.AnyLine, Filter = filterOf(any.Lines) }],
        EveryLineCondition every => [new RuleTest { Form = TestForm.EveryLine, Filter = filterOf(every.Lines) }],
        AmountCondition amount => [Of(amount)],
        _ => [new RuleTest { Form = TestForm.Own, Condition = condition }],
    };

    /// <summary>Amounts of orders are whole millionths, so each end of a range is one too.</summary>
    private RuleTest Of(AmountCondition amount)
    {
        Money[] ends = [.. new[] { amount.AtLeast, amount.Above, amount.AtMost, amount.Below }.OfType<Money>()];
        if (ends.Length == 0 || ends.Any(end => end.Currency != ends[0].Currency || Math.Abs(end.Amount) > Millionths.Most / Millionths.PerUnit))
            return new RuleTest { Form = TestForm.Own, Condition = amount };
        return new RuleTest
        {
            Form = amount.Lines.IsAll ? TestForm.Amount : TestForm.AmountOfLines,
            Filter = filterOf(amount.Lines),
            Currency = ends[0].Currency,
            Least = Math.Max(Ceiling(amount.AtLeast) ?? long.MinValue, (Floor(amount.Above) + 1) ?? long.MinValue),
            Most = Math.Min(Floor(amount.AtMost) ?? long.MaxValue, (Ceiling(amount.Below) - 1) ?? long.MaxValue),
        };
    }

    private static long? Ceiling(Money? end) => end is { } money ? (long)decimal.Ceiling(money.Amount * Millionths.PerUnit) : null;

    private static long? Floor(Money? end) => end is { } money ? (long)decimal.Floor(money.Amount * Millionths.PerUnit) : null;
}
