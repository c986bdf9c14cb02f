using System.Reflection;
using System.Runtime.ExceptionServices;
using CustomerValue.Tests.Loyalty;
using CustomerValue.Tests.Loyalty.Scenarios;

namespace CustomerValue.Tests.Stores;

/// <summary>The scenarios once more, on PostgreSQL.</summary>
public sealed class PostgreSqlScenarios
{
    private static readonly Type[] Classes = [typeof(BudgetScenarios), typeof(MemberScenarios), typeof(PointsScenarios), typeof(RefundScenarios)];

    public static TheoryData<string> All => [.. Classes.SelectMany(each => each.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is { } fact && fact is not TheoryAttribute).Select(method => each.Name + "." + method.Name))];

    [SkippableTheory]
    [MemberData(nameof(All))]
    public void Scenario(string name)
    {
        TestStore.SkipWithoutServer();
        Type scenarios = Classes.Single(each => name.StartsWith(each.Name + ".", StringComparison.Ordinal));
        Ledgers.Stores = TestStore.PostgreSql;
        try
        {
            scenarios.GetMethod(name[(scenarios.Name.Length + 1)..])!.Invoke(Activator.CreateInstance(scenarios), []);
        }
        catch (TargetInvocationException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerException!);
        }
        finally
        {
            Ledgers.Stores = null;
        }
    }
}
