using System.Reflection;
using System.Runtime.Versioning;
using CustomerValue.Customers;
using CustomerValue.DependencyInjection;
using CustomerValue.Json;

namespace CustomerValue.Tests.Runtimes;

/// <summary>The two test projects share their tests; each must load the build that it is there for.</summary>
public sealed class TestedBuildTests
{
#if TESTS_NETSTANDARD
    private const string Framework = ".NETStandard,Version=v2.0";
#else
    private const string Framework = ".NETCoreApp,Version=v10.0";
#endif

    [Theory]
    [InlineData(typeof(Purchase))]
    [InlineData(typeof(CardsJson))]
    [InlineData(typeof(CustomerValueBuilder))]
    public void The_build_under_test_is_the_one_of_this_project(Type type) =>
        Assert.Equal(Framework, type.Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
}
