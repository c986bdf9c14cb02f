using CustomerValue.Appraisal.Lifecycles;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>The stages of all customers: their histories, made when asked for, and their stages at the dates asked about.</summary>
internal sealed class LifecycleAnswer
{
    private readonly LifecycleReplay replay;
    private readonly Func<int, IReadOnlyList<LifecycleEvent>> events;

    private readonly string? source;

    private LifecycleAnswer(LifecycleReplay replay, Func<int, IReadOnlyList<LifecycleEvent>> events, string? source = null) => (this.replay, this.events, this.source) = (replay, events, source);

    public LifecycleDefinition Definition => replay.Machine.Definition;

    public required LocalDate AsOf { get; init; }

    /// <summary>The customers, in ordinal order.</summary>
    public required IReadOnlyList<CustomerId> Customers { get; init; }

    /// <summary>The clock and the model of who is alive, MBG/NBD; null where nobody bought.</summary>
    public required LifecycleSetup? Setup { get; init; }

    /// <summary>Days of purchase by the last day; null where nobody bought.</summary>
    public required PurchaseCalendar? Purchases { get; init; }

    /// <summary>The dates asked about, rising; empty where none were.</summary>
    public required IReadOnlyList<LocalDate> Dates { get; init; }

    /// <summary>The stage of every customer at each of <see cref="Dates"/>; −1 before the first.</summary>
    public IReadOnlyList<sbyte[]> Stages { get; private set; } = [];

    /// <summary>What changed between the last two of <see cref="Dates"/>; empty where there are not two, and where events were given instead of purchases.</summary>
    public IReadOnlyList<LifecycleAlert> Alerts { get; private set; } = [];

    /// <exception cref="DataRejectedException">An event is of no kind that the definition knows, or can't be; names file, row, customer and event.</exception>
    public LifecycleHistory History(int row)
    {
        try
        {
            return replay.Replay(events(row), AsOf);
        }
        catch (DataRejectedException refusal)
        {
            // Whoever gave a file wants its rows, not those of one customer's events.
            throw new DataRejectedException([.. refusal.Problems.Select(problem => problem.Row is long at ? InFile(problem, events(row)[(int)at], Customers[row]) : problem)], refusal.Count);
        }
    }

    public static LifecycleAnswer OfPurchases(PurchaseSummaryBuilder builder, LifecycleDefinition definition, LocalDate asOf, LocalDate? from, CancellationToken cancellation)
    {
        if (definition.EventIndex(LifecycleDefinition.Purchase) < 0)
            throw new DataRejectedException(new DataProblem { Field = "definition", Value = definition.Key, Message = "knows no purchases; give --events." });
        PurchaseCalendar purchases = Bought(builder, asOf, cancellation) ?? throw new DataRejectedException(new DataProblem { Field = "--as-of", Value = asOf.ToString("uuuu-MM-dd", null), Message = "is before the first purchase; give a later day." });
        LifecycleSetup setup = LifecycleSetup.Of(purchases, asOf, new MbgNbdEstimator(), cancellationToken: cancellation);
        LifecycleAnswer answer = new(new LifecycleReplay(definition, setup.Clock, setup.Models), row => Events(purchases.Of(row)))
        {
            AsOf = asOf,
            Customers = purchases.Customers.ToArray(),
            Setup = setup,
            Purchases = purchases,
            Dates = Months(from, asOf),
        };
        if (answer.Dates.Count > 0)
        {
            LifecycleEvaluator evaluator = new(definition, setup.Clock, setup.Models);
            StageTimeline timeline = evaluator.Over(purchases, answer.Dates, cancellation);
            answer.Stages = [.. Enumerable.Range(0, answer.Dates.Count).Select(date => timeline.On(date).ToArray())];
            if (answer.Dates.Count > 1)
                answer.Alerts = LifecycleAlerts.Between(evaluator.At(purchases, answer.Dates[^2], cancellation), evaluator.At(purchases, answer.Dates[^1], cancellation));
        }

        return answer;
    }

    public static LifecycleAnswer OfEvents(string source, IReadOnlyList<KeyValuePair<CustomerId, IReadOnlyList<LifecycleEvent>>> all, LifecycleDefinition definition, LocalDate asOf, LocalDate? from, CancellationToken cancellation)
    {
        PurchaseSummaryBuilder builder = new();
        foreach ((CustomerId customer, IReadOnlyList<LifecycleEvent> events) in all)
            builder.Add(events.Select(each => Line(customer, each, events)).OfType<Purchase>());
        PurchaseCalendar? purchases = Bought(builder, asOf, cancellation);
        LifecycleSetup? setup = purchases is null ? null : LifecycleSetup.Of(purchases, asOf, new MbgNbdEstimator(), cancellationToken: cancellation);
        // Without purchases nothing is silent, and no guard looks at the gap.
        LifecycleClock clock = setup?.Clock ?? new() { Prior = new GapPrior(1, 1) };
        LifecycleAnswer answer = new(new LifecycleReplay(definition, clock, setup?.Models), row => all[row].Value, source)
        {
            AsOf = asOf,
            Customers = [.. all.Select(each => each.Key)],
            Setup = setup,
            Purchases = purchases,
            Dates = Months(from, asOf),
        };
        answer.Stages = [.. answer.Dates.Select(_ => new sbyte[all.Count])];
        for (int row = 0; row < all.Count && answer.Dates.Count > 0; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            LifecycleHistory history = answer.History(row);
            for (int date = 0; date < answer.Dates.Count; date++)
                answer.Stages[date][row] = history.On(answer.Dates[date]) is { } stage ? (sbyte)definition.StageIndex(stage.Key) : (sbyte)-1;
        }

        return answer;
    }

    private DataProblem InFile(DataProblem problem, LifecycleEvent wrong, CustomerId customer) =>
        problem with { Source = source, Row = wrong.Row, Field = $"customer {customer}, event {wrong.Id}, {problem.Field}" };

    private static PurchaseCalendar? Bought(PurchaseSummaryBuilder builder, LocalDate asOf, CancellationToken cancellation)
    {
        PurchaseCalendar purchases = builder.BuildCalendar(ObservationWindow.Through(asOf), cancellation);
        return purchases.Count == 0 ? null : purchases;
    }

    private static LifecycleEvent[] Events(ReadOnlySpan<int> days)
    {
        LifecycleEvent[] events = new LifecycleEvent[days.Length];
        for (int i = 0; i < events.Length; i++)
        {
            LocalDate day = PurchaseSummaries.Epoch.PlusDays(days[i]);
            events[i] = new LifecycleEvent { Id = day.ToString("uuuu-MM-dd", null), Kind = LifecycleDefinition.Purchase, Day = day };
        }

        return events;
    }

    /// <summary>A purchase or refund as a line of purchases; an amount that is not known counts 1, and a refund of it all.</summary>
    private static Purchase? Line(CustomerId customer, LifecycleEvent each, IReadOnlyList<LifecycleEvent> events) => each.Kind switch
    {
        LifecycleDefinition.Purchase => new Purchase { Customer = customer, Date = each.Day, Amount = each.Amount ?? 1, Order = each.Id },
        LifecycleEvent.Refund => new Purchase { Customer = customer, Date = each.Day, Amount = -(each.Amount ?? events.FirstOrDefault(other => other.Id == each.Of)?.Amount ?? 1), Order = each.Of },
        _ => null,
    };

    private static List<LocalDate> Months(LocalDate? from, LocalDate asOf)
    {
        List<LocalDate> dates = [];
        // Counted from the first day, so that the 31st comes back after a short month.
        for (int month = 0; from is LocalDate first && first.PlusMonths(month) <= asOf; month++)
            dates.Add(first.PlusMonths(month));
        return dates;
    }
}
