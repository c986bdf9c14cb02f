using System.Reflection;
using CustomerValue.Customers;
using CustomerValue.DependencyInjection;

namespace CustomerValue.Tests.DesignRules;

/// <summary>Public types are closed and immutable, so that any of them may be shared between threads.</summary>
public sealed class PublicTypeTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>What changes by design: what things are built in, and the options that a host configures.</summary>
    private static readonly Type[] Mutable = [typeof(PurchaseSummaryBuilder), typeof(KeyIndex), typeof(CustomerValueOptions)];

    private static readonly Type[] Changeable =
    [
        typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(IList<>), typeof(ICollection<>), typeof(IDictionary<,>), typeof(ISet<>), typeof(Span<>), typeof(Memory<>),
    ];

    public static TheoryData<Type> PublicTypes => [.. House.Packages.SelectMany(package => package.GetExportedTypes()).Where(type => !type.IsEnum && !type.IsInterface)];

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_class_is_sealed_or_abstract(Type type) => Assert.True(type.IsSealed || type.IsAbstract);

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Nothing_is_set_after_it_was_made(Type type)
    {
        if (Mutable.Contains(type))
            return;
        Assert.Empty(type.GetFields(Declared).Where(field => !field.IsInitOnly).Select(field => field.Name));
        Assert.Empty(type.GetProperties(Declared).Where(property => property.SetMethod is { } set && !IsInit(set)).Select(property => property.Name));
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void No_property_hands_out_what_can_be_changed(Type type) => Assert.Empty(
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(property => CanBeChanged(property.PropertyType)).Select(property => property.Name)
            .Concat(type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(field => !field.IsLiteral).Select(field => field.Name)));

    /// <summary>What is exempt is really so: an exemption that nobody needs is struck off.</summary>
    [Fact]
    public void Every_exemption_is_needed() =>
        Assert.All(Mutable, type => Assert.True(type.GetFields(Declared).Any(field => !field.IsInitOnly || CanBeChanged(field.FieldType) || Mutable.Contains(field.FieldType)), type.Name));

    private static bool CanBeChanged(Type type) => type.IsArray
        || (type.IsConstructedGenericType && (Changeable.Contains(type.GetGenericTypeDefinition()) || type.GetGenericArguments().Any(CanBeChanged)));

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");
}
