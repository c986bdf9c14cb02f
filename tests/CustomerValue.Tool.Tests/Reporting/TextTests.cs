using System.Reflection;
using System.Text.RegularExpressions;
using CustomerValue.Labels;
using CustomerValue.Reporting;

namespace CustomerValue.Tool.Tests.Reporting;

public class TextTests
{
    public static TheoryData<string> Names => [.. Texts.Keys];

    private static Dictionary<string, LocalizedText> Texts { get; } = typeof(HtmlReport).Assembly.GetTypes()
        .Where(type => type.Namespace == "CustomerValue.Reporting.Texts")
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(field => field.FieldType == typeof(LocalizedText))
        .ToDictionary(field => $"{field.DeclaringType!.Name}.{field.Name}", field => (LocalizedText)field.GetValue(null)!);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_is_there_in_both_languages_with_the_same_places(string name)
    {
        LocalizedText text = Texts[name];
        Assert.Matches("[A-Za-z]", text.English);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", text.English);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text.Chinese);
        Assert.Equal(Places(text.English), Places(text.Chinese));
    }

    [Fact]
    public void No_text_is_there_twice()
    {
        HashSet<string> written = [];
        foreach ((string name, LocalizedText text) in Texts)
            Assert.True(written.Add(text.English + text.Chinese), $"{name} says what another text says already");
    }

    private static string[] Places(string text) => [.. Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Distinct().Order()];
}
