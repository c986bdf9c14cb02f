namespace CustomerValue.Tests;

/// <summary>Tests that take minutes at full size, and are small otherwise. docs/long-tests.md lists them.</summary>
internal static class LongTests
{
    private const string Variable = "CUSTOMERVALUE_LONG_TESTS";

    /// <summary>Whether they are asked for: the variable has any value.</summary>
    public static bool Asked => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Whether mutants are tested, of which each is to be found by little: CUSTOMERVALUE_MUTATION has any value.</summary>
    public static bool IsMutation => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CUSTOMERVALUE_MUTATION"));

    /// <summary>Skips a test that has no small size.</summary>
    public static void SkipUnlessAsked() => Skip.IfNot(Asked, $"takes minutes; set {Variable} to run it");
}
