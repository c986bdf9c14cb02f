using System.Globalization;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;

namespace CustomerValue.Loyalty.Programs.Terms;

/// <summary>Rules in words, in the order in which they apply.</summary>
internal static class RuleTerms
{
    public static void Write(TermsText text, LoyaltyProgram program)
    {
        text.Section(new("Rules", "规则"));
        text.Item(program.Composition == Composition.AdditiveOnBase
            ? new("Multipliers of one order each add to the base points; they do not multiply each other.", "同一订单的多个倍数分别按基础积分加成，不相乘。")
            : new("Multipliers of one order multiply each other.", "同一订单的多个倍数相乘。"));
        foreach (RuleGroup group in program.Groups)
            Group(text, group);
        Dictionary<string, Cap> caps = [];
        foreach (Cap cap in program.Caps)
            caps[cap.Id] = cap;
        foreach (LoyaltyRule rule in program.Rules.OrderBy(rule => rule.Priority).ThenBy(rule => rule.Id, StringComparer.Ordinal))
            Rule(text, rule, caps);
    }

    private static void Group(TermsText text, RuleGroup group) => text.Item(group.Mode switch
    {
        GroupMode.BestForMember => new($"Of the rules of group {group.Id} the one that pays most counts.", $"组 {group.Id} 中以积分最多的规则为准。"),
        GroupMode.BestForIssuer => new($"Of the rules of group {group.Id} the one that pays least counts.", $"组 {group.Id} 中以积分最少的规则为准。"),
        GroupMode.FirstByPriority => new($"Of the rules of group {group.Id} the first one counts.", $"组 {group.Id} 中以顺序在先的规则为准。"),
        GroupMode.Exclusive when group.Excludes.Count > 0 => new(
            $"Of the rules of group {group.Id} the first one counts, and the rules of {Say.And(group.Excludes).English} then pay nothing.", $"组 {group.Id} 中以顺序在先的规则为准，此时 {Say.And(group.Excludes).Chinese} 的规则不再给付。"),
        GroupMode.Exclusive => new($"Of the rules of group {group.Id} the first one counts.", $"组 {group.Id} 中以顺序在先的规则为准。"),
        _ => new($"The rules of group {group.Id} add up.", $"组 {group.Id} 的规则可叠加。"),
    });

    private static void Rule(TermsText text, LoyaltyRule rule, Dictionary<string, Cap> caps)
    {
        text.Part(TermsText.Name(rule.Name, rule.Id));
        LocalizedText on = On(rule.On);
        text.Item(new($"When: {on.English}{(rule.Group is null ? "" : $"; group {rule.Group}")}.", $"适用：{on.Chinese}{(rule.Group is null ? "" : $"；组 {rule.Group}")}。"));
        if (rule.Window is { } window)
            text.Item(new($"Time: {window.Describe().English}.", $"时间：{window.Describe().Chinese}。"));
        if (rule.When is { } when)
            text.Item(new($"If: {when.Describe().English}.", $"条件：{when.Describe().Chinese}。"));
        foreach (Effect effect in rule.Then)
            Effect(text, effect);
        if (rule.Limit is { } limit)
        {
            LocalizedText whom = limit.Of switch { AwardTo.Referrer => new("of the one who referred", "推荐人"), AwardTo.Referee => new("of the one referred", "被推荐人"), _ => new("of a member", "会员") };
            LocalizedText period = limit.Period == CivilPeriod.Ever ? new("ever", "累计") : new($"in a {Say.Unit(limit.Period).English}", $"每{Say.Unit(limit.Period).Chinese}");
            text.Item(new($"At most {limit.Times.ToString(CultureInfo.InvariantCulture)} times {whom.English} {period.English}.", $"{whom.Chinese}{period.Chinese}最多 {limit.Times.ToString(CultureInfo.InvariantCulture)} 次。"));
        }

        if (rule.Cap is { } own)
            Cap(text, own, null);
        foreach (string id in rule.SharedCaps.OrderBy(id => id, StringComparer.Ordinal))
        {
            if (caps.TryGetValue(id, out Cap? shared))
                Cap(text, shared, id);
        }

        if (rule.Budget is { } budget)
            Cap(text, budget with { PerMember = false }, null);
    }

    private static void Effect(TermsText text, Effect effect)
    {
        (Period? pending, ExpiryTerms? expiry, bool qualifying) = effect switch
        {
            EarnEffect earn => (earn.Pending, earn.Expiry, earn.Qualifying),
            BonusEffect bonus => (bonus.Pending, bonus.Expiry, bonus.Qualifying),
            _ => (null, null, false),
        };
        LocalizedText what = effect.Describe();
        LocalizedText counts = qualifying ? new("; they count towards a tier", "；计入定级") : default;
        LocalizedText wait = pending is null ? default : new($"; they can be spent after {RangeTerms.Of(pending).English}", $"；{RangeTerms.Of(pending).Chinese}后可用");
        LocalizedText last = expiry is null ? default : new($"; they {RangeTerms.Of(expiry).English}", $"；{RangeTerms.Of(expiry).Chinese}");
        text.Item(new($"Then: {what.English}{counts.English}{wait.English}{last.English}.", $"给付：{what.Chinese}{counts.Chinese}{wait.Chinese}{last.Chinese}。"));
    }

    private static void Cap(TermsText text, Cap cap, string? shared)
    {
        LocalizedText per = RangeTerms.Per(cap.PerMember, cap.Period);
        LocalizedText together = shared is null ? default : new($", together with the other rules under {shared}", $"（与 {shared} 下的其他规则合计）");
        LocalizedText over = cap.Overflow switch
        {
            CapOverflow.ProRata => new("what passes it is cut in proportion", "超出部分按比例削减"),
            CapOverflow.AllOrNothing => new("an award that does not fit whole is not paid", "无法全额给付时不予给付"),
            _ => new("what passes it is not paid", "超出部分不予给付"),
        };
        LocalizedText release = cap.ReleaseOnReversal ? new("points taken back make room again", "收回的积分恢复额度") : new("points taken back make no room again", "收回的积分不恢复额度");
        text.Item(new(
            $"At most {Say.Number(cap.Limit)} {cap.Wallet} {per.English}{together.English}; {over.English}; {release.English}.",
            $"{per.Chinese}最多 {Say.Number(cap.Limit)} {cap.Wallet}{together.Chinese}；{over.Chinese}；{release.Chinese}。"));
    }

    private static LocalizedText On(string type) => type switch
    {
        EventTypes.OrderPaid => new("an order is paid", "订单付款时"),
        EventTypes.OrderRefunded => new("an order is refunded", "订单退款时"),
        EventTypes.MemberJoined => new("a member joins", "会员加入时"),
        EventTypes.ReferralQualified => new("a referral is fulfilled", "推荐达成时"),
        _ => new($"the event {type}", $"事件 {type} 发生时"),
    };
}
