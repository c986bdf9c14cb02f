using NodaTime;

namespace CustomerValue.Loyalty.Events;

/// <summary>What is known of a member as a person: kept apart from the journal, so that it can be forgotten.</summary>
public sealed record MemberProfile
{
    /// <summary>Nothing is known.</summary>
    public static MemberProfile Unknown { get; } = new();

    /// <summary>The birthday, or null.</summary>
    public LocalDate? Birthday { get; init; }

    /// <summary>When the birthday was proved, or null where nobody checked it.</summary>
    public Instant? BirthdayVerifiedAt { get; init; }

    /// <summary>Further facts by name, such as <c>city</c>.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Labels by segmentation, such as <c>rfm → champions</c>.</summary>
    public IReadOnlyDictionary<string, string> Segments { get; init; } = new Dictionary<string, string>();

    /// <summary>Hashes of what identifies a person (<c>phone</c>, <c>address</c>, <c>payment</c>), for finding that two members are one.</summary>
    public IReadOnlyDictionary<string, string> IdentityHashes { get; init; } = new Dictionary<string, string>();
}
