using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules;

/// <summary>What a rule does when it fires: typed forms.</summary>
public abstract record Effect
{
    /// <summary>What it does, for traces and terms: <c>1 point per 1.00 CNY</c>.</summary>
    public abstract LocalizedText Describe();

    /// <summary>Writes what it consists of, so that programmes of equal content have equal hashes.</summary>
    public abstract void WriteTo(ContentWriter writer);
}
