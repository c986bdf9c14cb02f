using System.Reflection;
using CustomerValue.Customers;
using CustomerValue.DependencyInjection;
using CustomerValue.Json;

namespace CustomerValue.Tests.DesignRules;

/// <summary>What the rules look at: the assemblies, their rooms, and their sources where the tests run from a checkout.</summary>
internal static class House
{
    public static Assembly Core { get; } = typeof(Purchase).Assembly;

    /// <summary>The packages that ship for netstandard2.0 too.</summary>
    public static IReadOnlyList<Assembly> Packages { get; } = [Core, typeof(CardsJson).Assembly, typeof(CustomerValueBuilder).Assembly];

    /// <summary>The parts of a type's namespace below CustomerValue, the first of which is its room; null for a type that is not of the core, or came from a tool.</summary>
    public static string[]? Place(Type type) =>
        type.Assembly == Core && type.Namespace is { } name && name.Split('.')[0] == "CustomerValue" ? name.Split('.')[1..] : null;

    /// <summary>The type a person wrote around a nested or compiler-made one.</summary>
    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>The checkout the tests were built in; skips the test where there is none.</summary>
    public static string Checkout()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CustomerValue.Core.sln")))
            folder = folder.Parent;
        Skip.If(folder is null, "needs the sources; run the tests from a checkout");
        return folder!.FullName;
    }
}
