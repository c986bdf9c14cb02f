using NodaTime;

namespace CustomerValue.Lifecycle.Machine;

/// <summary>Something that happened to a customer, on a day, and became known, on the same day or later.</summary>
public sealed record LifecycleEvent
{
    /// <summary>What names the event, such as an order number; unique for a customer.</summary>
    public required string Id { get; init; }

    /// <summary>The kind, by key, such as <see cref="Definition.LifecycleDefinition.Purchase"/>; <see cref="Refund"/> for money given back, <see cref="Undo"/> for what doesn't count any more.</summary>
    public required string Kind { get; init; }

    /// <summary>The day on which it happened.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The day on which it became known, not before <see cref="Day"/>; null for the same day.</summary>
    public LocalDate? RecordedOn { get; init; }

    /// <summary>The money of a purchase or refund, ≥ 0. Null: a purchase counts, a refund undoes all of it.</summary>
    public decimal? Amount { get; init; }

    /// <summary>For a refund: the id of the purchase that it undoes, wholly or in part. For <see cref="Undo"/>: the id of the event that doesn't count any more.</summary>
    public string? Of { get; init; }

    /// <summary>For an event of a contract: the last day of the term that it sets.</summary>
    public LocalDate? TermEnd { get; init; }

    /// <summary>Why, in the words of whoever recorded it; needed where the transition says so.</summary>
    public string? Reason { get; init; }

    /// <summary>Who recorded it.</summary>
    public string? Actor { get; init; }

    /// <summary>The kind that undoes a purchase. It sets off no transition: what follows is derived anew as if that much had not been bought.</summary>
    public const string Refund = "refund";

    /// <summary>The kind that undoes any other event but an undo, such as a merge of two customers or a refund booked by mistake: what follows is derived anew as if it had not happened.</summary>
    public const string Undo = "undo";

    /// <summary>The row of the file that the event was read from; null where there is none. Nothing follows from it.</summary>
    public long? Row { get; init; }

    internal LocalDate Known => RecordedOn ?? Day;

    /// <summary>Whether it says that another event doesn't count, wholly or in part.</summary>
    internal bool IsCorrection => Kind is Refund or Undo;
}
