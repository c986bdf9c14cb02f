using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;

namespace CustomerValue.Tool.Commands;

/// <summary>The groups of members for winners and losers: the labels of every segmentation that events tell, and fifths by what members paid.</summary>
internal sealed class MemberLabels
{
    private const int Bands = 5;
    private readonly Dictionary<CustomerId, IReadOnlyDictionary<string, string>> segments = [];
    private readonly Dictionary<CustomerId, decimal> paid = [];
    private readonly Dictionary<CustomerId, CustomerId> mergedInto = [];
    private readonly Dictionary<string, (CustomerId Member, decimal Amount)> orders = new(StringComparer.Ordinal);

    /// <summary>The segmentations, in ordinal order.</summary>
    public IEnumerable<string> Segmentations => segments.Values.SelectMany(labels => labels.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public void Add(LoyaltyEvent happened)
    {
        switch (happened)
        {
            case MemberJoined joined:
                segments[joined.Member] = joined.Profile.Segments;
                break;
            case MemberUpdated updated:
                segments[updated.Member] = updated.Profile.Segments;
                break;
            case MemberMerged merged:
                mergedInto[merged.Other] = merged.Member;
                break;
            case MemberUnmerged unmerged:
                mergedInto.Remove(unmerged.Other);
                break;
            case OrderPaid order when orders.TryAdd(order.Order.Id, (order.Member, order.Order.Lines.Sum(line => line.Amount.Amount))):
                Pay(order.Member, orders[order.Order.Id].Amount);
                break;
            case OrderRefunded refund when orders.TryGetValue(refund.OrderId, out (CustomerId Member, decimal Amount) of):
                Pay(of.Member, -(refund.Share is { } share ? share * of.Amount : refund.Lines.Sum(line => line.Amount.Amount)));
                break;
        }
    }

    /// <summary>The labels of one segmentation.</summary>
    public IReadOnlyDictionary<CustomerId, string> Of(string segmentation) =>
        segments.Where(member => member.Value.ContainsKey(segmentation)).ToDictionary(member => member.Key, member => member.Value[segmentation]);

    /// <summary>Fifths of members by what they paid less refunds, 1 for those who paid most; equal amounts are in one band.</summary>
    public IReadOnlyDictionary<CustomerId, string> ValueBands(IEnumerable<CustomerId> members)
    {
        Dictionary<CustomerId, decimal> sums = members.ToDictionary(member => member, _ => 0m);
        foreach ((CustomerId member, decimal amount) in paid)
        {
            CustomerId now = member;
            for (int steps = 0; steps <= mergedInto.Count && mergedInto.TryGetValue(now, out CustomerId next); steps++)
                now = next;
            if (sums.TryGetValue(now, out decimal sum))
                sums[now] = sum + amount;
        }

        decimal[] falling = [.. sums.Values.OrderDescending()];
        Dictionary<decimal, int> above = [];
        for (int at = 0; at < falling.Length; at++)
            above.TryAdd(falling[at], at);
        return sums.ToDictionary(member => member.Key, member => (1 + (int)((long)Bands * above[member.Value] / falling.Length)).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private void Pay(CustomerId member, decimal amount) => paid[member] = paid.GetValueOrDefault(member) + amount;
}
