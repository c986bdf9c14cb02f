using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A column's number, or day, in a range: what comparisons come to.</summary>
public abstract class RangeCondition : Condition
{
    private protected RangeCondition(string column, bool isDate, double least, double most)
        => (Column, IsDate, Least, Most) = (column ?? throw new ArgumentNullException(nameof(column)), isDate, least, most);

    /// <summary>The column's name.</summary>
    public string Column { get; }

    /// <summary>Whether the column holds dates.</summary>
    public bool IsDate { get; }

    /// <summary>The least number for which it holds; −∞ where there is none.</summary>
    internal double Least { get; }

    /// <summary>The greatest number for which it holds.</summary>
    internal double Most { get; }

    /// <summary>What it compares with.</summary>
    internal abstract IReadOnlyList<Bound> Bounds { get; }

    internal bool HoldsFor(double value) => value >= Least && value <= Most;

    /// <inheritdoc/>
    public sealed override bool Holds(CustomerBase customers, int row) => HoldsFor(Value(customers.Column(Column), row));

    internal sealed override BoundCondition Bind(CustomerBase customers) => customers.Column(Column) switch
    {
        TextColumn text => BoundCodes.Of(text, missing: false, code => HoldsFor(IsDate ? Bound.Day(text.Texts[code]) : text.Numbers[code])),
        NumberColumn numbers when !IsDate => new BoundRange(numbers, Least, Most),
        _ => new BoundConstant(false),
    };

    internal sealed override bool? Decide(CellChoice cells) => cells.Ask(Column) is { } cell ? cell.IsDate == IsDate && HoldsFor(cell.Number) : null;

    internal sealed override void Explain(CustomerBase customers, int row, bool holds, Clauses clauses)
    {
        CustomerColumn? column = customers.Column(Column);
        double value = Value(column, row);
        if (!double.IsNaN(value))
            clauses.Add(Column, new Bound(value, IsDate).ToString(), Verdict(holds));
        else if (column?.Text(row) is { } text)
            clauses.Add(Column, text, IsDate ? new LocalizedText("is no date", "不是日期") : new LocalizedText("is no number", "不是数字"));
        else
            clauses.AddMissing(Column);
    }

    /// <summary>How a value lies that is in the range, or not.</summary>
    private protected abstract LocalizedText Verdict(bool holds);

    private double Value(CustomerColumn? column, int row) => column switch
    {
        null => double.NaN,
        _ when !IsDate => column.Number(row),
        TextColumn => column.Text(row) is { } text ? Bound.Day(text) : double.NaN,
        _ => double.NaN,
    };
}
