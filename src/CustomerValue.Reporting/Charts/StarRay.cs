namespace CustomerValue.Reporting.Charts;

/// <summary>A neighbour in a <see cref="StarChart"/>.</summary>
/// <param name="Name">What stands beside it.</param>
/// <param name="Size">Its area beside the centre's and the other pictures'.</param>
/// <param name="Strength">How thick the line to it is, in [0, 1].</param>
/// <param name="Style">The class of its dot.</param>
/// <param name="Tip">Shown on hovering.</param>
internal readonly record struct StarRay(string Name, double Size, double Strength, string Style, string Tip);
