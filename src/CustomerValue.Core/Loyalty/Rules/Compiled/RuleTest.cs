using CustomerValue.Customers;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>One of the things that must be true for a rule to fire. Those of all rules lie one after another.</summary>
internal readonly record struct RuleTest
{
    public required TestForm Form { get; init; }

    /// <summary>The rule's place among the trigger's.</summary>
    public int Rule { get; init; }

    /// <summary>Where the tests of the next rule begin.</summary>
    public int Next { get; init; }

    /// <summary>The place of a filter among those of the programme.</summary>
    public int Filter { get; init; }

    /// <summary>Days of the week as bits.</summary>
    public int Weekdays { get; init; }

    /// <summary>The least millionths, or the first day.</summary>
    public long Least { get; init; }

    /// <summary>The most millionths, or the last day.</summary>
    public long Most { get; init; }

    /// <summary>The currency of the amounts.</summary>
    public Currency Currency { get; init; }

    public Condition? Condition { get; init; }

    public RuleWindow? Window { get; init; }

    public CompiledLimit? Limit { get; init; }
}
