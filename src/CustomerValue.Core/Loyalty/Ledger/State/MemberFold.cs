using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>Applies entries to the state of a member: the only way in which it changes.</summary>
internal sealed class MemberFold(LedgerSetup setup, Func<long, long, MemberState> resolve)
{
    public void Apply(MemberState state, JournalEntry entry)
    {
        state.Sequence = entry.Sequence;
        state.Hash = entry.Hash;
        state.LastRecorded = Instant.Max(state.LastRecorded, entry.RecordedAt);
        state.LastCounted = Instant.Max(state.LastCounted, entry.EffectiveAt);
        if (!entry.IsDue)
            (state.LastEffective, state.LastLearned) = (Instant.Max(state.LastEffective, entry.EffectiveAt), Instant.Max(state.LastLearned, entry.RecordedAt));
        if (entry.Wallet is { } id)
            Move(state, entry, setup.WalletOf(id));
        for (int at = 0; at < entry.Uses.Count; at++)
            Use(state, entry.Uses[at]);
        if (entry.Qualifying != 0)
            state.Qualifications.Add(new(entry.QualifiesAt, entry.RecordedAt, entry.Qualifying));
        if (entry.Detail is not null || entry.Kind is EntryKind.Join or EntryKind.Erase)
            Remember(state, entry);
    }

    /// <summary>Passes over an entry that does not count yet: its lots keep their numbers and stay empty, so that entries after it find theirs.</summary>
    public void Skip(MemberState state, JournalEntry entry)
    {
        if (entry.Wallet is { } wallet)
        {
            for (int lot = 0; lot < entry.Lots.Count; lot++)
                state.Place(new Lot(entry.Lots[lot], setup.WalletOf(wallet), (entry.Member, entry.Sequence)));
        }
    }

    public WalletState WalletOf(MemberState state, int wallet)
    {
        if (state.Wallets.Length <= wallet)
        {
            WalletState?[] wallets = state.Wallets;
            Array.Resize(ref wallets, setup.Wallets.Count);
            state.Wallets = wallets;
        }

        return state.Wallets[wallet] ??= new WalletState(setup.Wallets[wallet]);
    }

    private void Move(MemberState state, JournalEntry entry, int at)
    {
        WalletState wallet = WalletOf(state, at);
        for (int lot = 0; lot < entry.Lots.Count; lot++)
            state.Place(new Lot(entry.Lots[lot], at, (entry.Member, entry.Sequence)));
        int first = entry.Lots.Count == 0 ? int.MaxValue : entry.Lots[0].Number;
        for (int posting = 0; posting < entry.Postings.Count; posting++)
        {
            Posting each = entry.Postings[posting];
            if (each.Lot >= first && each.Units > 0 && (each.Account is LedgerAccount.Pending or LedgerAccount.Available))
                state.Lot(each.Lot).Grant(each.Units);
            wallet.Apply(each, each.Lot == 0 ? null : state.Lot(each.Lot), entry.EffectiveAt);
        }

        if (entry.Origin is { Source: { } source } origin && origin.OrderOwner == state.Number && state.Orders.TryGetValue(source, out OrderState? order))
            order.Earn(state.Number, entry.Lots[0].Number);

        switch (entry.Kind)
        {
            case EntryKind.Redeem: Redeem(state, entry, at, ((SourceDetail)entry.Detail!).Source!); break;
            case EntryKind.Hold: Hold(state, entry, wallet); break;
            case EntryKind.Capture or EntryKind.Release: EndHold(state, entry, wallet, at); break;
            case EntryKind.Restore: state.Redemptions[(((SourceDetail)entry.Detail!).Source!, at)].GiveBack(-Sum(entry, LedgerAccount.Redeemed)); break;
            case EntryKind.Reverse when entry.Detail is ReversalDetail taken: state.Lot(taken.Lot).Reversed += taken.Remaining + taken.Expired + taken.Spent; break;
        }
    }

    private static void Redeem(MemberState state, JournalEntry entry, int wallet, string source)
    {
        if (!state.Redemptions.TryGetValue((source, wallet), out RedemptionState? redemption))
            state.Redemptions[(source, wallet)] = redemption = new RedemptionState(wallet);
        for (int at = 0; at < entry.Postings.Count; at++)
        {
            if (entry.Postings[at].Account == LedgerAccount.Redeemed)
                redemption.Take(entry.Postings[at].Lot, entry.Postings[at].Units);
        }
    }

    private static void Hold(MemberState state, JournalEntry entry, WalletState wallet)
    {
        HoldDetail detail = (HoldDetail)entry.Detail!;
        HoldState hold = new(detail.Hold, detail.Until, new List<Taken>(entry.Postings.Count / 2));
        for (int at = 0; at < entry.Postings.Count; at++)
        {
            if (entry.Postings[at].Account == LedgerAccount.Held)
                hold.Lots.Add(new(entry.Postings[at].Lot, entry.Postings[at].Units));
        }

        state.Holds[detail.Hold] = hold;
        wallet.Add(hold);
    }

    private static void EndHold(MemberState state, JournalEntry entry, WalletState wallet, int at)
    {
        HoldDetail detail = (HoldDetail)entry.Detail!;
        // An entry by knowledge or valid time may end a hold that a partial history does not know.
        if (!state.Holds.TryGetValue(detail.Hold, out HoldState? hold))
            return;
        hold.Ended = entry.Kind;
        hold.EndedByTime = entry.IsDue;
        wallet.Remove(hold);
        if (entry.Kind == EntryKind.Capture)
            Redeem(state, entry, at, detail.Hold);
    }

    private static long Sum(JournalEntry entry, LedgerAccount account) => entry.Postings.Where(posting => posting.Account == account).Sum(posting => posting.Units);

    private static void Use(MemberState state, in CounterUse use)
    {
        if (use.Key.IsShared)
            return;
        state.Counters.TryGetValue(use.Key, out long used);
        state.Counters[use.Key] = checked(used + use.Amount);
    }

    private void Remember(MemberState state, JournalEntry entry)
    {
        switch (entry.Detail)
        {
            case OrderDetail order:
                LocalDate day = setup.Calendar(entry.OccurredAt).DateOf(entry.OccurredAt);
                state.Ordered(new OrderState(order.Order, entry.OccurredAt, day));
                state.Happened(EventTypes.OrderPaid, day);
                break;
            case RefundDetail refund:
                OrderState refunded = state.Orders[refund.Order];
                refunded.Remaining = [.. refund.Remaining];
                if (refunded.IsRefunded)
                    state.CountOrders();
                break;
            case EventDetail happened: state.Happened(happened.Type, setup.Calendar(entry.OccurredAt).DateOf(entry.OccurredAt)); break;
            case RewardDetail or RewardCancelledDetail or CouponDetail: state.Coupons.Apply(entry); break;
            case TierDetail tier: state.Assignments.Add(tier.Assignment); break;
            case ReferralDetail referral: Refer(state, referral); break;
            case MemberDetail other: Other(state, entry, other); break;
            case null when entry.Kind == EntryKind.Join: state.OwnJoined = state.Joined = setup.Calendar(entry.OccurredAt).DateOf(entry.OccurredAt); break;
            case null when entry.Kind == EntryKind.Erase: state.IsErased = true; break;
        }
    }

    private static void Refer(MemberState state, ReferralDetail referral)
    {
        state.OwnReferrer = state.Referrer = referral.Referrer;
        if (referral.Order is not { } id || !state.Orders.TryGetValue(id, out OrderState? order))
            return;
        foreach (int lot in referral.ReferrerLots)
            order.Earn(referral.Referrer, lot);
    }

    private void Other(MemberState state, JournalEntry entry, MemberDetail other)
    {
        switch (entry.Kind)
        {
            case EntryKind.Merge: Adoption.Do(state, resolve(other.Member, other.Sequence), entry); break;
            case EntryKind.MergedInto: state.MergedInto = other.Member; break;
            case EntryKind.Unmerge when state.MergedInto == other.Member: state.MergedInto = 0; break;
            case EntryKind.Unmerge: Adoption.Undo(state, resolve(other.Member, other.Sequence), entry); break;
        }
    }
}
