using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rewards;

namespace CustomerValue.Tests.Readme.LoyaltyPages;

/// <summary>docs/loyalty/policies.md names every choice that a programme has, with its default, and scenarios that there are.</summary>
public sealed class PoliciesPageTests
{
    /// <summary>What the page writes as a list, or under another name than the value's.</summary>
    private static readonly Dictionary<string, string> Written = new()
    {
        ["RemainingExpiredSpent"] = "[\"remaining\",\"expired\",\"spent\"]",
        ["RemainingSpentExpired"] = "[\"remaining\",\"spent\",\"expired\"]",
        ["Grace"] = "{\"grace\":\"P30D\"}",
    };

    private static readonly string Page = Pages.Read("docs/loyalty/policies.md");

    /// <summary>The choices between behaviours; a kind of reward is none.</summary>
    public static TheoryData<Type> Choices => [.. Enums(typeof(LoyaltyProgram), []).Where(type => type != typeof(RewardKind)).OrderBy(type => type.Name, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Choices))]
    public void Every_value_of_every_choice_is_on_the_page(Type choice) => Assert.All(Enum.GetNames(choice), name => Assert.Contains($"`{Word(name)}`", Page, StringComparison.Ordinal));

    /// <summary>The mode of a group has none: a document has to say it.</summary>
    [Theory]
    [MemberData(nameof(Choices))]
    public void Every_default_is_bold(Type choice)
    {
        if (choice != typeof(GroupMode))
            Assert.Contains($"**`{Word(Enum.GetName(choice, 0)!)}`", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_choices_are_found() => Assert.InRange(Choices.Count, 17, 30);

    [Fact]
    public void Every_field_of_the_policies_is_on_the_page()
    {
        JsonNode schema = JsonNode.Parse(Pages.Read("docs/schemas/loyalty-program.schema.json"))!;
        JsonObject policies = schema["$defs"]!["policies"]!["properties"]!.AsObject();
        Assert.Contains("holdTimeout", policies.Select(field => field.Key));
        Assert.All(Fields(policies, "policies"), field => Assert.Contains($"`{field}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_scenarios_and_tests_that_it_names_are_there()
    {
        string tests = string.Concat(new[] { "PointsScenarios", "RefundScenarios", "MemberScenarios", "BudgetScenarios" }.Select(name => Pages.Read($"tests/CustomerValue.Core.Tests/Loyalty/Scenarios/{name}.cs")))
            + string.Concat(new[] { "Rules/RuleScenarioTests", "Tiers/TierScenarioTests", "Calendars/CalendarScenarioTests" }.Select(name => Pages.Read($"tests/CustomerValue.Core.Tests/Loyalty/{name}.cs")))
            + string.Concat(new[] { "Points", "Refund", "Member", "Rule" }.Select(name => Pages.Read($"tests/CustomerValue.Tool.Tests/Tool/Loyalty{name}Scenarios.cs")));
        string[] scenarios = [.. Regex.Matches(Page, @"\b([SA]\d+)\b").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];
        Assert.All(scenarios, scenario => Assert.Matches($@" {scenario}[a-z]?_", tests));
        Assert.All(Regex.Matches(Page, @"`(\w+Tests)`").Select(match => match.Groups[1].Value), name => Assert.Contains(typeof(PoliciesPageTests).Assembly.GetTypes(), type => type.Name == name));
        // Every scenario but those without a choice is met on the page.
        Assert.Empty(Enumerable.Range(1, 25).Select(number => $"S{number:D2}").Except(scenarios));
    }

    private static string Word(string name) => Written.TryGetValue(name, out string? word) ? word : char.ToLowerInvariant(name[0]) + name[1..];

    private static IEnumerable<string> Fields(JsonObject properties, string path) => properties.SelectMany(field =>
        field.Value!["properties"] is JsonObject parts ? Fields(parts, $"{path}.{field.Key}") : [$"{path}.{field.Key}"]);

    /// <summary>The enumerations of the library in a type's properties and those of its parts.</summary>
    private static IEnumerable<Type> Enums(Type type, HashSet<Type> seen)
    {
        foreach (Type part in type.GetProperties().SelectMany(property => property.PropertyType.GetGenericArguments().Append(property.PropertyType)))
        {
            if (part.Namespace?.StartsWith("CustomerValue.Loyalty", StringComparison.Ordinal) != true || !seen.Add(part))
                continue;
            if (part.IsEnum)
                yield return part;
            foreach (Type further in Enums(part, seen))
                yield return further;
        }
    }
}
