using System.Text.Json.Serialization.Metadata;
using CustomerValue.Json.Reading;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Json;

/// <summary>
/// Conditions and effects of your own in documents of programmes: a name for each type, and how System.Text.Json reads and writes it. What is not registered
/// is refused, as is a field that the type doesn't have. Immutable; it may be used by any number of threads.
/// </summary>
public sealed class LoyaltyTypes
{
    private const int LongestName = 64;
    private readonly OwnForm<Condition>[] conditions;
    private readonly OwnForm<Effect>[] effects;

    private LoyaltyTypes(OwnForm<Condition>[] conditions, OwnForm<Effect>[] effects)
    {
        this.conditions = conditions;
        this.effects = effects;
    }

    /// <summary>No types beside those of the library.</summary>
    public static LoyaltyTypes None { get; } = new([], []);

    /// <summary>The same types and a condition.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">The field that names it, such as <c>evenLines</c>: 1 to 64 letters and digits, not the name of another condition.</param>
    /// <param name="form">Its fields, made by the source generator of System.Text.Json.</param>
    /// <exception cref="ArgumentException">The name has another form or is taken, or the type has a name.</exception>
    public LoyaltyTypes WithCondition<T>(string name, JsonTypeInfo<T> form)
        where T : Condition
    {
        Check(name, typeof(T), conditions, LoyaltyConditionReader.Names);
        return new([.. conditions, OwnForm<Condition>.Of(name, form)], effects);
    }

    /// <summary>The same types and an effect, which pays points by what it finds in the facts.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">The field that names it, such as <c>perLine</c>: 1 to 64 letters and digits, not the name of another effect.</param>
    /// <param name="form">Its fields, made by the source generator of System.Text.Json.</param>
    /// <exception cref="ArgumentException">The name has another form or is taken, or the type has a name.</exception>
    public LoyaltyTypes WithEffect<T>(string name, JsonTypeInfo<T> form)
        where T : AwardEffect
    {
        Check(name, typeof(T), effects, LoyaltyRuleReader.EffectNames);
        return new(conditions, [.. effects, OwnForm<Effect>.Of(name, form)]);
    }

    internal IEnumerable<string> ConditionNames => conditions.Select(form => form.Name);

    internal IEnumerable<string> EffectNames => effects.Select(form => form.Name);

    internal OwnForm<Condition>? ConditionOf(string name) => Array.Find(conditions, form => form.Name == name);

    internal OwnForm<Condition>? ConditionOf(Condition condition) => Array.Find(conditions, form => form.Type == condition.GetType());

    internal OwnForm<Effect>? EffectOf(string name) => Array.Find(effects, form => form.Name == name);

    internal OwnForm<Effect>? EffectOf(Effect effect) => Array.Find(effects, form => form.Type == effect.GetType());

    private static void Check<T>(string name, Type type, OwnForm<T>[] forms, IEnumerable<string> taken)
        where T : class
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        if (name.Length is 0 or > LongestName || !name.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
            throw new ArgumentException($"'{name}' is no name for a form: give 1 to {LongestName} letters and digits.", nameof(name));
        if (taken.Contains(name) || forms.Any(form => form.Name == name))
            throw new ArgumentException($"'{name}' is already the name of another form; give one of your own.", nameof(name));
        if (forms.Any(form => form.Type == type))
            throw new ArgumentException($"{type.Name} is registered already; a type has one name.", nameof(name));
    }
}
