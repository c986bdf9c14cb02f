using System.Reflection;
using System.Runtime.ExceptionServices;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Tests.Loyalty;
using CustomerValue.Tests.Loyalty.Scenarios;

namespace CustomerValue.Tests.Stores;

/// <summary>The scenarios once more: on PostgreSQL, and where nothing is known of a member but his snapshot.</summary>
public sealed class ScenariosAgain
{
    private static readonly Type[] Classes = [typeof(BudgetScenarios), typeof(MemberScenarios), typeof(PointsScenarios), typeof(RefundScenarios)];

    public static TheoryData<string> All => [.. Classes.SelectMany(each => each.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is { } fact && fact is not TheoryAttribute).Select(method => each.Name + "." + method.Name))];

    [SkippableTheory]
    [MemberData(nameof(All))]
    public void On_PostgreSQL(string name)
    {
        TestStore.SkipWithoutServer();
        Run(name, programs => LoyaltyLedger.Open(programs, TestStore.PostgreSql().Open()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void From_snapshots(string name) => Run(name, programs => Ledgers.OfSnapshots(programs, TestStore.Sqlite()));

    private static void Run(string name, Func<ProgramVersions, LoyaltyLedger> open)
    {
        Type scenarios = Classes.Single(each => name.StartsWith(each.Name + ".", StringComparison.Ordinal));
        Ledgers.Opening = open;
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
            Ledgers.Opening = null;
        }
    }
}
