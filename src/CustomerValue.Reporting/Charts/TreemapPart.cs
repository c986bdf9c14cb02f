namespace CustomerValue.Reporting.Charts;

/// <summary>A part of a <see cref="Treemap"/>.</summary>
/// <param name="Name">What stands in it where there is room.</param>
/// <param name="Size">Its area; nothing is drawn where it is not above 0.</param>
/// <param name="Worth">What it is shaded by, from the least to the highest drawn; parts with parts of their own are not.</param>
/// <param name="Tip">Shown on hovering.</param>
/// <param name="Parts">What it is made of; only drawn one level deep.</param>
internal sealed record TreemapPart(string Name, double Size, double Worth, string Tip, IReadOnlyList<TreemapPart> Parts);
