using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using CustomerValue.Customers;
using CustomerValue.DependencyInjection;
using CustomerValue.Json;
using CustomerValue.Tests.Runtimes;

Console.WriteLine(RuntimeInformation.FrameworkDescription);
foreach (Type type in new[] { typeof(Purchase), typeof(CardsJson), typeof(CustomerValueBuilder) })
    Console.WriteLine($"{type.Assembly.GetName().Name}: {type.Assembly.GetCustomAttribute<TargetFrameworkAttribute>().FrameworkName}");

int passed = 0;
int failed = 0;
foreach ((string name, string? failure) in SameNumbers.Check())
{
    if (failure is null)
        passed++;
    else
        failed++;
    Console.WriteLine(failure is null ? $"ok    {name}" : $"FAIL  {name}: {failure}");
}

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
