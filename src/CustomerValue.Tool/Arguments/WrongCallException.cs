namespace CustomerValue.Tool.Arguments;

/// <summary>Options that are each right, but not together.</summary>
internal sealed class WrongCallException(params IReadOnlyList<string> problems) : Exception(string.Join(' ', problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
