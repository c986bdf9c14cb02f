namespace CustomerValue.DependencyInjection;

/// <summary>That a part of some kind is registered by a name, so that options can be checked before anything is made.</summary>
/// <param name="Kind">The interface.</param>
/// <param name="Name">The name.</param>
internal sealed record RegisteredPart(Type Kind, string Name);
