namespace CustomerValue.Segmentation.Behavioral;

/// <summary>How a value stands in a sentence.</summary>
internal enum BehavioralUnit
{
    Number,
    Share,
    Days,
}
