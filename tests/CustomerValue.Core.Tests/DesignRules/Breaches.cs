namespace CustomerValue.Tests.DesignRules;

/// <summary>Asserts that a rule has no breach, and otherwise names every one in full.</summary>
internal static class Breaches
{
    public static void None(IEnumerable<string?> breaches)
    {
        string[] found = [.. breaches.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found));
    }
}
