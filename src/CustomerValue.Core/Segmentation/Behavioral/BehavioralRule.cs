namespace CustomerValue.Segmentation.Behavioral;

/// <summary>A segment for whom all of some tests hold; without tests, for everyone whom no rule before took.</summary>
internal sealed record BehavioralRule(Segment Segment, params BehavioralTest[] Tests);
