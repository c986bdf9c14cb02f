using CustomerValue.Json;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>A ledger that answered all events of a file, and what it refused.</summary>
internal sealed class LoyaltyReplayed
{
    public required LoyaltyLedger Ledger { get; init; }

    /// <summary>How many events the file has.</summary>
    public int Events { get; private set; }

    /// <summary>How many of them had been answered before, by their keys.</summary>
    public int Repeated { get; private set; }

    /// <summary>When the last event became known, or null where there are none.</summary>
    public Instant? LastKnown { get; private set; }

    /// <summary>The refused events by the lines of the file.</summary>
    public List<(long Line, Rejection Rejection)> Rejected { get; } = [];

    /// <exception cref="DataRejectedException">A line can't be read, or is no event that can be answered; names the line.</exception>
    public static LoyaltyReplayed Of(LoyaltyLedger ledger, string file, CancellationToken cancellation)
    {
        LoyaltyReplayed replayed = new() { Ledger = ledger };
        foreach (LoyaltyEventLine line in LoyaltyFiles.Events(file, ledger.Programs.All, cancellation))
            replayed.Add(line, file);
        return replayed;
    }

    private void Add(LoyaltyEventLine line, string file)
    {
        try
        {
            LedgerAnswer answer = Ledger.Handle(line.Event);
            if (answer.Rejection is { } rejection)
                Rejected.Add((line.Line, rejection));
            Repeated += answer.IsReplayed ? 1 : 0;
        }
        catch (DataRejectedException refusal)
        {
            throw LoyaltyFiles.OfLine(refusal, file, line.Line);
        }

        Events++;
        Instant known = LoyaltyFiles.KnownAt(line.Event);
        if (!(known < LastKnown))
            LastKnown = known;
    }
}
