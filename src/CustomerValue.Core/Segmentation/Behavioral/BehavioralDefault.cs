namespace CustomerValue.Segmentation.Behavioral;

/// <summary>A bound by name with the field that it bounds and what it is where options say nothing.</summary>
/// <param name="Name">Its name in options.</param>
/// <param name="Field">Of which field quantiles are taken.</param>
/// <param name="Bound">The default.</param>
/// <param name="IsUpper">Whether rules ask who is above it.</param>
internal sealed record BehavioralDefault(string Name, string Field, BehavioralBound Bound, bool IsUpper)
{
    /// <summary>The bound of the same dimension that it may not exceed; null for none.</summary>
    public string? Below { get; init; }

    public static BehavioralDefault Upper(string name, string field, BehavioralBound bound) => new(name, field, bound, IsUpper: true);

    public static BehavioralDefault Lower(string name, string field, BehavioralBound bound, string? below = null) => new(name, field, bound, IsUpper: false) { Below = below };
}
