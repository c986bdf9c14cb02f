using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The channel, store or means of payment is one of a list.</summary>
public sealed record OrderFieldCondition : Condition
{
    private readonly string[] allowed = [];

    /// <summary>Which of them.</summary>
    public required OrderField Field { get; init; }

    /// <summary>The values allowed.</summary>
    public required IReadOnlyList<string> In { get => allowed; init => allowed = [.. value ?? throw new ArgumentNullException(nameof(value))]; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts) => Value(facts) is { } value ? (IsAllowed(value) ? Truth.True : Truth.False) : Truth.Unknown;

    /// <inheritdoc/>
    public override LocalizedText Describe() => new($"the {English} is {Say.Or(In).English}", $"{Chinese}为{Say.Or(In).Chinese}");

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Order is null ? Say.NoOrder : Value(facts) is { } value ? Say.Same(value) : new LocalizedText($"the {English} is unknown", $"{Chinese}未知");

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "orderField").Choice("field", Field).Fields("in", In);

    private string English => Field switch
    {
        OrderField.Channel => "channel",
        OrderField.Store => "store",
        _ => "means of payment",
    };

    private string Chinese => Field switch
    {
        OrderField.Channel => "渠道",
        OrderField.Store => "门店",
        _ => "支付方式",
    };

    private bool IsAllowed(string value)
    {
        foreach (string one in allowed)
        {
            if (one == value)
                return true;
        }
        return false;
    }

    private string? Value(in RuleFacts facts) => Field switch
    {
        OrderField.Channel => facts.Order?.Order.Channel,
        OrderField.Store => facts.Order?.Order.Store,
        _ => facts.Order?.Order.Payment,
    };
}
