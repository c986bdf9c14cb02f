using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Segments by rules, which need no population: whatever it is fitted on, the answer is the same.</summary>
public sealed class RuleStrategy : ISegmentationStrategy
{
    private readonly RuleSegmentation rules;

    /// <summary>Makes the strategy.</summary>
    /// <param name="rules">What <see cref="Fit"/> gives.</param>
    public RuleStrategy(RuleSegmentation rules) => this.rules = rules ?? throw new ArgumentNullException(nameof(rules));

    /// <inheritdoc/>
    public string Name => RuleSegmentation.StrategyName;

    /// <summary>Gives the rules as they are.</summary>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default) => customers is null ? throw new ArgumentNullException(nameof(customers)) : rules;
}
