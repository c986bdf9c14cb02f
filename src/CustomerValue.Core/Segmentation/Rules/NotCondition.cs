using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A condition that does not hold.</summary>
public sealed class NotCondition : Condition
{
    internal NotCondition(Condition condition) => Condition = condition ?? throw new ArgumentNullException(nameof(condition));

    /// <summary>What does not hold.</summary>
    public Condition Condition { get; }

    internal override IReadOnlyList<Condition> Parts => [Condition];

    /// <inheritdoc/>
    public override bool Holds(CustomerBase customers, int row) => !Condition.Holds(customers, row);

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText inner = CompoundCondition.Bracketed(Condition, bracket: true);
        return new LocalizedText($"not {inner.English}", $"非{inner.Chinese}");
    }

    internal override BoundCondition Bind(CustomerBase customers) => new BoundNot(Condition.Bind(customers));

    internal override bool? Decide(CellChoice cells) => !Condition.Decide(cells);

    internal override void Explain(CustomerBase customers, int row, bool holds, Clauses clauses) => Condition.Explain(customers, row, !holds, clauses);

    private protected override bool SameAs(Condition other) => Condition.Equals(((NotCondition)other).Condition);
}
