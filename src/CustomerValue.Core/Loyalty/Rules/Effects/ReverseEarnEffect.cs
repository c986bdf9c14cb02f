using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Effects;

/// <summary>Takes back what a refunded order earned, by the cumulative method: what stays is what the remaining order would have earned, so parts always add up to the whole.</summary>
public sealed record ReverseEarnEffect : Effect
{
    /// <summary>Whether base points are taken back.</summary>
    public bool Base { get; init; } = true;

    /// <summary>Whether multipliers' points are taken back.</summary>
    public bool Bonus { get; init; } = true;

    /// <summary>Whether fixed awards are taken back.</summary>
    public bool Once { get; init; } = true;

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        List<string> english = [];
        List<string> chinese = [];
        foreach ((bool isOn, string en, string zh) in new[] { (Base, "base", "基础"), (Bonus, "bonus", "奖励"), (Once, "fixed", "固定") })
        {
            if (isOn)
            {
                english.Add(en);
                chinese.Add(zh);
            }
        }
        return new LocalizedText($"takes back the {Say.And(english).English} points that the refunded part earned", $"收回退款部分所得的{Say.And(chinese).Chinese}积分");
    }

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "reverseEarn").Flag("base", Base).Flag("bonus", Bonus).Flag("once", Once);
}
