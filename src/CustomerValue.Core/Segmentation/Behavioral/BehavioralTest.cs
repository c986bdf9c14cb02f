using CustomerValue.Segmentation.Rules;

namespace CustomerValue.Segmentation.Behavioral;

/// <summary>A field compared with a bound, or, without a bound, missing. A comparison with what is missing does not hold.</summary>
internal sealed record BehavioralTest(string Field, Comparison Comparison, string? Bound)
{
    public static BehavioralTest Above(string field, string bound) => new(field, Comparison.Greater, bound);

    public static BehavioralTest AtLeast(string field, string bound) => new(field, Comparison.AtLeast, bound);

    public static BehavioralTest AtMost(string field, string bound) => new(field, Comparison.AtMost, bound);

    public static BehavioralTest Below(string field, string bound) => new(field, Comparison.Less, bound);

    public static BehavioralTest Unknown(string field) => new(field, Comparison.Equal, null);
}
