using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A column in a half-open interval.</summary>
internal sealed class BetweenCondition(string column, double from, double to) : Condition
{
    public string Column { get; } = column ?? throw new ArgumentNullException(nameof(column));

    public double From { get; } = from;

    public double To { get; } = from < to ? to : throw new ArgumentOutOfRangeException(nameof(to), to, $"An interval ends above its start {from}.");

    public override bool Holds(CustomerBase customers, int row)
    {
        double value = customers.Column(Column)?.Number(row) ?? double.NaN;
        return value >= From && value < To;
    }
}
