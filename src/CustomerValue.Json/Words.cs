using CustomerValue.Contribution;
using CustomerValue.Customers;

namespace CustomerValue.Json;

/// <summary>The words that stand for enumerations in documents.</summary>
internal static class Words
{
    public static readonly IReadOnlyDictionary<string, TimeUnit> Units = new Dictionary<string, TimeUnit>
    {
        ["day"] = TimeUnit.Day,
        ["week"] = TimeUnit.Week,
        ["month"] = TimeUnit.Month,
        ["year"] = TimeUnit.Year,
    };

    public static readonly IReadOnlyDictionary<string, ContributionLevel> Levels = new Dictionary<string, ContributionLevel>
    {
        ["low"] = ContributionLevel.Low,
        ["middle"] = ContributionLevel.Middle,
        ["high"] = ContributionLevel.High,
    };

    /// <summary>The word of a value.</summary>
    public static string Of<T>(IReadOnlyDictionary<string, T> words, T value)
    {
        foreach (KeyValuePair<string, T> word in words)
        {
            if (EqualityComparer<T>.Default.Equals(word.Value, value))
                return word.Key;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, $"There is a word only for {string.Join(", ", words.Values)}.");
    }
}
