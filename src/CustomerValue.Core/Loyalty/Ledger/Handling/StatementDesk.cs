using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Writes statements: a member's journal once more, as far as it counts and was known, and on to what is due by then.</summary>
internal sealed class StatementDesk(LedgerSetup setup, LedgerBooks books)
{
    public IReadOnlyList<StatementLine> LinesOf(long member, int wallet, Instant from, Instant to, Instant? knownAt)
    {
        MemberState state = new(member);
        List<StatementLine> lines = [];
        string? refunded = null;
        foreach (JournalEntry entry in books.JournalOf(member))
        {
            if (entry.EffectiveAt > to || entry.RecordedAt > knownAt)
            {
                books.Fold.Skip(state, entry);
                continue;
            }

            books.Fold.Apply(state, entry);
            // A refund comes first, then what it takes back.
            refunded = entry.Detail is RefundDetail refund ? refund.Order : entry.Kind == EntryKind.Reverse ? refunded : null;
            if (entry.EffectiveAt > from && entry.Wallet == setup.Wallets[wallet].Id)
                lines.Add(Line(state, entry, entry.Kind == EntryKind.Reverse ? refunded : SourceOf(entry)));
        }

        if (wallet < state.Wallets.Length && state.Wallets[wallet] is { } kept)
        {
            Settlement.Settle(kept, to, state.Lot, (postings, at) =>
            {
                if (at > from)
                    lines.Add(Due(state, postings, at));
            });
        }

        return [.. lines.OrderBy(line => line.At)];
    }

    private static string? SourceOf(JournalEntry entry) => entry.Detail switch
    {
        SourceDetail source => source.Source,
        HoldDetail hold => hold.Hold,
        RewardDetail reward => reward.Source,
        _ => entry.Origin?.Source,
    };

    private StatementLine Line(MemberState state, JournalEntry entry, string? source) => Moved(state, entry.Postings, entry.Detail as ReversalDetail) with
    {
        At = entry.EffectiveAt,
        Kind = entry.Kind,
        Sequence = entry.Sequence,
        Key = entry.Key,
        RecordedAt = entry.RecordedAt,
        IsDue = entry.IsDue,
        Source = source,
    };

    /// <summary>What time alone did and nobody has written down is told by the accounts that it moves.</summary>
    private StatementLine Due(MemberState state, Posting[] postings, Instant at) => Moved(state, postings, null) with
    {
        At = at,
        Kind = Array.Exists(postings, posting => posting.Account == LedgerAccount.Expired) ? EntryKind.Expire
            : Array.Exists(postings, posting => posting.Account == LedgerAccount.Pending) ? EntryKind.Activate
            : Array.Exists(postings, posting => posting.Account == LedgerAccount.Held) ? EntryKind.Release
            : EntryKind.PayDebt,
        IsDue = true,
    };

    private StatementLine Moved(MemberState state, IReadOnlyList<Posting> postings, ReversalDetail? reversal)
    {
        long Sum(LedgerAccount account) => postings.Where(posting => posting.Account == account).Sum(posting => posting.Units);
        IEnumerable<int> lots = postings.Select(posting => posting.Lot);
        if (reversal is not null)
            lots = lots.Append(reversal.Lot);
        return new StatementLine
        {
            At = default,
            Kind = default,
            Pending = Sum(LedgerAccount.Pending),
            Available = Sum(LedgerAccount.Available),
            Held = Sum(LedgerAccount.Held),
            Debt = -Sum(LedgerAccount.Debt),
            Lots = [.. lots.Where(lot => lot != 0).Distinct().OrderBy(lot => lot).Select(lot => Of(
                state.Lot(lot),
                postings.Where(posting => posting.Lot == lot && posting.Account is LedgerAccount.Pending or LedgerAccount.Available or LedgerAccount.Held && posting.Lot == lot).Sum(posting => posting.Units),
                reversal?.Lot == lot ? reversal.Remaining + reversal.Expired + reversal.Spent : 0))],
        };
    }

    private StatementLot Of(Lot lot, long units, long reversed)
    {
        EarnOrigin? origin = books.Entry(lot.Made.Member, lot.Made.Sequence).Origin;
        return new() { Terms = lot.Terms, Units = units, Origin = origin, OrderLines = OrderLines(origin), Reversed = reversed };
    }

    private (string Line, Fraction Exact)[] OrderLines(EarnOrigin? origin) =>
        origin is { OrderOwner: > 0, Source: { } id, Lines.Count: > 0 } && books.State(origin.OrderOwner).Orders.TryGetValue(id, out OrderState? order)
            ? [.. order.Order.Lines.Zip(origin.Lines, (line, exact) => (line.Id, exact))]
            : [];
}
