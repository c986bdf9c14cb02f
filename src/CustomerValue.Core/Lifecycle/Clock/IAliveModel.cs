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

    /// <summary>The same for many customers.</summary>
    /// <param name="repeats">x of each.</param>
    /// <param name="recencyDays">t_x of each; as long as <paramref name="repeats"/>.</param>
    /// <param name="ageDays">T of each; as long as <paramref name="repeats"/>.</param>
    /// <param name="alive">Filled with A; as long as <paramref name="repeats"/>.</param>
    void ProbabilityAlive(ReadOnlySpan<int> repeats, ReadOnlySpan<int> recencyDays, ReadOnlySpan<int> ageDays, Span<double> alive);
}
