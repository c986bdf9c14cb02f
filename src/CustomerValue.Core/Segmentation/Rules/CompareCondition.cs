using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A column compared with a bound.</summary>
internal sealed class CompareCondition(string column, Comparison comparison, double bound) : Condition
{
    public string Column { get; } = column ?? throw new ArgumentNullException(nameof(column));

    public Comparison Comparison { get; } = comparison;

    public double Bound { get; } = !double.IsNaN(bound) && !double.IsInfinity(bound) ? bound : throw new ArgumentOutOfRangeException(nameof(bound), bound, "A bound is a finite number.");

    public override bool Holds(CustomerBase customers, int row)
    {
        double value = customers.Column(Column)?.Number(row) ?? double.NaN;
        return Comparison switch
        {
            Comparison.Less => value < Bound,
            Comparison.AtMost => value <= Bound,
            Comparison.Equal => value == Bound,
            Comparison.AtLeast => value >= Bound,
            _ => value > Bound,
        };
    }
}
