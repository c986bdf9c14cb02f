using CustomerValue.Labels;

namespace CustomerValue.Contribution;

/// <summary>One part of what customers contributed: an amount a customer, negative for costs. Immutable.</summary>
public sealed class ContributionPart
{
    private readonly decimal[] amounts;

    internal ContributionPart(string key, LocalizedText name, decimal[] amounts)
    {
        (Key, Name, this.amounts) = (key, name, amounts);
        Total = amounts.Sum();
    }

    /// <summary>By which programs call the part, such as <c>returns</c> or <c>activity:visit</c>.</summary>
    public string Key { get; }

    /// <summary>What people call it.</summary>
    public LocalizedText Name { get; }

    /// <summary>One a customer, in major units; negative for what lowers the contribution.</summary>
    public ReadOnlySpan<decimal> Amounts => amounts;

    /// <summary>The sum of all amounts.</summary>
    public decimal Total { get; }
}
