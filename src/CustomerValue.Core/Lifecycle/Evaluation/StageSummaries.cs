using CustomerValue.Customers;
using CustomerValue.Customers.Summing;
using CustomerValue.Lifecycle.Machine;
using NodaTime;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>
/// What all purchases up to a day leave of every customer's way: the stage right after the last of them, and x, the first day, the last day and the
/// expected gap. Any later day's stages follow from it by time alone, without the purchases being read again. Immutable and thread-safe.
/// </summary>
public sealed class StageSummaries
{
    private readonly sbyte[] stages;
    private readonly int[] since;
    private readonly CustomerEvidence[] evidence;

    internal StageSummaries(LifecycleEvaluator evaluator, PurchaseCalendar purchases, LocalDate through, sbyte[] stages, int[] since, CustomerEvidence[] evidence) =>
        (Evaluator, Purchases, Through, this.stages, this.since, this.evidence) = (evaluator, purchases, through, stages, since, evidence);

    /// <summary>The purchases, whose customers the rows are.</summary>
    public PurchaseCalendar Purchases { get; }

    /// <summary>The last day whose purchases count.</summary>
    public LocalDate Through { get; }

    internal LifecycleEvaluator Evaluator { get; }

    internal int ThroughDay => DayNumber.Of(Through);

    /// <summary>The stage after the last event of a row; −1 where there was none.</summary>
    internal int Stage(int row) => stages[row];

    /// <summary>When it began.</summary>
    internal int Since(int row) => since[row];

    internal ref readonly CustomerEvidence Evidence(int row) => ref evidence[row];
}
