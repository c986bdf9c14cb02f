using CustomerValue.Customers;
using CustomerValue.Lifecycle.Definition;
using NodaTime;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>The stage of every customer on each of some days. Immutable.</summary>
public sealed class StageTimeline
{
    private readonly sbyte[] stages;

    internal StageTimeline(LifecycleDefinition definition, PurchaseCalendar purchases, IReadOnlyList<LocalDate> dates, sbyte[] stages) =>
        (Definition, Purchases, Dates, this.stages) = (definition, purchases, Array.AsReadOnly(dates.ToArray()), stages);

    /// <summary>The definition.</summary>
    public LifecycleDefinition Definition { get; }

    /// <summary>The purchases, whose customers the rows are.</summary>
    public PurchaseCalendar Purchases { get; }

    /// <summary>The days, rising.</summary>
    public IReadOnlyList<LocalDate> Dates { get; }

    /// <summary>Places of the stages of all customers on a day; −1 for those who had not bought by then.</summary>
    /// <param name="date">Place in <see cref="Dates"/>.</param>
    public ReadOnlySpan<sbyte> On(int date) => stages.AsSpan(date * Purchases.Count, Purchases.Count);

    /// <summary>Customers in each stage on a day.</summary>
    /// <param name="date">Place in <see cref="Dates"/>.</param>
    public IReadOnlyList<int> Sizes(int date) => Count(On(date), Definition.Stages.Count);

    internal static IReadOnlyList<int> Count(ReadOnlySpan<sbyte> stages, int count)
    {
        int[] sizes = new int[count];
        foreach (sbyte stage in stages)
        {
            if (stage >= 0)
                sizes[stage]++;
        }

        return Array.AsReadOnly(sizes);
    }
}
