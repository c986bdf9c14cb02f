using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>What rules pay for an event.</summary>
internal static class Rewarding
{
    public static Rejection? Order(LedgerTransaction tx, MemberBook book, OrderPaid paid, RuleDesk desk)
    {
        if (tx.Setup.Programs.At(tx.OccurredAt) is not { } program)
            return NotInForce(tx);
        OrderFacts order = new(paid.Order);
        RuleFacts facts = new(paid, program.Calendar.LocalOf(tx.OccurredAt), desk.FactsOf(tx, book, program), order);
        AwardList awards = desk.Evaluate(program, facts, book.State);
        tx.Settle(book);
        tx.Post(book, EntryKind.Order, detail: new OrderDetail(paid.Order), qualifying: Qualifying.OfOrder(tx, order.EligibleAmount), effective: tx.OccurredAt);
        for (int at = 0; at < awards.Count; at++)
        {
            if (awards[at].Kind == AwardKind.Reward)
                RewardDesk.Give(tx, book, program, awards[at], facts, desk);
            else if (awards[at].Granted > 0)
                Grant(tx, book, program, awards[at], facts, paid.Order.Id, book.State.Number);
        }

        return null;
    }

    /// <summary>An event that is no order: somebody joined, reviewed, checked in.</summary>
    public static Rejection? Event(LedgerTransaction tx, MemberBook book, LoyaltyEvent happened, string? source, RuleDesk desk, EntryKind kind, EntryDetail? detail, MemberProfile? profile = null)
    {
        if (tx.Setup.Programs.At(tx.OccurredAt) is not { } program)
            return NotInForce(tx);
        RuleFacts facts = new(happened, program.Calendar.LocalOf(tx.OccurredAt), desk.FactsOf(tx, book, program, profile), null);
        AwardList awards = desk.Evaluate(program, facts, book.State);
        tx.Settle(book);
        tx.Post(book, kind, detail: detail, effective: tx.OccurredAt);
        for (int at = 0; at < awards.Count; at++)
        {
            if (awards[at].Kind == AwardKind.Reward)
                RewardDesk.Give(tx, book, program, awards[at], facts, desk);
            else if (awards[at].Granted > 0)
                Grant(tx, book, program, awards[at], facts, source, 0);
        }

        return null;
    }

    public static Rejection? Referral(LedgerTransaction tx, MemberBook referee, MemberBook referrer, ReferralQualified qualified, bool isCycle, RuleDesk desk)
    {
        if (tx.Setup.Programs.At(tx.OccurredAt) is not { } program)
            return NotInForce(tx);
        if (referee.State == referrer.State || desk.AreOnePerson(program, referee.State, referrer.State))
            return Rejections.Of(LedgerError.SelfReferral, "The one who refers and the one who is referred are the same person.", "推荐人与被推荐人是同一人。");
        if (isCycle)
            return Rejections.Of(LedgerError.Cycle, "The one who refers was himself referred by the one who is referred.", "推荐人本身是由被推荐人推荐的（循环推荐）。");
        if (referee.State.Referrer != 0)
            return Rejections.Of(LedgerError.AlreadyReferred, "The member was referred before; a member is referred once.", "该会员已被推荐过；每位会员只能被推荐一次。");
        OrderState? order = null;
        if (qualified.OrderId is { } id ? !referee.State.Orders.TryGetValue(id, out order) : (order = First(referee.State)) is null && false)
            return Rejections.Unknown(LedgerError.UnknownOrder, "order", "订单", id);
        OrderFacts? facts = order is null ? null : new OrderFacts(order.Order);
        OrderState? first = First(referee.State);
        RuleFacts all = new(qualified, program.Calendar.LocalOf(tx.OccurredAt), desk.FactsOf(tx, referee, program), facts, new ReferralFacts
        {
            Referrer = desk.FactsOf(tx, referrer, program),
            RefereeFirstOrder = first is null ? null : new Customers.Money(new OrderFacts(first.Order).EligibleAmount, first.Order.Lines[0].Amount.Currency),
        });
        AwardList awards = desk.Evaluate(program, all, referee.State, referrer.State);
        tx.Settle(referee);
        tx.Settle(referrer);
        List<int> lots = [];
        for (int at = 0; at < awards.Count; at++)
        {
            if (awards[at].Kind == AwardKind.Reward)
                RewardDesk.Give(tx, referee, program, awards[at], all, desk);
            if (awards[at].Granted <= 0)
                continue;
            MemberBook to = awards[at].To == AwardTo.Referrer ? referrer : referee;
            JournalEntry entry = Grant(tx, to, program, awards[at], all, order?.Order.Id, order is null ? 0 : referee.State.Number);
            if (to == referrer)
                lots.Add(entry.Lots[0].Number);
        }

        tx.Post(referee, EntryKind.Referral, detail: new ReferralDetail(referrer.State.Number, order?.Order.Id, lots), effective: tx.OccurredAt);
        return null;
    }

    /// <summary>What an order of before would have got more in a higher tier.</summary>
    public static void Difference(LedgerTransaction tx, MemberBook book, CompiledProgram program, OrderState order, IMemberFacts was, IMemberFacts @is, RuleDesk desk)
    {
        OrderPaid paid = new() { Key = order.Order.Id, Member = new("rerated"), OccurredAt = order.OccurredAt, Order = order.Order };
        OrderFacts facts = new(order.Order);
        RuleFacts higher = new(paid, program.Calendar.LocalOf(order.OccurredAt), @is, facts);
        Award[] before = desk.Evaluate(program, new(paid, higher.Local, was, facts), book.State).ToArray();
        foreach (Award award in desk.Evaluate(program, higher, book.State).ToArray())
        {
            Award same = before.FirstOrDefault(each => each.Rule == award.Rule && each.Effect == award.Effect && each.Wallet == award.Wallet);
            Award more = award;
            more.Granted = Math.Min(award.Wanted - same.Wanted, award.Granted);
            if (more.Granted > 0)
                Grant(tx, book, program, more, higher, order.Order.Id, book.State.Number, Fraction.One - (same.Exact / award.Exact));
        }
    }

    private static JournalEntry Grant(LedgerTransaction tx, MemberBook book, CompiledProgram program, in Award award, in RuleFacts facts, string? source, long orderOwner, Fraction? part = null)
    {
        LoyaltyRule rule = program.Rules[award.Rule];
        (Period? pending, ExpiryTerms? expiry, bool qualifying) = rule.Then[award.Effect] switch
        {
            EarnEffect earn => (earn.Pending, earn.Expiry, earn.Qualifying),
            BonusEffect bonus => (bonus.Pending, bonus.Expiry, bonus.Qualifying),
            _ => (null, (ExpiryTerms?)null, false),
        };
        WalletState wallet = tx.Wallet(book, tx.Setup.WalletOf(program.Wallets[award.Wallet].Id));
        EarnOrigin origin = new()
        {
            ProgramHash = program.Hash,
            Rule = rule.Id,
            Kind = award.Kind,
            Source = source,
            OrderOwner = orderOwner,
            Exact = part is { } share ? award.Exact * share : award.Exact,
            Rounding = program.Program.Rounding.Mode,
            // A fixed award is rounded once, whatever the lines.
            RoundedByLine = award.Kind != AwardKind.Fixed && program.Program.Rounding.Scope == RoundingScope.LineRule,
            Lines = facts.Order is null ? [] : part is { } each ? Parts(program.LinesOf(award, facts), each) : program.LinesOf(award, facts),
            Qualifying = qualifying,
        };
        return Granting.Grant(tx, book, wallet, award.Granted, pending, expiry, origin, part is null ? program.UsesOf(award, facts) : [.. program.UsesOf(award, facts).Where(use => !use.Key.CountsTimes)], qualifying ? Qualifying.OfUnits(tx, wallet.Wallet, award.Granted) : 0);
    }

    // By itself: what a lambda catches is made where its method begins, whether it is needed or not.
    private static Fraction[] Parts(IReadOnlyList<Fraction> lines, Fraction part) => [.. lines.Select(line => line * part)];

    private static OrderState? First(MemberState state) => state.Orders.Values.OrderBy(order => order.OccurredAt).ThenBy(order => order.Order.Id, StringComparer.Ordinal).FirstOrDefault();

    public static Rejection NotInForce(LedgerTransaction tx) => Rejections.Of(
        LedgerError.ProgramNotInForce,
        $"No version of the programme is in force at {tx.OccurredAt}; load the version of that time, or correct the date.",
        $"{tx.OccurredAt} 没有生效的计划版本；请加载当时的版本，或更正日期。");
}
