namespace CustomerValue.Lifecycle.Clock;

/// <summary>Any model that says how probable it is that a customer is still one. Immutable and thread-safe.</summary>
public interface IAliveModel
{
    /// <summary>The model and its fit, as evidence names it, such as <c>bg-nbd 2024-06-30</c>.</summary>
    string Version { get; }

    /// <summary>A in [0, 1]: not rising in <paramref name="ageDays"/>.</summary>
    /// <param name="repeats">x, repeat purchases, ≥ 0.</param>
    /// <param name="recencyDays">t_x, days from the first purchase to the last; 0 where x = 0.</param>
    /// <param name="ageDays">T, days from the first purchase to the day asked about; ≥ recency.</param>
    double ProbabilityAlive(int repeats, int recencyDays, int ageDays);
}
