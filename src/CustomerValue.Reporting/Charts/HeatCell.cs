namespace CustomerValue.Reporting.Charts;

/// <summary>A cell of a <see cref="HeatTable"/>.</summary>
/// <param name="Text">What stands in it; plain text.</param>
/// <param name="Strength">Its shade in [−1, 1]: above 0 in the accent colour, below in the warm one.</param>
/// <param name="Tip">Shown on hovering.</param>
/// <param name="Small">What stands below in small type; null for nothing.</param>
internal readonly record struct HeatCell(string Text, double Strength, string Tip, string? Small = null);
