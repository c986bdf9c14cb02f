using System.Globalization;
using CustomerValue.Json;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>A file of events, answered one after the other.</summary>
internal sealed class LoyaltyReplay
{
    private LoyaltyReplay(LoyaltyLedger ledger) => Ledger = ledger;

    public LoyaltyLedger Ledger { get; }

    public Instant AsOf { get; private set; }

    /// <summary>Events that were refused, with their lines.</summary>
    public List<(long Line, Rejection Rejection)> Rejected { get; } = [];

    /// <summary>Events whose key had been answered before.</summary>
    public int Replayed { get; private set; }

    public static LoyaltyReplay Of(ProgramVersions programs, string events, Instant? asOf, CancellationToken cancellation)
    {
        LoyaltyReplay replay = new(new LoyaltyLedger(programs));
        Instant last = Instant.MinValue;
        using FileStream stream = File.OpenRead(events);
        foreach (LoyaltyEventLine line in LoyaltyEventJson.ReadLines(stream, programs.All[^1].Program, events))
        {
            cancellation.ThrowIfCancellationRequested();
            LedgerAnswer answer = Answer(replay.Ledger, line, events);
            last = Instant.Max(last, line.Event.RecordedAt ?? line.Event.OccurredAt);
            if (answer.Rejection is { } rejection)
                replay.Rejected.Add((line.Line, rejection));
            replay.Replayed += answer.IsReplayed ? 1 : 0;
        }

        // Without events there is nothing to be asked at any instant.
        replay.AsOf = asOf ?? (last == Instant.MinValue ? NodaConstants.UnixEpoch : last);
        return replay;
    }

    private static LedgerAnswer Answer(LoyaltyLedger ledger, LoyaltyEventLine line, string file)
    {
        try
        {
            return ledger.Handle(line.Event);
        }
        catch (DataRejectedException refusal)
        {
            throw new DataRejectedException([.. refusal.Problems.Select(problem => problem with { Source = file, Row = line.Line })], refusal.Count);
        }
    }
}
