using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>
/// What the guarantees say, written down once more and as simply as can be: the list of accepted commands, lots as lists of movements, sums by adding
/// up. Times are ticks of local time, money whole yuan. It shares nothing with the ledger but the words of events, and knows one programme
/// (see <see cref="Histories"/>) with the policies that it is given.
/// </summary>
internal sealed class NaiveLedger(ProgramPolicies policies, int pendingDays)
{
    public const long Day = 864_000_000_000, Offset = 8 * 36_000_000_000;

    private readonly Dictionary<string, (string Content, LedgerError? Answer)> answers = [];
    private readonly HashSet<string> sources = [];

    public Dictionary<string, NaiveMember> Members { get; } = [];

    /// <summary>The accepted commands: all that it needs to begin again.</summary>
    public List<(LoyaltyEvent Event, long Recorded)> Accepted { get; private set; } = [];

    public static long Local(Instant instant) => instant.ToUnixTimeTicks() + Offset;

    /// <summary>A ledger that knows only what was recorded until an instant.</summary>
    public NaiveLedger KnownAt(long instant)
    {
        NaiveLedger then = new(policies, pendingDays);
        foreach ((LoyaltyEvent happened, long recorded) in Accepted)
        {
            if (recorded <= instant)
                then.Handle(happened);
        }

        return then;
    }

    public NaiveBalance Balance(string member, long at) => Members.TryGetValue(member, out NaiveMember? known) ? known.At(at) : new(0, 0, 0, 0, 0, 0, 0, 0);

    public LedgerError? Handle(LoyaltyEvent happened)
    {
        string content = (happened with { RecordedAt = null }).ToString();
        if (answers.TryGetValue(happened.Key, out (string Content, LedgerError? Answer) known))
            return known.Content == content ? known.Answer : LedgerError.IdempotencyConflict;
        NaiveMember member = Member(happened.Member.Value);
        long occurred = Local(happened.OccurredAt);
        long now = Now(member, happened);
        if (happened is PointsTransferred to)
            now = Math.Max(now, Now(Member(to.To.Value), happened));
        LedgerError? error = Do(member, happened, occurred, now);
        answers[happened.Key] = (content, error);
        if (error is null)
        {
            Accepted.Add((happened, now));
            member.LastRecorded = now;
            if (happened is PointsTransferred transferred)
                Member(transferred.To.Value).LastRecorded = now;
        }
        else if (error == LedgerError.InsufficientForClawback)
            Again();
        return error;
    }

    /// <summary>What a command had begun that was refused on its way is forgotten.</summary>
    private void Again()
    {
        NaiveLedger fresh = new(policies, pendingDays);
        foreach ((LoyaltyEvent happened, _) in Accepted)
            fresh.Handle(happened);
        Members.Clear();
        foreach (KeyValuePair<string, NaiveMember> member in fresh.Members)
            Members[member.Key] = member.Value;
        sources.Clear();
        sources.UnionWith(fresh.sources);
    }

    private static long Now(NaiveMember member, LoyaltyEvent happened)
    {
        long now = Math.Max(Local(happened.OccurredAt), Local(happened.RecordedAt ?? happened.OccurredAt));
        return now > member.LastRecorded ? now : member.LastRecorded + 1;
    }

    private NaiveMember Member(string id) => Members.TryGetValue(id, out NaiveMember? member) ? member : Members[id] = new();

    private LedgerError? Do(NaiveMember member, LoyaltyEvent happened, long occurred, long now)
    {
        long effective = occurred < member.LastEffective ? now : occurred;
        switch (happened)
        {
            case PointsEarned earned:
                if (earned.Source is { } source && !sources.Add("e" + source))
                    return LedgerError.SourceAlreadyRewarded;
                member.Settle(now);
                Grant(member, (long)earned.Points, earned.Pending?.Days ?? 0, occurred, now, effective, earned.Expiry is not null);
                return null;
            case OrderPaid paid: return sources.Add("o" + paid.Order.Id) ? Order(member, paid.Order, occurred, now, effective) : LedgerError.SourceAlreadyRewarded;
            case PointsRedeemed redeemed: return Spend(member, (long)redeemed.Points, 'r', occurred, now, effective, (taken, _) => Remember(member, redeemed.Source, taken));
            case PointsAdjusted { Points: > 0 } adjusted:
                member.Settle(now);
                Grant(member, (long)adjusted.Points, 0, occurred, now, effective, false);
                return null;
            case PointsAdjusted adjusted: return Spend(member, -(long)adjusted.Points, 'j', occurred, now, effective, (_, _) => { });
            case PointsHeld held: return Hold(member, held, occurred, now, effective);
            case HoldCaptured captured: return End(member, captured.Hold, captured.Points, 'c', now, effective);
            case HoldVoided voided: return End(member, voided.Hold, 0, 'v', now, effective);
            case RedemptionCancelled cancelled: return Cancel(member, cancelled, occurred, now, effective);
            case OrderRefunded refunded: return Refund(member, refunded, occurred, now, effective);
            case PointsTransferred transferred: return Transfer(member, Member(transferred.To.Value), (long)transferred.Points, occurred, now, effective);
            default: throw new NotSupportedException(happened.Type);
        }
    }

    private NaiveLot Grant(NaiveMember member, long units, int pending, long occurred, long now, long effective, bool never, bool once = false)
    {
        long activates = pending > 0 ? ((occurred / Day) + pending) * Day : occurred;
        long from = pending > 0 && policies.PendingExpiry == PendingExpiry.Activation ? activates : policies.BackdatedExpiry == ExpiryFrom.Recorded ? now : occurred;
        NaiveLot lot = new() { Number = member.Lots.Count + 1, Earned = occurred, Activates = activates, Expires = never ? long.MaxValue : ((from / Day) + 6) * Day, Granted = units, CountsOnce = once };
        lot.Moves.Add((pending > 0 ? 'p' : 'a', units, occurred));
        member.Lots.Add(lot);
        member.LastEffective = Math.Max(member.LastEffective, occurred);
        // A late grant that pays a debt pays when it is known.
        if (member.Pay(effective))
            member.LastEffective = Math.Max(member.LastEffective, effective);
        member.Settle(now);
        return lot;
    }

    private LedgerError? Order(NaiveMember member, Order order, long occurred, long now, long effective)
    {
        long[] amounts = [.. order.Lines.Select(line => (long)line.Amount.Amount)];
        NaiveOrder kept = new() { Amounts = amounts, Left = [.. amounts.Select(amount => 10 * amount)] };
        member.Settle(now);
        member.LastEffective = Math.Max(member.LastEffective, occurred);
        member.Orders[order.Id] = kept;
        bool isFirst = member.OnceUsed == 0;
        Award(left => left.Sum() / 30, pendingDays, false);
        if (amounts.Length > 1)
            Award(left => 2 * left[1] / 30, 0, false);
        if (isFirst)
        {
            member.OnceUsed++;
            Award(left => 7 * left.Sum() / (10 * amounts.Sum()), 0, true);
        }

        return null;

        void Award(Func<long[], long> stays, int pending, bool once)
        {
            if (stays(kept.Left) > 0)
                kept.Earned.Add((Grant(member, stays(kept.Left), pending, occurred, now, effective, false, once), stays));
        }
    }

    private LedgerError? Short(NaiveMember member, long units, long occurred, long now)
    {
        if (Math.Max(0, member.Until(now).Available()) < units)
            return LedgerError.InsufficientPoints;
        return policies.Funds == RedemptionFunds.AsOfOccurred && occurred < now && member.Until(occurred).Available() < units ? LedgerError.InsufficientAtOccurrence : null;
    }

    private LedgerError? Spend(NaiveMember member, long units, char account, long occurred, long now, long effective, Action<List<(NaiveLot Lot, long Units)>, long> then)
    {
        if (Short(member, units, occurred, now) is { } error)
            return error;
        member.Settle(now);
        List<(NaiveLot Lot, long Units)> taken = member.Take(units);
        long at = taken.Any(part => part.Lot.LastMoved > effective) ? now : effective;
        foreach ((NaiveLot lot, long part) in taken)
        {
            lot.Moves.Add(('a', -part, at));
            lot.Moves.Add((account, part, at));
        }

        member.LastEffective = Math.Max(member.LastEffective, at);
        then(taken, at);
        return null;
    }

    private static void Remember(NaiveMember member, string source, List<(NaiveLot Lot, long Units)> taken)
    {
        if (!member.Spent.TryGetValue(source, out List<(NaiveLot Lot, long Units)>? spent))
            member.Spent[source] = spent = [];
        spent.AddRange(taken);
        member.SpentInAll[source] = member.SpentInAll.GetValueOrDefault(source) + taken.Sum(part => part.Units);
    }

    private LedgerError? Hold(NaiveMember member, PointsHeld held, long occurred, long now, long effective)
    {
        if (member.Holds.Exists(hold => hold.Name == held.Hold))
            return LedgerError.HoldExists;
        return Spend(member, (long)held.Points, 'h', occurred, now, effective, (taken, at) =>
        {
            member.Holds.Add(new() { Name = held.Hold, Made = at, Until = at + ((held.Minutes ?? 15) * 600_000_000L), Lots = taken });
            member.Settle(now);
        });
    }

    private static LedgerError? End(NaiveMember member, string name, decimal? points, char how, long now, long effective)
    {
        if (member.Holds.Find(each => each.Name == name) is not { } hold)
            return LedgerError.UnknownHold;
        if (hold.End == 'c')
            return LedgerError.AlreadyCaptured;
        if (hold.Until <= now && (hold.End is null || hold.EndedByTime))
            return LedgerError.HoldExpired;
        if (hold.End is not null)
            return LedgerError.AlreadyVoided;
        long units = (long)(points ?? hold.Lots.Sum(part => part.Units));
        if (units > hold.Lots.Sum(part => part.Units))
            return LedgerError.ExceedsOriginal;
        member.Settle(now);
        List<(NaiveLot Lot, long Units)> spent = [];
        foreach ((NaiveLot lot, long part) in hold.Lots)
        {
            long used = Math.Min(units, part);
            units -= used;
            lot.Moves.Add(('h', -part, effective));
            if (used > 0)
            {
                lot.Moves.Add(('r', used, effective));
                spent.Add((lot, used));
            }

            if (used < part)
                lot.Moves.Add(('a', part - used, effective));
        }

        (hold.End, hold.EndedAt) = (how, effective);
        if (spent.Count > 0)
            Remember(member, name, spent);
        member.LastEffective = Math.Max(member.LastEffective, effective);
        member.Pay(effective);
        member.Settle(now);
        return null;
    }

    private LedgerError? Cancel(NaiveMember member, RedemptionCancelled cancelled, long occurred, long now, long effective)
    {
        if (!member.Spent.TryGetValue(cancelled.Source, out List<(NaiveLot Lot, long Units)>? spent))
            return LedgerError.UnknownRedemption;
        long left = spent.Sum(part => part.Units);
        if (left == 0)
            return LedgerError.AlreadyReversed;
        long units = (long)(cancelled.Points ?? left);
        if (units > left)
            return LedgerError.ExceedsOriginal;
        GiveBack(member, spent, units, occurred, now, effective);
        return null;
    }

    private void GiveBack(NaiveMember member, List<(NaiveLot Lot, long Units)> spent, long units, long occurred, long now, long effective)
    {
        member.Settle(now);
        long grace = policies.RedemptionReversal == RestoredExpiry.Grace ? ((occurred / Day) + policies.RestoredGraceDays + 1) * Day : long.MinValue;
        while (units > 0)
        {
            (NaiveLot lot, long part) = spent[^1];
            spent.RemoveAt(spent.Count - 1);
            long back = Math.Min(part, units);
            units -= back;
            if (back < part)
                spent.Add((lot, part - back));
            lot.Moves.Add(('r', -back, effective));
            NaiveLot to = lot;
            if (lot.Expires < grace)
            {
                to = new() { Number = member.Lots.Count + 1, Earned = lot.Earned, Activates = lot.Activates, Expires = grace, Granted = back };
                member.Lots.Add(to);
            }

            to.Moves.Add(('a', back, effective));
        }

        member.LastEffective = Math.Max(member.LastEffective, effective);
        member.Pay(effective);
        member.Settle(now);
    }

    private LedgerError? Refund(NaiveMember member, OrderRefunded refunded, long occurred, long now, long effective)
    {
        if (!member.Orders.TryGetValue(refunded.OrderId, out NaiveOrder? order))
            return LedgerError.UnknownOrder;
        if (order.Left.All(left => left == 0))
            return LedgerError.AlreadyReversed;
        if (refunded.Lines.Any(line => int.Parse(line.Id, System.Globalization.CultureInfo.InvariantCulture) >= order.Left.Length))
            return LedgerError.UnknownLine;
        long[] left = [.. order.Left];
        for (int at = 0; at < left.Length; at++)
        {
            if (refunded.Share is { } share)
                left[at] -= order.Amounts[at] * (long)(10 * share);
            else
                left[at] -= refunded.Lines.Where(line => line.Id == at.ToString(System.Globalization.CultureInfo.InvariantCulture)).Sum(line => 10 * (long)line.Amount.Amount);
        }

        if (left.Any(part => part < 0))
            return LedgerError.ExceedsOriginal;
        member.Settle(now);
        member.LastEffective = Math.Max(member.LastEffective, effective);
        left.CopyTo(order.Left, 0);
        foreach ((NaiveLot lot, Func<long[], long> stays) in order.Earned)
        {
            long duty = lot.Granted - lot.Reversed - Math.Min(lot.Granted, stays(left));
            if (duty > 0 && !TakeBack(member, lot, duty, now, effective))
                return LedgerError.InsufficientForClawback;
        }

        if (member.Spent.TryGetValue(refunded.OrderId, out List<(NaiveLot Lot, long Units)>? spent))
        {
            long all = member.SpentInAll[refunded.OrderId];
            long whole = 10 * order.Amounts.Sum();
            long still = spent.Sum(part => part.Units);
            long due = (all * (whole - left.Sum()) / whole) - (all - still);
            if (due > 0)
                GiveBack(member, spent, Math.Min(due, still), occurred, now, effective);
        }

        return null;
    }

    private bool TakeBack(NaiveMember member, NaiveLot lot, long duty, long now, long effective)
    {
        member.Settle(now);
        long pending = lot.Sum('p', long.MaxValue), available = lot.Sum('a', long.MaxValue), expired = lot.Sum('x', long.MaxValue);
        long gone = Math.Max(0, lot.Granted - pending - available - expired - lot.Reversed);
        long fromLot = Math.Min(duty, pending + available);
        long rest = duty - fromLot;
        long fromExpired = policies.EarnReversal switch
        {
            ReversalPools.RemainingExpiredSpent => Math.Min(rest, expired),
            ReversalPools.RemainingSpentExpired => rest - Math.Min(rest, gone),
            ReversalPools.ProRata => gone + expired == 0 ? rest : rest - (((rest * gone) + gone + expired - 1) / (gone + expired)),
            _ => 0,
        };
        long fromOthers = rest - fromExpired;
        List<(NaiveLot Lot, char Account, long Units)> moves = [(lot, 'p', Math.Min(fromLot, pending)), (lot, 'a', fromLot - Math.Min(fromLot, pending)), (lot, 'x', fromExpired)];
        long lack = fromOthers;
        foreach (NaiveLot other in member.InOrder)
        {
            long there = other.Sum('a', long.MaxValue) - (other == lot ? fromLot - Math.Min(fromLot, pending) : 0);
            long part = Math.Min(lack, there);
            moves.Add((other, 'a', part));
            lack -= part;
        }

        if (lack > 0 && policies.ShortfallOnClawback == ClawbackShortfall.Reject)
            return false;
        moves.RemoveAll(move => move.Units == 0);
        moves.Add((lot, 'v', -duty));
        long at = moves.Any(move => move.Lot.LastMoved > effective) ? now : effective;
        foreach ((NaiveLot from, char account, long units) in moves)
            from.Moves.Add((account, -units, at));
        long below = Math.Max(0, Math.Min(lack, (policies.NegativeLimit ?? long.MaxValue) - member.Sum('o')));
        switch (policies.ShortfallOnClawback)
        {
            case ClawbackShortfall.AllowNegative:
                member.Owe('o', below, at);
                member.Owe('w', lack - below, at);
                break;
            case ClawbackShortfall.WriteOff: member.Owe('w', lack, at); break;
            default: member.Owe('d', lack, at); break;
        }

        lot.Reversed += duty;
        if (lot.CountsOnce && lot.Reversed == lot.Granted && policies.OnceReversal == OnceReversal.ReArm)
            member.OnceUsed--;
        member.LastEffective = Math.Max(member.LastEffective, at);
        return true;
    }

    private LedgerError? Transfer(NaiveMember from, NaiveMember to, long units, long occurred, long now, long effective)
    {
        if (from == to)
            return LedgerError.SameMember;
        long there = occurred < to.LastEffective ? now : occurred;
        return Spend(from, units, 't', occurred, now, effective, (taken, at) =>
        {
            to.Settle(now);
            long arrives = Math.Max(at, there);
            foreach ((NaiveLot lot, long part) in taken)
            {
                NaiveLot mine = new() { Number = to.Lots.Count + 1, Earned = lot.Earned, Activates = lot.Activates, Expires = lot.Expires, Granted = part };
                mine.Moves.Add(('a', part, arrives));
                to.Lots.Add(mine);
            }

            to.LastEffective = Math.Max(to.LastEffective, arrives);
            to.Pay(arrives);
        });
    }
}
