using System.Reflection;
using CustomerValue.Customers;
using CustomerValue.DependencyInjection;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Tests.DesignRules;

/// <summary>Public types are closed and immutable, so that any of them may be shared between threads.</summary>
public sealed class PublicTypeTests
{
    private const BindingFlags OfInstance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>What changes by design: numbers given to keys while lines are read, the options that a host configures, a member's sums of what counts for his tier, what an evaluation of rules fills again and again, and an entry while its hash is taken over all else in it.</summary>
    private static readonly Type[] Mutable =
    [
        typeof(KeyIndex), typeof(CustomerValueOptions),
        typeof(Award), typeof(AwardList), typeof(RuleTrace), typeof(RuleOutcome), typeof(TierLedger),
        typeof(JournalEntry),
    ];

    private static readonly Type[] Changeable =
    [
        typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(IList<>), typeof(ICollection<>), typeof(IDictionary<,>), typeof(ISet<>), typeof(Span<>), typeof(Memory<>),
    ];

    private static readonly Type[] PublicTypes = [.. House.Packages.SelectMany(package => package.GetExportedTypes()).Where(type => !type.IsEnum && !type.IsInterface)];

    [Fact]
    public void A_public_class_is_sealed_or_abstract() => Breaches.None(PublicTypes.Where(type => !type.IsSealed && !type.IsAbstract).Select(type => type.FullName));

    [Fact]
    public void Nothing_is_set_after_it_was_made() => Breaches.None(
        from type in PublicTypes.Except(Mutable)
        from member in type.GetMembers(OfInstance)
        where member is FieldInfo { IsInitOnly: false } || (member is PropertyInfo { SetMethod: { } set } && !IsInit(set))
        select $"{type}.{member.Name}");

    [Fact]
    public void No_property_hands_out_what_can_be_changed() => Breaches.None(
        from type in PublicTypes
        from property in type.GetProperties()
        where CanBeChanged(property.PropertyType)
        select $"{type}.{property.Name}");

    [Fact]
    public void No_field_is_public() => Breaches.None(
        from type in PublicTypes
        from field in type.GetFields()
        where !field.IsLiteral
        select $"{type}.{field.Name}");

    [Fact]
    public void Every_exemption_is_needed() => Assert.All(Mutable, type => Assert.Contains(type.GetFields(OfInstance), field => !field.IsInitOnly));

    private static bool CanBeChanged(Type type) => type.IsArray
        || (type.IsConstructedGenericType && (Changeable.Contains(type.GetGenericTypeDefinition()) || type.GetGenericArguments().Any(CanBeChanged)));

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");
}
