using CustomerValue.Labels;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Programs;

/// <summary>A window in words.</summary>
internal static class WindowText
{
    private static readonly string[] Weekday = ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] WeekdayInChinese = ["", "周一", "周二", "周三", "周四", "周五", "周六", "周日"];

    public static LocalizedText Of(RuleWindow window)
    {
        List<LocalizedText> parts = [];
        if (window.Days.From is not null || window.Days.To is not null)
            parts.Add(Days(window.Days));
        if (window.Weekdays.Count > 0)
            parts.Add(new("on " + Say.And([.. window.Weekdays.Select(day => Weekday[(int)day])]).English, Say.And([.. window.Weekdays.Select(day => WeekdayInChinese[(int)day])]).Chinese));
        if (window.MonthDays.Count > 0)
        {
            parts.Add(new(
                "on the " + Say.And([.. window.MonthDays.Select(day => day == -1 ? "last" : Say.Ordinal(day))]).English + " of the month",
                "每月" + Say.And([.. window.MonthDays.Select(day => day == -1 ? "最后一日" : day + " 日")]).Chinese));
        }
        if (window.DailyFrom is not null || window.DailyTo is not null)
            parts.Add(Hours(window.DailyFrom ?? LocalTime.Midnight, window.DailyTo));
        return parts.Count == 0 ? new("always", "始终") : Say.Joined(parts, part => part, ", ", "，");
    }

    private static LocalizedText Days(DayRange days)
    {
        string from = days.From is { } first ? Say.Date(first) : "";
        string to = days.To is { } end ? Say.Date(end.PlusDays(-1)) : "";
        return (from.Length, to.Length) switch
        {
            (_, 0) => new($"from {from} on", $"自 {from} 起"),
            (0, _) => new($"through {to}", $"至 {to}（含）"),
            _ when from == to => new($"on {from}", from),
            _ => new($"from {from} through {to}", $"{from} 至 {to}（含）"),
        };
    }

    private static LocalizedText Hours(LocalTime from, LocalTime? to)
    {
        string begin = Time(from);
        string end = to is { } last ? Time(last) : "24:00";
        return to < from
            ? new($"from {begin} to {end} of the next day", $"{begin} 至次日 {end}")
            : new($"from {begin} to {end}", $"{begin}–{end}");
    }

    private static string Time(LocalTime time) => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
