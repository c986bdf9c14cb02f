using System.Reflection;
using CustomerValue.Numerics;

namespace CustomerValue.Tests.DesignRules;

/// <summary>
/// The core is pure because of what it doesn't mention. An analyzer refuses banned symbols while compiling;
/// here the compiled code is held to the same list, in case the analyzer was switched off, as a whole or by a pragma.
/// </summary>
public sealed class PurityTests
{
    private static readonly Type[] MayMakeThreads = [typeof(Partitions)];

    [SkippableFact]
    public void The_core_mentions_no_banned_symbol()
    {
        string[] banned = File.ReadLines(Path.Combine(House.Checkout(), "src/CustomerValue.Core/BannedSymbols.txt")).Where(line => line.Length > 0).Select(line => line.Split(';')[0]).ToArray();
        Assert.Contains("N:System.IO", banned);
        Breaches.None(
            from owner in CodeReader.Read(House.Core)
            where !MayMakeThreads.Contains(owner.Key)
            from mentioned in owner
            from symbol in banned
            where Is(mentioned, symbol)
            select $"{owner.Key} mentions {symbol}");
    }

    [Fact]
    public void The_reader_sees_the_threads_that_are_allowed() =>
        Assert.All(MayMakeThreads, type => Assert.Contains(CodeReader.Read(House.Core)[type], mentioned => Is(mentioned, "T:System.Threading.Tasks.Parallel")));

    [Fact]
    public void The_core_needs_MathNet_NodaTime_and_the_framework()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Assert.Equal(["MathNet.Numerics", "NodaTime"], House.Core.GetReferencedAssemblies()
            .Where(name => Path.GetDirectoryName(Assembly.Load(name).Location) != framework).Select(name => name.Name).Order());
    }

#if TESTS_NETSTANDARD
    /// <summary>System.Memory brings the other two.</summary>
    [Fact]
    public void On_netstandard_the_framework_is_itself_and_System_Memory() =>
        Assert.Equal(["System.Buffers", "System.Memory", "System.Numerics.Vectors", "netstandard"], House.Core.GetReferencedAssemblies().Select(name => name.Name!).Except(["MathNet.Numerics", "NodaTime"]).Order(StringComparer.Ordinal));
#endif

    /// <summary>Whether a member is a symbol by its documentation id: a namespace and all in it, a type, a property, or a method without parameters.</summary>
    private static bool Is(MemberInfo member, string symbol)
    {
        string name = symbol[2..];
        return symbol[0] switch
        {
            'N' => member is Type type && (type.Namespace == name || type.Namespace?.StartsWith(name + ".", StringComparison.Ordinal) == true),
            'T' => member is Type type && type.FullName == name,
            'P' => member is MethodInfo method && (Named(method, "get_", name) || Named(method, "set_", name)),
            'M' when !name.Contains('(') => member is MethodBase method && method.GetParameters().Length == 0 && $"{method.DeclaringType!.FullName}.{method.Name.Replace('.', '#')}" == name,
            _ => throw new NotSupportedException($"no reading for the banned symbol {symbol}"),
        };
    }

    private static bool Named(MethodInfo accessor, string prefix, string property) =>
        accessor.Name.StartsWith(prefix, StringComparison.Ordinal) && $"{accessor.DeclaringType!.FullName}.{accessor.Name[prefix.Length..]}" == property;
}
