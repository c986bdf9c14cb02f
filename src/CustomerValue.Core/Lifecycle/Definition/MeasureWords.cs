using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>What measures are called, and where time takes them.</summary>
internal static class MeasureWords
{
    public static LocalizedText Name(Measure measure) => measure switch
    {
        Measure.Purchases => new("purchases", "购买次数"),
        Measure.Silence => new("c", "c"),
        Measure.SilentDays => new("days since the last purchase", "距上次购买天数"),
        Measure.Alive => new("A", "A"),
        Measure.SecondPurchase => new("S₂", "S₂"),
        Measure.DaysInStage => new("days in the stage", "在本阶段天数"),
        Measure.GapsInStage => new("gaps in the stage", "在本阶段的购买间隔数"),
        _ => new("days to the term's end", "距合同到期天数"),
    };

    /// <summary>1 for what grows while nothing happens, −1 for what falls, 0 for what stays.</summary>
    public static int Course(Measure measure) => measure switch
    {
        Measure.Purchases => 0,
        Measure.Alive or Measure.SecondPurchase or Measure.DaysToTermEnd => -1,
        _ => 1,
    };
}
