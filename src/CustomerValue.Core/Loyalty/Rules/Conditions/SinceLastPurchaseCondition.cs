using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>So many days have passed since the member's last order (win back).</summary>
public sealed record SinceLastPurchaseCondition : Condition
{
    /// <summary>Days; at least 1.</summary>
    public required int AtLeastDays { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts) => facts.Member.LastPurchase is { } last && CivilDays.AreApart(last, facts.Local.Date, AtLeastDays) ? Truth.True : Truth.False;

    /// <inheritdoc/>
    public override LocalizedText Describe() => new($"the last order was at least {Say.Days(AtLeastDays)} ago", $"距上次订单至少 {AtLeastDays} 天");

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Member.LastPurchase is { } last
        ? new($"the last order was {Say.Days(CivilDays.Between(last, facts.Local.Date))} ago", $"距上次订单 {CivilDays.Between(last, facts.Local.Date)} 天")
        : new LocalizedText("there was no order before", "此前没有订单");

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "sinceLastPurchase").Field("atLeastDays", AtLeastDays);
}
