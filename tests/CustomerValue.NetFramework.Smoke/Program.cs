using CustomerValue.Tests.Runtimes;

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

Console.WriteLine($"{passed} passed, {failed} failed on {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}");
return failed == 0 ? 0 : 1;
