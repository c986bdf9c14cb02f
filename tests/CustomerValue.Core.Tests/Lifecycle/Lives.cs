using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Machine;
using NodaTime;

namespace CustomerValue.Tests.Lifecycle;

/// <summary>Customers for tests of lifecycles: days count from the first of 2024.</summary>
internal static class Lives
{
    public static readonly LocalDate Start = new(2024, 1, 1);

    /// <summary>A customer is expected to buy every 30 days, and of those who come back half do so within 30 days, all within 120.</summary>
    public static LifecycleClock Clock { get; } = new()
    {
        Prior = new GapPrior(2, 60),
        SecondPurchase = SecondPurchaseCurve.Estimate([30, 30, 60, 120, 400, 400], [true, true, true, true, false, false]),
    };

    /// <summary>A falls by half with every 100 days of silence.</summary>
    public static IReadOnlyList<AliveModelInForce> Halving { get; } = [new() { Model = new HalvingModel(100) }];

    public static LocalDate Day(int day) => Start.PlusDays(day);

    public static LifecycleEvent Event(string kind, int day, string? id = null, int? known = null) =>
        new() { Id = id ?? $"{kind}-{day}", Kind = kind, Day = Day(day), RecordedOn = known is int late ? Day(late) : null };

    public static LifecycleEvent[] Purchases(params int[] days) => [.. days.Select(day => Event("purchase", day))];

    /// <summary>Transitions as "day stage", such as "0 new".</summary>
    public static string[] Told(LifecycleHistory history) => [.. history.Changes.Select(change => $"{Period.DaysBetween(Start, change.On)} {change.Stage.Key}")];

    internal sealed class HalvingModel(double days, string version = "halving") : IAliveModel
    {
        public string Version => version;

        public double ProbabilityAlive(int repeats, int recencyDays, int ageDays) => repeats == 0 ? 1 : Math.Pow(0.5, (ageDays - recencyDays) / days);

        public void ProbabilityAlive(ReadOnlySpan<int> repeats, ReadOnlySpan<int> recencyDays, ReadOnlySpan<int> ageDays, Span<double> alive)
        {
            for (int row = 0; row < alive.Length; row++)
                alive[row] = ProbabilityAlive(repeats[row], recencyDays[row], ageDays[row]);
        }
    }
}
