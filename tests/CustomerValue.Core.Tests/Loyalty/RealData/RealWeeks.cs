using System.Globalization;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.RealData;

/// <summary>Plays real purchases into a ledger, with redemptions and refunds that the data do not have: where, is decided by counting.</summary>
internal static class RealWeeks
{
    /// <param name="ledger">The ledger.</param>
    /// <param name="orders">The orders.</param>
    /// <param name="refundEach">Of so many orders one is refunded, by 30 % two days later, and in whole nine days later where its number is even.</param>
    /// <returns>How many events there were, and how many were refused.</returns>
    public static (int Events, int Refused) Play(LoyaltyLedger ledger, IReadOnlyList<OrderPaid> orders, int refundEach)
    {
        int events = 0;
        int refused = 0;
        Queue<LoyaltyEvent> early = new();
        Queue<LoyaltyEvent> late = new();
        for (int at = 0; at < orders.Count; at++)
        {
            OrderPaid order = orders[at];
            foreach (Queue<LoyaltyEvent> due in new[] { early, late })
            {
                while (due.Count > 0 && due.Peek().OccurredAt <= order.OccurredAt)
                    Handle(due.Dequeue());
            }

            Handle(order);
            if (at % 4 == 0 && ledger.Balance(order.Member, order.OccurredAt).Available is > 1 and var there)
                Handle(new PointsRedeemed { Key = "spend" + Text(at), Member = order.Member, OccurredAt = order.OccurredAt + Duration.FromMinutes(1), Points = at % 8 == 0 ? there : there / 2, Source = order.Order.Id });
            if (at % refundEach == 0)
                early.Enqueue(new OrderRefunded { Key = "part" + Text(at), Member = order.Member, OccurredAt = order.OccurredAt + Duration.FromDays(2), OrderId = order.Order.Id, Share = 0.3m });
            if (at % (2 * refundEach) == 0)
                late.Enqueue(new OrderRefunded { Key = "rest" + Text(at), Member = order.Member, OccurredAt = order.OccurredAt + Duration.FromDays(9), OrderId = order.Order.Id });
        }

        return (events, refused);

        void Handle(LoyaltyEvent happened)
        {
            events++;
            if (!ledger.Handle(happened).IsAccepted)
                refused++;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
