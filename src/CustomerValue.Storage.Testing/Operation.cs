namespace CustomerValue.Storage.Testing;

/// <summary>Something that was asked for and answered.</summary>
/// <param name="Invoked">When it was asked for, on a clock that all share.</param>
/// <param name="Returned">When the answer was there.</param>
/// <param name="Apply">What it makes of a state; null where the answer can't have come from it.</param>
internal sealed record Operation(long Invoked, long Returned, Func<long, long?> Apply);
