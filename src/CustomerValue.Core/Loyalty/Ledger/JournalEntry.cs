using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>One entry of a member's journal. It is never changed; corrections are entries. State is the fold of entries, nothing else.</summary>
public sealed class JournalEntry
{
    internal JournalEntry()
    {
    }

    /// <summary>The member's number, from 1: a pseudonym that stays when the person is forgotten.</summary>
    public required long Member { get; init; }

    /// <summary>Its place in the member's journal, from 1 without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>What it records.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>The key of the event with which it was recorded.</summary>
    public required string Key { get; init; }

    /// <summary>When what caused it happened.</summary>
    public required Instant OccurredAt { get; init; }

    /// <summary>From when it counts in balances (valid time): when it happened, or when it was recorded where it came too late to count before.</summary>
    public required Instant EffectiveAt { get; init; }

    /// <summary>When it became known (knowledge time); rises strictly from event to event of a member.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Whether time alone caused it: it was recorded with an event or a job, but would be the same without.</summary>
    public bool IsDue { get; init; }

    /// <summary>Whether it came too late to count when it happened.</summary>
    public bool IsOutOfOrder { get; init; }

    /// <summary>The wallet, or null where no points move.</summary>
    public string? Wallet { get; init; }

    /// <summary>The movements.</summary>
    public IReadOnlyList<Posting> Postings { get; init; } = [];

    /// <summary>The lots that it makes.</summary>
    public IReadOnlyList<LotTerms> Lots { get; init; } = [];

    /// <summary>Why points were granted, or null.</summary>
    public EarnOrigin? Origin { get; init; }

    /// <summary>What is recorded beside postings, or null.</summary>
    public EntryDetail? Detail { get; init; }

    /// <summary>What it uses of limits, caps and budgets.</summary>
    public IReadOnlyList<CounterUse> Uses { get; init; } = [];

    /// <summary>What it adds to (or takes off) qualification for a tier.</summary>
    public decimal Qualifying { get; init; }

    /// <summary>The instant that decides the period in which it qualifies.</summary>
    public Instant QualifiesAt { get; init; }

    /// <summary>The hash of the member's entry before; 32 zero bytes for the first.</summary>
    public required EntryHash Previous { get; init; }

    /// <summary>SHA-256 over the one before and all that is in this one.</summary>
    public EntryHash Hash { get; internal set; }

    /// <summary>Where it stands in the log.</summary>
    internal long Place { get; set; }

    /// <summary>The first 16 bytes of the hash in hexadecimal digits.</summary>
    public string Id => Hash.ToString().Substring(0, 32);
}
