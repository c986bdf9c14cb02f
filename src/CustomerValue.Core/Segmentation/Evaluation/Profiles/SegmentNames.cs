using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Evaluation.Profiles;

/// <summary>Names segments by what sets them apart most: z-scores of numbers, and of categories how many standard deviations of a share the segment is off.</summary>
internal static class SegmentNames
{
    private const double Telling = 0.5;
    private const double Noticeable = 0.1;
    private const int Usual = 3;
    private const int Most = 6;

    /// <summary>A name for each profile, no two alike in either language.</summary>
    public static LocalizedText[] Of(IReadOnlyList<SegmentProfile> profiles)
    {
        HashSet<string> english = new(StringComparer.OrdinalIgnoreCase), chinese = new(StringComparer.Ordinal);
        LocalizedText[] names = new LocalizedText[profiles.Count];
        // Larger segments get the plainer names.
        foreach (int index in Enumerable.Range(0, names.Length).OrderByDescending(index => profiles[index].Customers))
        {
            LocalizedText name = Candidates(profiles[index]).First(candidate => !english.Contains(candidate.English) && !chinese.Contains(candidate.Chinese));
            english.Add(name.English);
            chinese.Add(name.Chinese);
            names[index] = name;
        }

        return names;
    }

    /// <summary>Ever longer names, and at last numbered ones.</summary>
    private static IEnumerable<LocalizedText> Candidates(SegmentProfile profile)
    {
        bool isNamed = profile.Customers == 0 || profile.Segment.Key == CommonSegments.Incomplete.Key;
        LocalizedText plain = profile.Segment.Label;
        if (!isNamed)
        {
            (LocalizedText Word, double Strength)[] words = Words(profile);
            int telling = Math.Min(Usual, words.Count(word => word.Strength >= Telling));
            plain = Joined(words.Take(telling));
            for (int count = telling; count <= Math.Min(Most, words.Length); count++)
                yield return Joined(words.Take(count));
        }

        yield return plain;
        for (int number = 2; ; number++)
            yield return new LocalizedText($"{plain.English} ({number})", $"{plain.Chinese}（{number}）");
    }

    private static (LocalizedText Word, double Strength)[] Words(SegmentProfile profile)
    {
        IEnumerable<(LocalizedText Word, double Strength)> numbers = profile.Numbers.Select(number => (ColumnWords.Of(number.Column, number.ZScore > 0), Math.Abs(number.ZScore)));
        IEnumerable<(LocalizedText Word, double Strength)> categories = profile.Categories.Where(category => category.Share > 0.5 && category.Lift > 1)
            .Select(category => (new LocalizedText($"mostly {category.Category}", $"多为{category.Category}"), (category.Share - category.OverallShare) / Math.Sqrt(category.OverallShare * (1 - category.OverallShare))));
        return [.. numbers.Concat(categories).Where(word => word.Strength >= Noticeable).OrderByDescending(word => word.Strength)
            .GroupBy(word => word.Word.English, StringComparer.OrdinalIgnoreCase).Select(same => same.First())];
    }

    private static LocalizedText Joined(IEnumerable<(LocalizedText Word, double Strength)> words)
    {
        string english = string.Join(", ", words.Select(word => word.Word.English));
        return english.Length == 0 ? new LocalizedText("Average", "平均水平")
            : new LocalizedText(char.ToUpperInvariant(english[0]) + english.Substring(1), string.Join("、", words.Select(word => word.Word.Chinese)));
    }
}
