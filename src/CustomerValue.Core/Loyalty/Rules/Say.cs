using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Loyalty.Rules;

/// <summary>Words that conditions, effects and traces have in common.</summary>
internal static class Say
{
    public static LocalizedText NoOrder => new("there is no order", "没有订单");

    public static LocalizedText NoReferral => new("there is no referral", "没有推荐关系");

    public static LocalizedText JoinedUnknown => new("the day of joining is unknown", "入会日未知");

    /// <summary>A text that is the same in both languages: a number, a name.</summary>
    public static LocalizedText Same(string text) => new(text, text);

    public static string? Amount(Money? money) => money is { } amount ? Wording.Amount(amount.Amount, amount.Currency.Beside) : null;

    public static string? Number(decimal? number) => number?.ToString("#,##0.##################", CultureInfo.InvariantCulture);

    public static string Days(int days) => days == 1 ? "1 day" : Number(days) + " days";

    public static string Date(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string MonthDay(LocalDate day) => Date(day).Substring(5);

    public static LocalizedText Moment(LocalDateTime moment) => Same(Date(moment.Date) + " " + moment.TimeOfDay.ToString("HH:mm:ss", CultureInfo.InvariantCulture));

    public static string Ordinal(int number) => Number(number) + ((number % 100) is 11 or 12 or 13 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });

    public static LocalizedText Or(IReadOnlyList<string> values) => new(Listed(values, ", ", " or "), Listed(values, "、", " 或 "));

    public static LocalizedText And(IReadOnlyList<string> values) => new(Listed(values, ", ", " and "), Listed(values, "、", " 和 "));

    /// <summary>A range by those of its ends that there are: <c>at least 20.00 CNY and below 50.00 CNY</c>.</summary>
    public static LocalizedText Range(string? least, string? above, string? most, string? below)
    {
        List<string> english = [];
        List<string> chinese = [];
        void End(string? value, string before, string beforeInChinese)
        {
            if (value is null)
                return;
            english.Add(before + value);
            chinese.Add(beforeInChinese + value);
        }
        End(least, "at least ", "不低于 ");
        End(above, "above ", "高于 ");
        End(most, "at most ", "不超过 ");
        End(below, "below ", "低于 ");
        return english.Count == 0 ? new("any", "不限") : new(string.Join(" and ", english), string.Join("且", chinese));
    }

    public static LocalizedText Near(string english, string chinese, int before, int after) => (before, after) switch
    {
        (0, 0) => new($"the day is {english}", $"当日为{chinese}"),
        (_, 0) => new($"the day is {english} or at most {Days(before)} before", $"当日为{chinese}或之前 {before} 天内"),
        (0, _) => new($"the day is {english} or at most {Days(after)} after", $"当日为{chinese}或之后 {after} 天内"),
        _ => new($"the day is at most {Days(before)} before or {Days(after)} after {english}", $"当日在{chinese}前 {before} 天至后 {after} 天内"),
    };

    public static LocalizedText Unit(CivilPeriod period) => period switch
    {
        CivilPeriod.Ever => new("all time", "始终"),
        CivilPeriod.LocalDay => new("day", "天"),
        CivilPeriod.LocalWeek => new("week", "周"),
        CivilPeriod.LocalMonth => new("month", "个月"),
        CivilPeriod.CalendarQuarter => new("quarter", "个季度"),
        CivilPeriod.CalendarYear => new("calendar year", "个自然年"),
        CivilPeriod.MemberYear => new("member year", "个会员年"),
        _ => new("birthday year", "个生日年"),
    };

    /// <summary>As what follows a count: <c> in a month</c>; nothing for all time.</summary>
    public static LocalizedText In(CivilPeriod period)
    {
        if (period == CivilPeriod.Ever)
            return default;
        LocalizedText unit = Unit(period);
        return new LocalizedText($" in a {unit.English}", $"每{unit.Chinese}");
    }

    public static LocalizedText Lines(OrderFacts order, LineFilter filter)
    {
        int fit = 0;
        foreach (Events.OrderLine line in order.Order.Lines)
            fit += filter.Test(line) == Truth.True ? 1 : 0;
        return new LocalizedText($"{fit} of {order.Order.Lines.Count} lines are", $"{order.Order.Lines.Count} 行中有 {fit} 行");
    }

    public static LocalizedText Joined<T>(IReadOnlyList<T> parts, Func<T, LocalizedText> text, string english, string chinese)
    {
        List<LocalizedText> texts = [.. parts.Select(text)];
        return new LocalizedText(string.Join(english, texts.Select(one => one.English)), string.Join(chinese, texts.Select(one => one.Chinese)));
    }

    public static bool Has(IReadOnlyList<string> values, string value)
    {
        for (int at = 0; at < values.Count; at++)
        {
            if (values[at] == value)
                return true;
        }
        return false;
    }

    public static string? Value(IReadOnlyDictionary<string, string> values, string name) => values.TryGetValue(name, out string? value) ? value : null;

    private static string Listed(IReadOnlyList<string> values, string between, string last) => values.Count switch
    {
        0 => "",
        1 => values[0],
        _ => string.Join(between, values.Take(values.Count - 1)) + last + values[values.Count - 1],
    };
}
