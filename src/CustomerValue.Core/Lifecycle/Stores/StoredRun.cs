using NodaTime;

namespace CustomerValue.Lifecycle.Stores;

/// <summary>A run as it was recorded: what was said of customers up to a day, by which definition, when and by whom.</summary>
public sealed record StoredRun
{
    /// <summary>Its number among the runs of all lifecycles of a store, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The key by which it is known if it is sent again.</summary>
    public required string Key { get; init; }

    /// <summary>The key of the definition.</summary>
    public required string Lifecycle { get; init; }

    /// <summary>The version of the definition.</summary>
    public required string DefinitionVersion { get; init; }

    /// <summary><see cref="Definition.LifecycleDefinition.Hash"/>.</summary>
    public required string DefinitionHash { get; init; }

    /// <summary>The last day looked at.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>When it was recorded: from then on it is known.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Who recorded it; null where nobody says.</summary>
    public required string? Actor { get; init; }

    /// <summary>SHA-256 of what was sent, as 64 hexadecimal digits: day, definition and every customer's history, without its evidence.</summary>
    public required string Payload { get; init; }

    /// <summary>How many customers were looked at.</summary>
    public required int Customers { get; init; }

    /// <summary>Of how many of them something was written.</summary>
    public required int Changed { get; init; }
}
