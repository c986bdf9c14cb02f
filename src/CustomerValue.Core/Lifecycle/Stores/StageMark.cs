using NodaTime;

namespace CustomerValue.Lifecycle.Stores;

/// <summary>As much of a <see cref="StoredStage"/> as histories are put together from.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Run">The run's number.</param>
/// <param name="On">The day.</param>
/// <param name="Stage">The stage, by key; null for none.</param>
/// <param name="Transition">The transition, by id; null where nothing began any more.</param>
public readonly record struct StageMark(long Customer, long Run, LocalDate On, string? Stage, string? Transition);
