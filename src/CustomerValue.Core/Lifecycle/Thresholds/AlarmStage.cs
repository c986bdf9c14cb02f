namespace CustomerValue.Lifecycle.Thresholds;

/// <summary>The stage of the retail lifecycle whose beginning is an alarm: something is done about customers who enter it.</summary>
public enum AlarmStage
{
    /// <summary>Cooling.</summary>
    Cooling,

    /// <summary>At risk.</summary>
    AtRisk,

    /// <summary>Dormant.</summary>
    Dormant,
}
