namespace CustomerValue.Loyalty.WhatIf;

/// <summary>Members who have a tier under the first programme and a tier under the second.</summary>
/// <param name="From">The tier under the first one, or null where it has none.</param>
/// <param name="To">The tier under the second one, or null where it has none.</param>
/// <param name="Members">How many.</param>
public sealed record TierMove(string? From, string? To, int Members);
