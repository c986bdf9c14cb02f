namespace CustomerValue.Tool.Commands;

/// <summary>The forms of a diagram.</summary>
internal enum DiagramForm
{
    Mermaid,
    Dot,
}
