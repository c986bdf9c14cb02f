using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Nothing known in a column.</summary>
internal sealed class MissingCondition(string column) : Condition
{
    public string Column { get; } = column ?? throw new ArgumentNullException(nameof(column));

    public override bool Holds(CustomerBase customers, int row) => customers.Column(Column)?.IsMissing(row) ?? true;

    public override LocalizedText Describe() => new($"{Column} is missing", $"{Column} 缺失");

    internal override BoundCondition Bind(CustomerBase customers) => customers.Column(Column) switch
    {
        TextColumn text => BoundCodes.Of(text, missing: true, _ => false),
        NumberColumn numbers => new BoundNot(new BoundRange(numbers, double.MinValue, double.MaxValue)),
        _ => new BoundConstant(true),
    };

    internal override bool? Decide(CellChoice cells) => cells.Ask(Column)?.IsMissing;

    internal override void Explain(CustomerBase customers, int row, bool holds, Clauses clauses)
    {
        if (customers.Column(Column)?.Text(row) is { } text)
            clauses.AddKnown(Column, text);
        else
            clauses.AddMissing(Column);
    }

    private protected override bool SameAs(Condition other) => other is MissingCondition same && Column == same.Column;
}
