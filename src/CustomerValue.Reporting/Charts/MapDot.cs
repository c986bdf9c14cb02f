namespace CustomerValue.Reporting.Charts;

/// <summary>A dot of a <see cref="MapChart"/>.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Size">Its area beside the other dots'.</param>
/// <param name="Strength">Its shade in [0, 1].</param>
/// <param name="Name">Written beside it where there is room.</param>
/// <param name="Tip">Shown on hovering.</param>
internal readonly record struct MapDot(double Latitude, double Longitude, double Size, double Strength, string Name, string Tip);
