namespace CustomerValue.Segmentation.Behavioral;

/// <summary>A dimension as data: its fields, its bounds, and its rules, the last of which takes everyone.</summary>
internal sealed class BehavioralDefinition(BehavioralField[] fields, BehavioralDefault[] bounds, BehavioralRule[] rules)
{
    /// <summary>The name of the bound that derived fields take as the population's usual gap.</summary>
    public const string UsualGap = "usualGap";

    /// <summary>Fields that others are worked out of stand before them.</summary>
    public IReadOnlyList<BehavioralField> Fields { get; } = fields;

    /// <summary>In the order in which they are fitted.</summary>
    public IReadOnlyList<BehavioralDefault> Bounds { get; } = bounds;

    public IReadOnlyList<BehavioralRule> Rules { get; } = rules;

    public IReadOnlyList<Segment> Segments { get; } = Array.AsReadOnly(rules.Select(rule => rule.Segment).Distinct().Append(CommonSegments.Incomplete).ToArray());

    public int FieldOf(string name) => Array.FindIndex(fields, field => field.Name == name);

    public int BoundOf(string? name) => Array.FindIndex(bounds, bound => bound.Name == name);

    public static BehavioralDefinition Of(BehavioralDimension dimension) => dimension switch
    {
        BehavioralDimension.Needs => CustomerDefinitions.Needs,
        BehavioralDimension.Value => CustomerDefinitions.Value,
        BehavioralDimension.Loyalty => CustomerDefinitions.Loyalty,
        BehavioralDimension.Use => UseDefinitions.Use,
        BehavioralDimension.Basket => UseDefinitions.Basket,
        BehavioralDimension.Channel => UseDefinitions.Channel,
        BehavioralDimension.Discount => UseDefinitions.Discount,
        BehavioralDimension.DayPart => UseDefinitions.DayPart,
        BehavioralDimension.Returns => UseDefinitions.Returns,
        BehavioralDimension.ProductMix => UseDefinitions.ProductMix,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "is no dimension of behaviour."),
    };
}
