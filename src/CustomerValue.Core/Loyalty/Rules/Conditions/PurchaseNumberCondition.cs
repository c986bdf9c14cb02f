using CustomerValue.Labels;
using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The order is the member's n-th (orders refunded in full do not count).</summary>
public sealed record PurchaseNumberCondition : Condition
{
    /// <summary>Which one, from 1; null where <see cref="Every"/> is given.</summary>
    public int? Is { get; init; }

    /// <summary>Every how many-th, at least 2; null where <see cref="Is"/> is given.</summary>
    public int? Every { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        if (facts.Event is not OrderPaid)
            return Truth.Unknown;
        int number = facts.Member.Purchases + 1;
        return Every is { } every ? (number % every == 0 ? Truth.True : Truth.False) : number == Is ? Truth.True : Truth.False;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe() => Every is { } every
        ? new($"it is every {Say.Ordinal(every)} order", $"每第 {every} 笔订单")
        : new($"it is the {Say.Ordinal(Is ?? 1)} order", $"是第 {Is ?? 1} 笔订单");

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Event is OrderPaid
        ? new($"it is the {Say.Ordinal(facts.Member.Purchases + 1)} order", $"是第 {facts.Member.Purchases + 1} 笔订单")
        : Say.NoOrder;

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "purchaseNumber").Field("is", (decimal?)Is).Field("every", (decimal?)Every);
}
