namespace CustomerValue.Reporting.Sections;

/// <summary>Whom a customer may win.</summary>
/// <param name="Node">In the graph.</param>
/// <param name="Probability">In (0, 1].</param>
internal readonly record struct Neighbour(int Node, double Probability);
