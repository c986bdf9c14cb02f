using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>What guards made of guards have in common.</summary>
internal static class GuardParts
{
    /// <summary>Deeper guards than a person writes would let a file exhaust the stack or the checks.</summary>
    private const int MostParts = 32;

    public static Guard[] Checked(Guard[] guards)
    {
        if (guards.Length > MostParts)
            throw new ArgumentException($"{guards.Length} guards in one; at most {MostParts} are allowed.", nameof(guards));
        if (Array.IndexOf(guards, null) >= 0)
            throw new ArgumentException("A guard is null.", nameof(guards));
        return [.. guards];
    }

    public static LocalizedText Join(Guard[] guards, Guard whole, string english, string chinese)
    {
        // A part of the other kind stands in brackets, or "a or b and c" could be read in two ways.
        string Of(Guard guard, DisplayLanguage language) => guard is CompareGuard || guards.Length == 1 || guard.GetType() == whole.GetType() ? guard.Describe().In(language) : $"({guard.Describe().In(language)})";
        return new(string.Join(english, guards.Select(guard => Of(guard, DisplayLanguage.English))), string.Join(chinese, guards.Select(guard => Of(guard, DisplayLanguage.Chinese))));
    }
}
