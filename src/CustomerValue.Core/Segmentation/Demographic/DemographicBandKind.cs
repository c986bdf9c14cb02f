namespace CustomerValue.Segmentation.Demographic;

/// <summary>What a band holds.</summary>
public enum DemographicBandKind
{
    /// <summary>Values as they are expected.</summary>
    Value,

    /// <summary>Categories that the field doesn't list, such as 'YOLO' as a marital status.</summary>
    Other,

    /// <summary>Values that can be read but not be believed: below the least or above the most that is plausible.</summary>
    Implausible,

    /// <summary>Texts that are no number or no date.</summary>
    Unreadable,

    /// <summary>Nothing.</summary>
    Missing,
}
