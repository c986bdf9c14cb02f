using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Loyalty.Ledger.Bytes;

/// <summary>What is recorded beside postings, as bytes. A number says which detail follows; it is never given to another one.</summary>
internal static class DetailBytes
{
    public static void Write(EntryDetail? detail, ByteWriter bytes)
    {
        switch (detail)
        {
            case null: bytes.Number(0); break;
            case OrderDetail order: bytes.Number(1).Order(order.Order); break;
            case RefundDetail refund: bytes.Number(2).Text(refund.Order).Fractions(refund.Remaining); break;
            case SourceDetail source: bytes.Number(3).Text(source.Source); break;
            case HoldDetail hold: bytes.Number(4).Text(hold.Hold).Time(hold.Until); break;
            case ReversalDetail taken: bytes.Number(5).Number(taken.Lot).Number(taken.Remaining).Number(taken.Expired).Number(taken.Spent); break;
            case EventDetail happened: bytes.Number(6).Text(happened.Type).Text(happened.Source); break;
            case MemberDetail other: bytes.Number(7).Number(other.Member).Number(other.Sequence); break;
            case ReferralDetail referral: Referral(referral, bytes.Number(8)); break;
            case TierDetail { Assignment: var tier }: bytes.Number(9).Text(tier.Level).Number((int)tier.Kind).Time(tier.From).Time(tier.Until); break;
            case RewardDetail reward: Reward(reward, bytes.Number(10)); break;
            case RewardCancelledDetail reward: bytes.Number(11).Text(reward.Source); break;
            case CouponDetail coupon: bytes.Number(12).Text(coupon.Code).Number((int)coupon.State).Text(coupon.Source).Time(coupon.Until); break;
            case RebateDetail rebate: bytes.Number(13).Text(rebate.Scheme).Day(rebate.Period.From).Day(rebate.Period.To).Decimal(rebate.Purchases).Decimal(rebate.LastPurchases).Decimal(rebate.Rate); break;
            default: throw new InvalidOperationException($"{detail.GetType().Name} has no bytes yet.");
        }
    }

    public static EntryDetail? Read(ref ByteReader bytes) => bytes.Number() switch
    {
        0 => null,
        1 => new OrderDetail(bytes.Order()),
        2 => new RefundDetail(bytes.Word(), bytes.Fractions()),
        3 => new SourceDetail(bytes.Text()),
        4 => new HoldDetail(bytes.Word(), bytes.Time()),
        5 => new ReversalDetail(bytes.Small(1, int.MaxValue), bytes.Number(), bytes.Number(), bytes.Number()),
        6 => new EventDetail(bytes.Word(), bytes.Text()),
        7 => new MemberDetail(bytes.Number(), bytes.Number()),
        8 => new ReferralDetail(bytes.Number(), bytes.Text(), Numbers(ref bytes)),
        9 => new TierDetail(new TierAssignment(bytes.Word(), (TierReason)bytes.Small(0, byte.MaxValue), bytes.Time(), bytes.TimeOrNull())),
        10 => new RewardDetail(bytes.Word(), (RewardKind)bytes.Small(0, byte.MaxValue), bytes.Small(0, int.MaxValue), bytes.Word(), Words(ref bytes), bytes.TimeOrNull(), bytes.Text(), bytes.Small(0, int.MaxValue)),
        11 => new RewardCancelledDetail(bytes.Word()),
        12 => new CouponDetail(bytes.Word(), (CouponState)bytes.Small(0, byte.MaxValue), bytes.Text(), bytes.TimeOrNull()),
        13 => new RebateDetail(bytes.Word(), new DayRange { From = bytes.Day(), To = bytes.Day() }, bytes.Decimal(), bytes.Decimal(), bytes.Decimal()),
        var other => throw new FormatException($"Detail {other} is not known; the entry was damaged, or written by a newer version."),
    };

    private static void Referral(ReferralDetail referral, ByteWriter bytes)
    {
        bytes.Number(referral.Referrer).Text(referral.Order).Number(referral.ReferrerLots.Count);
        foreach (int lot in referral.ReferrerLots)
            bytes.Number(lot);
    }

    private static void Reward(RewardDetail reward, ByteWriter bytes)
    {
        bytes.Text(reward.Reward).Number((int)reward.Kind).Number(reward.Quantity).Text(reward.Source).Number(reward.Codes.Count);
        foreach (string code in reward.Codes)
            bytes.Text(code);
        bytes.Time(reward.ValidUntil).Text(reward.Wallet).Number(reward.Lot);
    }

    private static int[] Numbers(ref ByteReader bytes)
    {
        int[] numbers = new int[bytes.Count()];
        for (int at = 0; at < numbers.Length; at++)
            numbers[at] = bytes.Small(0, int.MaxValue);
        return numbers;
    }

    private static string[] Words(ref ByteReader bytes)
    {
        string[] words = new string[bytes.Count()];
        for (int at = 0; at < words.Length; at++)
            words[at] = bytes.Word();
        return words;
    }
}
