using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A column's text among some.</summary>
public sealed class InCondition : Condition
{
    private readonly HashSet<string> values;
    private readonly double[] numbers;

    internal InCondition(string column, IReadOnlyCollection<string> values)
    {
        Column = column ?? throw new ArgumentNullException(nameof(column));
        if (values is null)
            throw new ArgumentNullException(nameof(values));
        if (values.Count == 0 || values.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException($"Name at least one value for {column}, none of them blank; whether nothing is known is asked by Missing.", nameof(values));
        this.values = new HashSet<string>(values.Select(value => value.Trim()), StringComparer.Ordinal);
        Values = [.. this.values.OrderBy(value => value, StringComparer.Ordinal)];
        numbers = [.. Values.Select(NumberOf).Where(number => !double.IsNaN(number))];
    }

    /// <summary>The column's name.</summary>
    public string Column { get; }

    /// <summary>The values, ordered ordinally, each once.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <inheritdoc/>
    public override bool Holds(CustomerBase customers, int row) => customers.Column(Column) switch
    {
        null => false,
        TextColumn text => text.Text(row) is { } value && values.Contains(value),
        CustomerColumn column => Array.IndexOf(numbers, column.Number(row)) >= 0 && !column.IsMissing(row),
    };

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        string all = string.Join(", ", Values);
        return new LocalizedText($"{Column} in {all}", $"{Column} 为 {string.Join("、", Values)}{(Values.Count > 1 ? " 之一" : "")}");
    }

    /// <summary>The number that a value stands for; NaN where it is none.</summary>
    internal static double NumberOf(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsInfinity(number) ? number : double.NaN;

    internal override BoundCondition Bind(CustomerBase customers) => customers.Column(Column) switch
    {
        TextColumn text => BoundCodes.Of(text, missing: false, code => values.Contains(text.Texts[code])),
        NumberColumn column => new BoundAny([.. numbers.Select(number => new BoundRange(column, number, number))]),
        _ => new BoundConstant(false),
    };

    internal override bool? Decide(CellChoice cells) => cells.Ask(Column) is { } cell
        ? (cell.Text is { } text && values.Contains(text)) || (cell.Field?.Kind == RuleFieldKind.Number && Array.IndexOf(numbers, cell.Number) >= 0)
        : null;

    internal override void Explain(CustomerBase customers, int row, bool holds, Clauses clauses)
    {
        if (customers.Column(Column)?.Text(row) is not { } text)
            clauses.AddMissing(Column);
        else if (Values.Count == 1)
            clauses.Add(Column, text, holds ? default : new LocalizedText($"is not {Values[0]}", $"不是 {Values[0]}"));
        else
            clauses.Add(Column, text, new LocalizedText($"is {(holds ? "" : "not ")}one of {string.Join(", ", Values)}", $"{(holds ? "属于" : "不属于")} {string.Join("、", Values)}"));
    }

    private protected override bool SameAs(Condition other) => other is InCondition same && Column == same.Column && Values.SequenceEqual(same.Values, StringComparer.Ordinal);
}
