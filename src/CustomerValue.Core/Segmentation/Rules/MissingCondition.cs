using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Nothing known in a column.</summary>
public sealed class MissingCondition : Condition
{
    internal MissingCondition(string column) => Column = column ?? throw new ArgumentNullException(nameof(column));

    /// <summary>The column's name.</summary>
    public string Column { get; }

    /// <inheritdoc/>
    public override bool Holds(CustomerBase customers, int row) => customers.Column(Column)?.IsMissing(row) ?? true;

    /// <inheritdoc/>
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
