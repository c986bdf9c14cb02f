using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Customers.Summing;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Numerics;
using NodaTime;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>
/// The stages of a whole base of customers from the days of their purchases: at a date, or at every one of many. It says what a replay of each
/// customer's purchases would say, for any number of threads. Immutable and thread-safe.
/// </summary>
public sealed class LifecycleEvaluator
{
    private const int CustomersAPart = 1024;
    private readonly LifecycleReplay replay;
    private readonly LifecycleMachine machine;
    private readonly LifecycleClock clock;
    private readonly AliveModelInForce[] models;

    /// <summary>Puts together what stages depend on.</summary>
    /// <param name="definition">Stages and transitions; it must know purchases. Lifecycles beside it are not evaluated.</param>
    /// <param name="clock">How silence is measured.</param>
    /// <param name="models">As for <see cref="LifecycleReplay"/>.</param>
    public LifecycleEvaluator(LifecycleDefinition definition, LifecycleClock clock, IReadOnlyList<AliveModelInForce>? models = null)
    {
        replay = new LifecycleReplay(definition, clock, models);
        machine = replay.Machine;
        machine.IndexOf(LifecycleDefinition.Purchase);
        if (definition.Stages.Count > sbyte.MaxValue)
            throw new ArgumentException($"The definition has {definition.Stages.Count} stages; columns hold {sbyte.MaxValue}.", nameof(definition));
        this.clock = clock;
        this.models = [.. models ?? []];
    }

    /// <summary>The definition.</summary>
    public LifecycleDefinition Definition => machine.Definition;

    /// <summary>Every customer's stage at the end of a day, and since when.</summary>
    /// <param name="purchases">The purchases; later ones than <paramref name="asOf"/> don't count.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public StageColumns At(PurchaseCalendar purchases, LocalDate asOf, CancellationToken cancellationToken = default) => At(purchases, asOf, Partitions.Workers, cancellationToken);

    /// <summary>Every customer's stage at the end of each of some days.</summary>
    /// <param name="purchases">The purchases; later ones than a day don't count for it.</param>
    /// <param name="dates">The days, rising.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public StageTimeline Over(PurchaseCalendar purchases, IReadOnlyList<LocalDate> dates, CancellationToken cancellationToken = default) => Over(purchases, dates, Partitions.Workers, cancellationToken);

    /// <summary>Every customer's whole history up to a day: all transitions, as a replay of his purchases makes them. What a store keeps of them is what changed, see <see cref="Stores.StageBook"/>.</summary>
    /// <param name="purchases">The purchases; later ones than <paramref name="asOf"/> don't count.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public StageHistories Histories(PurchaseCalendar purchases, LocalDate asOf, CancellationToken cancellationToken = default)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        int day = DayNumber.Of(asOf);
        int[] counts = new int[purchases.Count];
        // A part is one worker's, from its first row to its last.
        List<HistoryChange>[] parts = [.. Enumerable.Range(0, (purchases.Count + CustomersAPart - 1) / CustomersAPart).Select(_ => new List<HistoryChange>())];
        Run(purchases.Count, Partitions.Workers, (course, row) =>
        {
            course.Walk(purchases.Of(row), day);
            counts[row] = course.Changes.Count;
            foreach (WalkedChange change in course.Changes)
                parts[row / CustomersAPart].Add(new HistoryChange(change.Day, (byte)change.Stage, (byte)change.Transition));
        }, cancellationToken);
        return new StageHistories(Definition, asOf, purchases.Customers.ToArray(), counts, parts, row => Replay(purchases, row, asOf, asOf).Changes);
    }

    /// <summary>Sums up the purchases up to a day once, so that the stages of later days cost no more than a look at each customer.</summary>
    /// <param name="purchases">The purchases; later ones than <paramref name="through"/> don't count.</param>
    /// <param name="through">The last day that counts.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="NotSupportedException">There are several models: what changes between purchases is no matter of purchases alone. Ask from the purchases then.</exception>
    public StageSummaries Summarize(PurchaseCalendar purchases, LocalDate through, CancellationToken cancellationToken = default)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        if (models.Length > 1)
            throw new NotSupportedException($"{models.Length} models are in force one after the other; sums hold for one. Ask for the stages from the purchases.");
        int day = DayNumber.Of(through);
        sbyte[] stages = new sbyte[purchases.Count];
        int[] since = new int[purchases.Count];
        CustomerEvidence[] evidence = new CustomerEvidence[purchases.Count];
        Run(purchases.Count, Partitions.Workers, (course, row) =>
        {
            (int stage, since[row], evidence[row]) = course.AfterLast(purchases.BoughtBy(row, day));
            stages[row] = (sbyte)stage;
        }, cancellationToken);
        return new StageSummaries(this, purchases, through, stages, since, evidence);
    }

    /// <summary>Every customer's stage at the end of a day from sums: the same as from the purchases, as far as these are summed up.</summary>
    /// <param name="summaries">Sums of this evaluator.</param>
    /// <param name="asOf">The day, not before the last one that is summed up.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The sums are another evaluator's, or the day is before their last one.</exception>
    public StageColumns At(StageSummaries summaries, LocalDate asOf, CancellationToken cancellationToken = default)
    {
        if (summaries is null)
            throw new ArgumentNullException(nameof(summaries));
        if (summaries.Evaluator != this)
            throw new ArgumentException("The sums are of another evaluator; sum the purchases up with this one.", nameof(summaries));
        if (asOf < summaries.Through)
            throw new ArgumentException($"The sums count purchases up to {summaries.Through}, after {asOf}; ask for a day from then on.", nameof(asOf));
        return SummedPlacement.Of(summaries, machine, clock, asOf, row => Explain(summaries.Purchases, row, summaries.Through, asOf), cancellationToken);
    }

    internal StageColumns At(PurchaseCalendar purchases, LocalDate asOf, int workers, CancellationToken cancellationToken)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        int day = DayNumber.Of(asOf);
        sbyte[] stages = new sbyte[purchases.Count];
        int[] since = new int[purchases.Count];
        Run(purchases.Count, workers, (course, row) =>
        {
            (int stage, since[row]) = course.Walk(purchases.Of(row), day);
            stages[row] = (sbyte)stage;
        }, cancellationToken);
        return new StageColumns(Definition, purchases, asOf, stages, row => since[row], row => Explain(purchases, row, asOf, asOf));
    }

    internal StageTimeline Over(PurchaseCalendar purchases, IReadOnlyList<LocalDate> dates, int workers, CancellationToken cancellationToken)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        if (dates is null || dates.Count == 0 || dates.Zip(dates.Skip(1), (first, second) => first >= second).Any(wrong => wrong))
            throw new ArgumentException("Give one day or more, rising.", nameof(dates));
        int[] days = [.. dates.Select(DayNumber.Of)];
        sbyte[] stages = new sbyte[checked(purchases.Count * days.Length)];
        Run(purchases.Count, workers, (course, row) => course.Stages(purchases.Of(row), days, stages, row, purchases.Count), cancellationToken);
        return new StageTimeline(Definition, purchases, dates, stages);
    }

    /// <summary>Why the stage of a customer began.</summary>
    private LocalizedText Explain(PurchaseCalendar purchases, int row, LocalDate through, LocalDate asOf) => Replay(purchases, row, through, asOf).Present?.Reason ?? default;

    /// <summary>A customer's purchases up to a day, replayed to another.</summary>
    private LifecycleHistory Replay(PurchaseCalendar purchases, int row, LocalDate through, LocalDate asOf)
    {
        ReadOnlySpan<int> bought = purchases.BoughtBy(row, DayNumber.Of(through));
        LifecycleEvent[] events = new LifecycleEvent[bought.Length];
        for (int at = 0; at < events.Length; at++)
        {
            LocalDate day = DayNumber.Date(bought[at]);
            events[at] = new LifecycleEvent { Id = day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), Kind = LifecycleDefinition.Purchase, Day = day };
        }

        return replay.Replay(events, asOf);
    }

    private void Run(int customers, int workers, Action<StageCourse, int> each, CancellationToken cancellationToken)
    {
        StageCourse?[] courses = new StageCourse?[Math.Max(1, workers)];
        (int, IAliveModel)[] changes = [.. models.Skip(1).Select(model => (DayNumber.Of(model.From!.Value), model.Model))];
        Partitions.For((customers + CustomersAPart - 1) / CustomersAPart, courses.Length, (worker, part) =>
        {
            StageCourse course = courses[worker] ??= new StageCourse(machine, clock, models.Length == 0 ? null : models[0].Model, changes);
            for (int row = part * CustomersAPart; row < Math.Min(customers, (part + 1) * CustomersAPart); row++)
                each(course, row);
        }, cancellationToken);
    }
}
