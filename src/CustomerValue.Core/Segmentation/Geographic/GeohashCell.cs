namespace CustomerValue.Segmentation.Geographic;

/// <summary>The cell that a geohash names, in degrees.</summary>
public readonly record struct GeohashCell
{
    /// <summary>Its southern border, which is in it.</summary>
    public double South { get; init; }

    /// <summary>Its northern border.</summary>
    public double North { get; init; }

    /// <summary>Its western border, which is in it.</summary>
    public double West { get; init; }

    /// <summary>Its eastern border.</summary>
    public double East { get; init; }

    /// <summary>The latitude of its middle.</summary>
    public double Latitude => (South + North) / 2;

    /// <summary>The longitude of its middle.</summary>
    public double Longitude => (West + East) / 2;
}
