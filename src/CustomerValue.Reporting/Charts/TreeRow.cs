namespace CustomerValue.Reporting.Charts;

/// <summary>A row of a <see cref="TreeChart"/>.</summary>
/// <param name="Parent">Which row it hangs from; −1 for the root, which comes first.</param>
/// <param name="Depth">How many rows it hangs below the root.</param>
/// <param name="Name">What stands beside its dot.</param>
/// <param name="Size">Its dot's area beside the others'; below 0 it is drawn in the warm colour. Null draws no dot: the row stands for many.</param>
/// <param name="First">The number in the first column.</param>
/// <param name="Second">The number in the second column.</param>
/// <param name="Tip">Shown on hovering.</param>
internal readonly record struct TreeRow(int Parent, int Depth, string Name, double? Size, string First, string Second, string Tip);
