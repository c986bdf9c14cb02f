namespace CustomerValue.PotentialValue;

/// <summary>Refuses numbers out of range, naming the value and the range.</summary>
internal static class Given
{
    public static double Part(double value, string name) => value >= 0 && value <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "A part or probability is in [0, 1].");

    public static double NotNegative(double value, string name) => value >= 0 && !double.IsInfinity(value) ? value : throw new ArgumentOutOfRangeException(name, value, "Must be a finite number ≥ 0.");

    public static double Finite(double value, string name) => double.IsNaN(value) || double.IsInfinity(value) ? throw new ArgumentOutOfRangeException(name, value, "Must be a finite number.") : value;
}
