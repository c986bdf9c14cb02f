using System.Globalization;

namespace CustomerValue.Benchmarks;

/// <summary>How much data the benchmarks run on: all of it, or the part that CUSTOMERVALUE_BENCHMARK_SCALE in (0, 1] asks for, to try them out.</summary>
internal static class Sizes
{
    public const int CdnowCustomers = 2_357;

    private static readonly double Scale = double.Parse(Environment.GetEnvironmentVariable("CUSTOMERVALUE_BENCHMARK_SCALE") ?? "1", CultureInfo.InvariantCulture);

    public static int Customers => Scaled(1_000_000);

    public static int PurchasesInMemory => Scaled(50_000_000);

    public static int PurchasesInFile => Scaled(10_000_000);

    private static int Scaled(int size) => (int)Math.Ceiling(size * Scale);
}
