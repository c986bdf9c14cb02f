using CustomerValue.Customers;
using CustomerValue.Customers.Summing;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;
using NodaTime;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>The stage of every customer on a day, as columns in the order of the purchases' customers. Immutable.</summary>
public sealed class StageColumns
{
    private readonly sbyte[] stages;
    private readonly Func<int, int> since;
    private readonly Func<int, LocalizedText> explain;

    /// <param name="definition">The definition.</param>
    /// <param name="purchases">The purchases.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="stages">Places of stages.</param>
    /// <param name="since">The day on which a row's stage began; asked for where somebody wants to know.</param>
    /// <param name="explain">Why a row's stage began.</param>
    internal StageColumns(LifecycleDefinition definition, PurchaseCalendar purchases, LocalDate asOf, sbyte[] stages, Func<int, int> since, Func<int, LocalizedText> explain) =>
        (Definition, Purchases, AsOf, this.stages, this.since, this.explain) = (definition, purchases, asOf, stages, since, explain);

    /// <summary>The definition.</summary>
    public LifecycleDefinition Definition { get; }

    /// <summary>The purchases, whose customers the rows are.</summary>
    public PurchaseCalendar Purchases { get; }

    /// <summary>The day.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Places of stages in the definition; −1 for customers who had not bought by then.</summary>
    public ReadOnlySpan<sbyte> Stages => stages;

    /// <summary>Since when the customer of a row is in the stage; null in none.</summary>
    public LocalDate? Since(int row) => stages[row] < 0 ? null : DayNumber.Date(since(row));

    /// <summary>Why the stage of a row began: the transition and its evidence; null in none.</summary>
    public LocalizedText? Reason(int row) => stages[row] < 0 ? null : explain(row);

    /// <summary>Customers in each stage.</summary>
    public IReadOnlyList<int> Sizes => StageTimeline.Count(stages, Definition.Stages.Count);
}
