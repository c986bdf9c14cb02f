using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Bytes;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Tiers;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Takes events in: finds the answer that was given before, or makes one, all of it or nothing.</summary>
internal sealed class EventDesk
{
    private readonly LedgerSetup setup;
    private readonly LedgerBooks books;
    private readonly ByteWriter bytes = new();
    private readonly ByteWriter payload = new();
    private readonly RuleDesk rules;
    private readonly LedgerTransaction transaction;

    public EventDesk(LedgerSetup setup, LedgerBooks books)
    {
        (this.setup, this.books) = (setup, books);
        rules = new RuleDesk(books.ProfileOf, books.Shared);
        transaction = new LedgerTransaction(setup, books, bytes);
    }

    /// <summary>Called before each entry is made.</summary>
    public Action? Step { set => transaction.Step = value; }

    public LedgerAnswer Handle(LoyaltyEvent happened)
    {
        Check(happened);
        Payload.Write(happened, payload);
        if (books.AnswerTo(happened.Key, payload, out bool isSame) is { } known)
        {
            return isSame ? known with { IsReplayed = true } : Refused(Rejections.Of(
                LedgerError.IdempotencyConflict,
                $"Key '{happened.Key}' was used for another event; give each event its own key, and a retry the same content.",
                $"键“{happened.Key}”已用于其他事件；每个事件须使用不同的键，重试须内容一致。"));
        }

        Work work = Do(happened);
        LedgerAnswer answer = work.Rejection is { } rejection ? Refused(rejection) : new LedgerAnswer { Entries = Copy(work.Entries) };
        if (answer.IsAccepted)
            Keep(happened, work);
        else
            Undo(work);
        books.Remember(happened.Key, payload, answer);
        return answer;
    }

    public LedgerQuote Quote(LoyaltyEvent happened)
    {
        Check(happened);
        Work work = Do(happened);
        LedgerAnswer answer = work.Rejection is { } rejection ? Refused(rejection) : new LedgerAnswer { Entries = Copy(work.Entries) };
        Undo(work);
        return new LedgerQuote(happened, answer, StateOf(answer));
    }

    public LedgerAnswer Commit(LedgerQuote quote)
    {
        if (books.IsAnswered(quote.Event.Key))
            return Handle(quote.Event);
        LedgerQuote now = Quote(quote.Event);
        return now.State == quote.State ? Handle(quote.Event) : Refused(Rejections.Of(
            LedgerError.QuoteStale, "The member's points, a counter or the programme have changed since the quote; ask for a new one.", "报价后会员积分、计数或计划已变化；请重新报价。"));
    }

    public int Materialize(Instant asOf)
    {
        int written = 0;
        for (long number = 1; number <= books.MemberCount; number++)
        {
            LedgerTransaction tx = transaction.Begin("job", asOf, asOf);
            // A job changes no answer, so it may not move what is known beyond its instant either.
            MemberState state = books.State(number);
            if (state.LastRecorded < asOf)
                tx.Settle(tx.Book(state));
            books.Append(tx.Entries);
            written += tx.Entries.Count;
        }

        return written;
    }

    public TierState? TierOf(MemberState state, Instant asOf) => setup.Programs.Nearest(asOf) is { Program.Tiers: { } tiers } program ? TierDesk.StateOf(setup, books, state, program, tiers, asOf) : null;

    private static void Check(LoyaltyEvent happened)
    {
        if (CustomerId.IsValid(happened.Key) && happened.Member != default)
            return;
        ProblemList problems = new();
        if (!CustomerId.IsValid(happened.Key))
            problems.Add(null, "key", happened.Key, $"must have 1 to {CustomerId.LongestKey} characters, not blank and without control characters.");
        if (happened.Member == default)
            problems.Add(null, "member", null, "is missing; name the member.");
        problems.ThrowIfAny();
    }

    private Work Do(LoyaltyEvent happened)
    {
        Work work = new(transaction.Begin(happened.Key, happened.OccurredAt, happened.RecordedAt), books.Log.End);
        try
        {
            work.Rejection = Dispatch(work, happened);
            if (work.Rejection is null && happened is not (MemberErased or MemberMerged or MemberUnmerged))
                Rerating.After(work.Transaction, Open(work, happened.Member), work.Qualified, rules);
            if (work.Rejection is null)
                Enter(work);
        }
        catch (OverflowException)
        {
            work.Rejection = Rejections.Of(LedgerError.PointsOverflow, "The points pass what can be counted.", "积分超出可计范围。");
        }
        catch
        {
            // Whatever else goes wrong leaves nothing half done either.
            Undo(work);
            throw;
        }

        return work;
    }

    private Rejection? Dispatch(Work work, LoyaltyEvent happened)
    {
        LedgerTransaction tx = work.Transaction;
        if (Source(happened) is { } source && books.Has(source))
            return Rejections.Of(LedgerError.SourceAlreadyRewarded, $"'{source.Source}' was rewarded before under another key.", $"“{source.Source}”已以其他键奖励过。");
        switch (happened)
        {
            case OrderPaid paid: return Rewarding.Order(tx, Open(work, happened.Member), paid, rules);
            case CustomEvent custom: return Rewarding.Event(tx, Open(work, happened.Member), custom, custom.Source, rules, EntryKind.Event, new EventDetail(custom.Name, custom.Source));
            case MemberJoined: return Join(work, happened);
            case MemberUpdated: tx.Post(Open(work, happened.Member), EntryKind.Update); return null;
            case ReferralQualified referral: return Refer(work, referral);
            case MemberErased: return Erase(work, happened);
            case PointsEarned earned: return Wallet(earned.Wallet, out int to) ?? Adjusting.Earn(tx, Open(work, happened.Member), earned, to);
            case PointsAdjusted adjusted: return Wallet(adjusted.Wallet, out int of) ?? Adjusting.Adjust(tx, Open(work, happened.Member), adjusted, of);
            case TierAssigned assigned: return Membership.Assign(tx, Open(work, happened.Member), assigned);
        }

        // What follows is about members who are there.
        MemberBook book = Open(work, happened.Member);
        return happened switch
        {
            OrderRefunded refunded => Refunding.Refund(tx, book, refunded, books.WhereIs),
            PointsRedeemed redeemed => Wallet(redeemed.Wallet, out int at) ?? Spending.Redeem(tx, book, at, redeemed.Points, redeemed.Source),
            RedemptionCancelled cancelled => Spending.Cancel(tx, book, cancelled),
            PointsHeld held => Wallet(held.Wallet, out int at) ?? Holding.Hold(tx, book, held, at),
            HoldCaptured captured => Holding.Capture(tx, book, captured),
            HoldVoided voided => Holding.Void(tx, book, voided),
            RewardRedeemed reward => RewardDesk.Redeem(tx, book, reward, rules),
            CouponReserved coupon => CouponDesk.Reserve(tx, book, coupon),
            CouponRedeemed coupon => CouponDesk.Redeem(tx, book, coupon),
            CouponReturned coupon => CouponDesk.Return(tx, book, coupon),
            RebateSettled rebate => RebateDesk.Settle(tx, book, rebate),
            PointsTransferred transferred => Wallet(transferred.Wallet, out int at) ?? Adjusting.Transfer(tx, book, Open(work, transferred.To), transferred, at),
            MemberMerged merged => books.Find(merged.Other) is { } other ? Membership.Merge(tx, book, tx.Book(other)) : Rejections.Of(LedgerError.UnknownMember, $"There is no member '{merged.Other}'.", $"没有会员“{merged.Other}”。"),
            MemberUnmerged unmerged => books.FindOwn(unmerged.Other) is { } other ? Membership.Unmerge(tx, book, tx.Book(other)) : Rejections.Of(LedgerError.UnknownMember, $"There is no member '{unmerged.Other}'.", $"没有会员“{unmerged.Other}”。"),
            _ => throw new InvalidOperationException($"Nothing is made of a {happened.GetType().Name}."),
        };
    }

    private Rejection? Join(Work work, LoyaltyEvent happened)
    {
        MemberBook book = Open(work, happened.Member);
        if (book.State.Joined is not null)
            return Rejections.Of(LedgerError.AlreadyJoined, "The member has joined before.", "该会员已加入。");
        work.Profile = happened is MemberJoined joined ? joined.Profile : null;
        return Rewarding.Event(work.Transaction, book, happened, null, rules, EntryKind.Join, null, work.Profile);
    }

    private Rejection? Refer(Work work, ReferralQualified referral)
    {
        MemberBook referee = Open(work, referral.Member);
        MemberBook referrer = Open(work, referral.Referrer);
        return Rewarding.Referral(work.Transaction, referee, referrer, referral, IsCycle(referrer.State, referee.State.Number), rules);
    }

    private bool IsCycle(MemberState referrer, long referee)
    {
        // Merges can close a circle that no referral did; whoever is met twice ends the walk.
        HashSet<long> met = [];
        for (long at = referrer.Referrer; at != 0 && met.Add(at); at = books.State(at).Referrer)
        {
            at = books.RootOf(at);
            if (at == referee)
                return true;
        }

        return false;
    }

    private Rejection? Erase(Work work, LoyaltyEvent happened)
    {
        // Someone whom nobody knows is forgotten already.
        if (books.Find(happened.Member) is not { } state)
            return null;
        work.Transaction.Post(work.Transaction.Book(state), EntryKind.Erase);
        work.Forgotten = state;
        return null;
    }

    private Rejection? Wallet(string? id, out int at)
    {
        at = setup.FindWallet(id);
        return at >= 0 ? null : Rejections.Of(
            LedgerError.UnknownWallet,
            id is null ? $"The programme has several wallets; name one of {string.Join(", ", setup.Wallets.Select(wallet => wallet.Id))}." : $"There is no wallet '{id}'; the programme has {string.Join(", ", setup.Wallets.Select(wallet => wallet.Id))}.",
            id is null ? $"计划有多个钱包；请指定 {string.Join("、", setup.Wallets.Select(wallet => wallet.Id))} 之一。" : $"没有钱包“{id}”；计划有 {string.Join("、", setup.Wallets.Select(wallet => wallet.Id))}。");
    }

    private MemberBook Open(Work work, CustomerId id)
    {
        MemberState? state = books.Find(id);
        if (state is null)
        {
            foreach (KeyValuePair<CustomerId, MemberState> known in work.New ?? [])
                state = known.Key == id ? known.Value : state;
            if (state is null)
                (work.New ??= []).Add(new(id, state = books.Tentative(work.New.Count)));
        }

        MemberBook book = work.Transaction.Book(state);
        if (work.Transaction.Books.Count == 1 && work.Entries.Count == 0)
            work.Qualified = state.Qualifications.Count;
        return book;
    }

    /// <summary>Who is a member from now on has an entry that says so, be it that nothing was posted for him: one who referred somebody and gets nothing, or has nothing to settle.</summary>
    private static void Enter(Work work)
    {
        foreach (KeyValuePair<CustomerId, MemberState> member in work.New ?? [])
        {
            if (member.Value.Sequence == 0)
                work.Transaction.Post(work.Transaction.Book(member.Value), EntryKind.Update);
        }
    }

    private void Keep(LoyaltyEvent happened, Work work)
    {
        foreach (KeyValuePair<CustomerId, MemberState> member in work.New ?? [])
            books.Keep(member.Key, member.Value);
        books.Append(work.Entries);
        if (Source(happened) is { } source)
            books.Reward(source);
        if (work.Profile is { } profile && books.Find(happened.Member) is { } joined)
            books.Know(joined.Number, profile);
        if (happened is MemberUpdated updated)
            books.Know(books.Find(happened.Member)!.Number, updated.Profile);
        if (work.Forgotten is { } forgotten)
            books.Forget(forgotten);
    }

    private void Undo(Work work)
    {
        foreach (MemberBook book in work.Transaction.Books)
        {
            if (book.State.Sequence != book.SequenceBefore && !(work.New ?? []).Exists(member => member.Value == book.State))
                books.Refold(book.State);
        }

        books.Cut(work.End);
    }

    /// <summary>What must not be rewarded twice, whatever key it comes with.</summary>
    public static (string Type, string Source, string? Rule)? Source(LoyaltyEvent happened) => happened switch
    {
        OrderPaid paid => (happened.Type, paid.Order.Id, null),
        PointsEarned { Source: { } source } earned => (happened.Type, source, earned.Rule),
        CustomEvent { Source: { } source } => (happened.Type, source, null),
        _ => null,
    };

    /// <summary>What is handed out: the transaction's own list serves the next command.</summary>
    private static JournalEntry[] Copy(IReadOnlyList<JournalEntry> entries)
    {
        JournalEntry[] copy = new JournalEntry[entries.Count];
        for (int at = 0; at < copy.Length; at++)
            copy[at] = entries[at];
        return copy;
    }

    private static LedgerAnswer Refused(Rejection rejection) => new() { Entries = [], Rejection = rejection };

    private static string StateOf(LedgerAnswer answer) => answer.Rejection?.Error.ToString() ?? string.Join("|", answer.Entries.Select(entry => entry.Hash.ToString()));

    /// <summary>What is made of one event.</summary>
    private sealed class Work(LedgerTransaction transaction, (int Blocks, int Used) end)
    {
        /// <summary>Where the log ended before.</summary>
        public (int Blocks, int Used) End => end;

        public LedgerTransaction Transaction => transaction;

        public IReadOnlyList<JournalEntry> Entries => transaction.Entries;

        /// <summary>Members whom nobody knew before.</summary>
        public List<KeyValuePair<CustomerId, MemberState>>? New { get; set; }

        public Rejection? Rejection { get; set; }

        public MemberProfile? Profile { get; set; }

        /// <summary>How much had counted for the event's member before.</summary>
        public int Qualified { get; set; }

        public MemberState? Forgotten { get; set; }
    }
}
