using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>A stage of a lifecycle.</summary>
public sealed record LifecycleStage
{
    /// <summary>The stable key for files and code, such as <c>at-risk</c>: lower-case letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people read.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>Who is in it, in a sentence; empty where nothing is to be said.</summary>
    public LocalizedText Description { get; init; }

    /// <summary>How well a customer in it stands; more is better. The passing of time never leads to a better stage.</summary>
    public required int Standing { get; init; }

    /// <summary>Whether the stage is meant to be an end: it need not be left. Default: false.</summary>
    public bool IsEnd { get; init; }
}
