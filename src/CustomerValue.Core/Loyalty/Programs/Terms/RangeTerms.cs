using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Programs.Terms;

/// <summary>Days, periods and expiry in words.</summary>
internal static class RangeTerms
{
    public static LocalizedText Of(DayRange days) => new RuleWindow { Days = days }.Describe();

    /// <summary><c>12 months</c>.</summary>
    public static LocalizedText Of(Period period)
    {
        List<string> english = [];
        List<string> chinese = [];
        void Part(int count, string unit, string inChinese)
        {
            if (count == 0)
                return;
            english.Add(count == 1 ? $"1 {unit}" : $"{count} {unit}s");
            chinese.Add($"{count} {inChinese}");
        }
        Part(period.Years, "year", "年");
        Part(period.Months, "month", "个月");
        Part(period.Weeks, "week", "周");
        Part(period.Days, "day", "天");
        return english.Count == 0 ? new("0 days", "0 天") : new(string.Join(" and ", english), string.Join("零", chinese));
    }

    /// <summary>What follows "points": <c>last 12 months …</c>.</summary>
    public static LocalizedText Of(ExpiryTerms terms)
    {
        LocalizedText end = terms.ThroughEndOfDay ? new(", through the end of that day", "，当日结束前有效") : new(", until the time of day at which they were earned", "，至获得时的同一时刻");
        LocalizedText last = terms.Kind switch
        {
            ExpiryKind.Rolling or ExpiryKind.FixedAfter when terms.Period is { } period => new($"last {Of(period).English} from the day they are earned", $"自获得之日起 {Of(period).Chinese}有效"),
            ExpiryKind.EndOfPeriod => EndOf(terms),
            ExpiryKind.FixedDate when terms.Date is { } date => new($"last until {Say.Date(date)}", $"有效期至 {Say.Date(date)}"),
            _ => new("never expire", "永久有效"),
        };
        return terms.Kind == ExpiryKind.Never ? last : new(last.English + end.English, last.Chinese + end.Chinese);
    }

    /// <summary><c> per member and month</c>.</summary>
    public static LocalizedText Per(bool perMember, CivilPeriod period)
    {
        LocalizedText unit = Say.Unit(period);
        string every = period == CivilPeriod.Ever ? "in all" : $"in a {unit.English}";
        string everyInChinese = period == CivilPeriod.Ever ? "累计" : $"每{unit.Chinese}";
        return perMember ? new($"for each member {every}", $"每位会员{everyInChinese}") : new($"for all members together {every}", $"全体会员{everyInChinese}");
    }

    private static LocalizedText EndOf(ExpiryTerms terms)
    {
        LocalizedText unit = Say.Unit(terms.EndOf);
        return terms.Period is { } period && period != Period.Zero
            ? new($"last until {Of(period).English} after the end of the {unit.English} in which they are earned", $"在获得积分的{unit.Chinese}结束后 {Of(period).Chinese}内有效")
            : new($"last until the end of the {unit.English} in which they are earned", $"在获得积分的{unit.Chinese}结束前有效");
    }
}
