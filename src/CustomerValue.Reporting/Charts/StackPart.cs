namespace CustomerValue.Reporting.Charts;

/// <summary>A part of a bar of <see cref="StackedBars"/>.</summary>
/// <param name="Style">Its class.</param>
/// <param name="Value">How long; below 0 it is drawn to the left of the others.</param>
/// <param name="Text">What stands in it where there is room.</param>
internal readonly record struct StackPart(string Style, double Value, string Text);
