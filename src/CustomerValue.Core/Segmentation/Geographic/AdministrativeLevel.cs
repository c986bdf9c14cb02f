namespace CustomerValue.Segmentation.Geographic;

/// <summary>How large a place is.</summary>
public enum AdministrativeLevel
{
    /// <summary>Country, 国家.</summary>
    Country,

    /// <summary>Province or state, 省.</summary>
    Province,

    /// <summary>City, 市.</summary>
    City,

    /// <summary>District, 区.</summary>
    District,

    /// <summary>Community, 社区, or a postal code.</summary>
    Community,
}
