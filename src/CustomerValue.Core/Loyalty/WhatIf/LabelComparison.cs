using CustomerValue.Customers;

namespace CustomerValue.Loyalty.WhatIf;

/// <summary>The members of a label (a segment, a value band) under two programmes.</summary>
public sealed record LabelComparison
{
    /// <summary>The label, or null for members without one.</summary>
    public required string? Label { get; init; }

    /// <summary>How many members it has.</summary>
    public required int Members { get; init; }

    /// <summary>How many of them gain.</summary>
    public required int Winners { get; init; }

    /// <summary>How many of them lose.</summary>
    public required int Losers { get; init; }

    /// <summary>The value of what they were granted and kept under the first programme.</summary>
    public required Money Before { get; init; }

    /// <summary>The same under the second one.</summary>
    public required Money After { get; init; }

    /// <summary>What they gain together.</summary>
    public Money Gain => After - Before;
}
