namespace CustomerValue.Reporting.Charts;

/// <summary>A part of a <see cref="Treemap"/>.</summary>
/// <param name="Name">What stands in it where there is room.</param>
/// <param name="Size">Its area; nothing is drawn where it is not above 0.</param>
/// <param name="Strength">Its shade in [0, 1]; only parts without parts of their own have one.</param>
/// <param name="Tip">Shown on hovering.</param>
/// <param name="Parts">What it is made of; only drawn one level deep.</param>
internal sealed record TreemapPart(string Name, double Size, double Strength, string Tip, IReadOnlyList<TreemapPart> Parts);
