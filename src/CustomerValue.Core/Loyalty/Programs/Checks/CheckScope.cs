using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>What all parts of the check know: the programme, its names, and what was found so far.</summary>
internal sealed class CheckScope
{
    public const decimal Largest = 1_000_000_000_000m;
    private const string IdForm = "1 to 64 letters, digits, '-', '_' or '.'";
    private readonly HashSet<string> wallets;
    private readonly HashSet<string> tiers;
    private readonly HashSet<string> events;

    public CheckScope(LoyaltyProgram program)
    {
        Program = program;
        wallets = new(program.Wallets.Select(wallet => wallet.Id), StringComparer.Ordinal);
        tiers = new((program.Tiers?.Levels ?? []).Select(level => level.Id), StringComparer.Ordinal);
        events = new(EventTypes.Known.Concat(program.CustomEvents), StringComparer.Ordinal);
        Groups = new(program.Groups.Select(group => group.Id), StringComparer.Ordinal);
        Caps = new(program.Caps.Select(cap => cap.Id), StringComparer.Ordinal);
        Rewards = new(program.Rewards.Select(reward => reward.Id), StringComparer.Ordinal);
    }

    public LoyaltyProgram Program { get; }

    public FindingList Findings { get; } = new();

    public HashSet<string> Groups { get; }

    public HashSet<string> Caps { get; }

    public HashSet<string> Rewards { get; }

    /// <summary>The rule that is looked at.</summary>
    public LoyaltyRule? Rule { get; set; }

    /// <summary>The currency of the programme's amounts: that of the first one found.</summary>
    public Currency? Currency { get; private set; }

    public void Error(ProgramFindingCode code, string path, string english, string chinese) => Findings.Error(code, path, Rule?.Id, english, chinese);

    public void Warn(ProgramFindingCode code, string path, string english, string chinese) => Findings.Warn(code, path, Rule?.Id, english, chinese);

    public void Id(string? id, string path)
    {
        if (id is not { Length: >= 1 and <= 64 } || !id.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.'))
            Error(ProgramFindingCode.InvalidId, path, $"'{id}' is no name; take {IdForm}.", $"“{id}”不是有效名称；请使用 1 至 64 个字母、数字、“-”、“_”或“.”。");
    }

    public void Ids(IReadOnlyList<string> ids, string path)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int at = 0; at < ids.Count; at++)
        {
            string where = $"{path}[{at}].id";
            Id(ids[at], where);
            if (ids[at] is { } id && !seen.Add(id))
                Error(ProgramFindingCode.DuplicateId, where, $"'{id}' is there twice; rename one.", $"“{id}”重复；请改名。");
        }
    }

    public void Wallet(string? wallet, string path)
    {
        if (wallet is null)
        {
            if (Program.Wallets.Count > 1)
                Error(ProgramFindingCode.UnknownWallet, path, $"no wallet is named, and there are several; name one of {Listed(wallets)}.", $"未指明钱包，而计划有多个钱包；请指明 {Listed(wallets)} 之一。");
        }
        else if (!wallets.Contains(wallet))
        {
            Unknown(ProgramFindingCode.UnknownWallet, path, "wallet", "钱包", wallet, wallets);
        }
    }

    public void Tier(string tier, string path)
    {
        if (!tiers.Contains(tier))
            Unknown(ProgramFindingCode.UnknownTier, path, "tier", "等级", tier, tiers);
    }

    public void Event(string type, string path)
    {
        if (!events.Contains(type))
            Unknown(ProgramFindingCode.UnknownEvent, path, "event", "事件", type, events);
    }

    public void Unknown(ProgramFindingCode code, string path, string what, string whatInChinese, string name, IReadOnlyCollection<string> known) => Error(
        code, path,
        known.Count == 0 ? $"there is no {what} '{name}', the programme has none; add it, or remove this." : $"there is no {what} '{name}'; take one of {Listed(known)}, or add it.",
        known.Count == 0 ? $"没有{whatInChinese}“{name}”；请先定义，或删除此项。" : $"没有{whatInChinese}“{name}”；可选：{Listed(known)}，或先定义。");

    /// <summary>Categories are known where the programme lists them: one of them, above or below one of them.</summary>
    public void Category(string category, string path)
    {
        IReadOnlyList<string> known = Program.Categories;
        if (string.IsNullOrWhiteSpace(category) || category[0] == '/' || category[category.Length - 1] == '/' || category.Contains("//"))
            Error(ProgramFindingCode.OutOfRange, path, $"'{category}' is no path of a category; write it as coffee/beans.", $"“{category}”不是品类路径；请写成 coffee/beans 的形式。");
        else if (known.Count > 0 && !known.Any(one => one == category || one.StartsWith(category + "/", StringComparison.Ordinal)))
            Unknown(ProgramFindingCode.UnknownCategory, path, "category", "品类", category, known);
    }

    /// <summary>An amount of the programme's one currency, in a range.</summary>
    public void Money(Money? money, string path, bool mustBePositive)
    {
        if (money is not { } amount)
            return;
        Currency ??= amount.Currency;
        if (amount.Currency != Currency)
            Error(ProgramFindingCode.MixedCurrencies, path, $"{amount} is not in {Currency}, as other amounts of the programme are; state all amounts in one currency.", $"{amount} 的币种与计划中其他金额（{Currency}）不同；请统一币种。");
        Number(amount.Amount, path, mustBePositive);
    }

    /// <summary>A number up to 10^12 with at most 9 decimals: what fractions of 64 bits can count with.</summary>
    public void Number(decimal? number, string path, bool mustBePositive, decimal largest = Largest)
    {
        if (number is { } value && (value < 0 || (mustBePositive && value == 0) || value > largest || value * 1_000_000_000m % 1 != 0))
        {
            string range = $"{(mustBePositive ? "above 0" : "0 or above")}, at most {Text(largest)} and with at most 9 decimals";
            Error(ProgramFindingCode.OutOfRange, path, $"{Text(value)} has to be {range}.", $"{Text(value)} 须{(mustBePositive ? "大于 0" : "不小于 0")}、不超过 {Text(largest)} 且至多 9 位小数。");
        }
    }

    public void Whole(int? number, string path, int least, int most)
    {
        if (number is { } value && (value < least || value > most))
            Error(ProgramFindingCode.OutOfRange, path, $"{value} has to be in [{least}, {most}].", $"{value} 须在 [{least}, {most}] 内。");
    }

    /// <summary>A period of whole days, months or years, as the calendar needs it.</summary>
    public void Period(Period? period, string path, bool needed = false)
    {
        if (period is null)
        {
            if (needed)
                Error(ProgramFindingCode.InvalidPeriod, path, "a period is missing; give whole days, months or years, such as P12M.", "缺少期间；请给出整日、整月或整年，如 P12M。");
        }
        else if (period.HasTimeComponent || period.Years < 0 || period.Months < 0 || period.Weeks < 0 || period.Days < 0 || period.Years > 100 || period.Months > 1200 || period.Weeks > 5200 || period.Days > 36_500)
        {
            Error(ProgramFindingCode.InvalidPeriod, path, $"{period} can't be used here; take whole days, months or years up to 100 years, such as P12M.", $"{period} 不能用于此处；请使用不超过 100 年的整日、整月或整年，如 P12M。");
        }
    }

    public void Expiry(ExpiryTerms? terms, string path)
    {
        if (terms is null)
            return;
        Period(terms.Period, path + ".period", terms.Kind is ExpiryKind.Rolling or ExpiryKind.FixedAfter);
        if (terms.Kind == ExpiryKind.FixedDate && terms.Date is null)
            Error(ProgramFindingCode.Incomplete, path + ".date", "the date is missing; give the last day on which the points are valid.", "缺少日期；请给出积分有效的最后一天。");
        if (terms.Kind == ExpiryKind.EndOfPeriod && terms.EndOf == CivilPeriod.Ever)
            Error(ProgramFindingCode.Incomplete, path + ".of", "all time has no end; take a period such as calendarYear, or the type never.", "“始终”没有终点；请使用 calendarYear 等期间，或 never。");
    }

    public void Days(DayRange days, string path)
    {
        if (days.From >= days.To)
            Error(ProgramFindingCode.EmptyWindow, path, $"no day is from {Day(days.From)} until before {Day(days.To)}; the end is excluded and has to be later.", $"{Day(days.From)} 至 {Day(days.To)}（不含）之间没有任何一天；结束日不含在内，须更晚。");
    }

    public static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Day(LocalDate? day) => day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Listed(IReadOnlyCollection<string> names) => string.Join(", ", names.OrderBy(name => name, StringComparer.Ordinal).Take(12)) + (names.Count > 12 ? ", …" : "");
}
