using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules;

/// <summary>What must hold for a rule to fire: typed forms, never a text that is run. A user adds one by a type of his own that derives from this one.</summary>
public abstract record Condition
{
    /// <summary>Whether it holds; <see cref="Truth.Unknown"/> where a fact that it needs is not there. A rule fires on <see cref="Truth.True"/> only.</summary>
    public abstract Truth Test(in RuleFacts facts);

    /// <summary>What it asks, for traces and terms: <c>the eligible amount is at least 20.00 CNY</c>.</summary>
    public abstract LocalizedText Describe();

    /// <summary>What was found instead, for traces: <c>15.00 CNY</c>; or what is unknown.</summary>
    public abstract LocalizedText Actual(in RuleFacts facts);

    /// <summary>Writes what it consists of, so that programmes of equal content have equal hashes.</summary>
    public abstract void WriteTo(ContentWriter writer);
}
