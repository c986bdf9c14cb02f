using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Tests.Segmentation.Laws;

namespace CustomerValue.Tests.Segmentation.Rules;

/// <summary>Rules and customers that several tests need.</summary>
internal static class RuleSamples
{
    public static Segment Segment(string key) => new() { Key = key, Label = new LocalizedText(key, key) };

    public static SegmentRule Rule(string key, Condition condition) => new(Segment(key), condition);

    public static CustomerBase People(params (string? Age, string? City)[] people) => PeopleOf(people).Base();

    public static Population PeopleOf(IEnumerable<(string? Age, string? City)> people) => new()
    {
        Profiles = [.. people.Select((person, i) => new CustomerProfile
        {
            Customer = new CustomerId($"c{i:D4}"),
            Attributes = new[] { ("age", person.Age), ("city", person.City) }.Where(pair => pair.Item2 is not null).ToDictionary(pair => pair.Item1, pair => pair.Item2!),
        })],
    };

    /// <summary>Every kind of condition, over ages, cities and days of joining.</summary>
    public static RuleSegmentation Everything() => RuleSegmentation.FirstMatch(
        [
            Rule("coast", Condition.All(Condition.Between("age", 30, 45), Condition.In("city", "上海", "宁波"))),
            Rule("old", Condition.Any(Condition.Compare("age", Comparison.AtLeast, 65), Condition.Compare("joined", Comparison.Less, new NodaTime.LocalDate(2000, 1, 1)))),
            Rule("homeless", Condition.All(Condition.Missing("city"), Condition.Not(Condition.Missing("age")))),
            Rule("winter", Condition.Between("joined", new NodaTime.LocalDate(2023, 12, 1), new NodaTime.LocalDate(2024, 3, 1))),
        ],
        Segment("other"));
}
