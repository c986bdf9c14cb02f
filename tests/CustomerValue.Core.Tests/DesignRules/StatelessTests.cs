using System.Reflection;
using System.Runtime.CompilerServices;
using CustomerValue.Contribution;
using CustomerValue.LifetimeValue;
using CustomerValue.Segmentation;

namespace CustomerValue.Tests.DesignRules;

/// <summary>What fits, divides and counts holds no state: one of each serves every thread.</summary>
public sealed class StatelessTests
{
    private static readonly Type[] Kinds = [typeof(IPurchaseModelEstimator), typeof(ISpendModelEstimator), typeof(ISegmentationStrategy), typeof(IContributionCalculator)];

    private static readonly Type[] Parts = [.. House.Core.GetTypes().Where(type => type.IsClass && !type.IsAbstract && Kinds.Any(kind => kind.IsAssignableFrom(type)))];

    [Fact]
    public void A_part_that_can_be_chosen_holds_no_state() =>
        Breaches.None(Parts.SelectMany(Fields).Where(field => !field.IsInitOnly || CanBeChanged(field.FieldType)).Select(field => $"{field.DeclaringType}.{field.Name}"));

    [Fact]
    public void Every_kind_has_a_part() => Assert.All(Kinds, kind => Assert.Contains(Parts, kind.IsAssignableFrom));

    /// <summary>Lambdas that the compiler keeps in static fields are always the same.</summary>
    [Fact]
    public void Nothing_static_ever_changes() =>
        Breaches.None(House.Packages.SelectMany(package => package.GetTypes())
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), false))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral)
            .Select(field => $"{field.DeclaringType}.{field.Name}"));

    /// <summary>A part may keep options and other parts: records and interfaces of the house, and delegates; no arrays and collections.</summary>
    private static bool CanBeChanged(Type type) => type.IsArray || (type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && House.Place(type) is null);

    private static IEnumerable<FieldInfo> Fields(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
}
