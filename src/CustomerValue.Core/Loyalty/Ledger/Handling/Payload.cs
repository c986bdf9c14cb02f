using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Bytes;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>What an event says as bytes, whenever it is said: a retry with the same key must say the same.</summary>
internal static class Payload
{
    public static void Write(LoyaltyEvent happened, ByteWriter bytes)
    {
        bytes.Clear().Text(happened.Type).Text(happened.Member.Value).Time(happened.OccurredAt);
        switch (happened)
        {
            case MemberJoined joined: ProfileBytes.Write(joined.Profile, bytes); break;
            case MemberUpdated updated: ProfileBytes.Write(updated.Profile, bytes); break;
            case OrderPaid paid: bytes.Order(paid.Order); break;
            case OrderRefunded refunded: Refund(refunded, bytes); break;
            case PointsEarned earned: Earned(earned, bytes); break;
            case PointsRedeemed redeemed: bytes.Text(redeemed.Wallet).Decimal(redeemed.Points).Text(redeemed.Source).Text(redeemed.Reason); break;
            case RedemptionCancelled cancelled: bytes.Text(cancelled.Source).Mark(cancelled.Points is not null).Decimal(cancelled.Points ?? 0); break;
            case PointsHeld held: bytes.Text(held.Wallet).Decimal(held.Points).Text(held.Hold).Number(held.Minutes ?? -1); break;
            case HoldCaptured captured: bytes.Text(captured.Hold).Mark(captured.Points is not null).Decimal(captured.Points ?? 0); break;
            case HoldVoided voided: bytes.Text(voided.Hold); break;
            case PointsAdjusted adjusted: Expiry(adjusted.Expiry, bytes.Text(adjusted.Wallet).Decimal(adjusted.Points).Text(adjusted.Reason)); break;
            case PointsTransferred transferred: bytes.Text(transferred.Wallet).Decimal(transferred.Points).Text(transferred.To.Value); break;
            case ReferralQualified referral: bytes.Text(referral.Referrer.Value).Text(referral.OrderId); break;
            case TierAssigned tier: bytes.Text(tier.Level).Number((int)tier.Kind).Time(tier.Until).Text(tier.Reason); break;
            case MemberMerged merged: bytes.Text(merged.Other.Value); break;
            case MemberUnmerged unmerged: bytes.Text(unmerged.Other.Value); break;
            case RewardRedeemed reward: bytes.Text(reward.Reward).Number(reward.Quantity); break;
            case CouponReserved coupon: bytes.Text(coupon.Code).Text(coupon.Source).Number(coupon.Minutes ?? -1); break;
            case CouponRedeemed coupon: bytes.Text(coupon.Code).Text(coupon.Source); break;
            case CouponReturned coupon: bytes.Text(coupon.Code); break;
            case RebateSettled rebate: bytes.Text(rebate.Scheme).Day(rebate.Day); break;
            case CustomEvent custom: bytes.Pairs(custom.Attributes).Text(custom.Source); break;
        }
    }

    private static void Refund(OrderRefunded refunded, ByteWriter bytes)
    {
        bytes.Text(refunded.OrderId).Mark(refunded.Share is not null).Decimal(refunded.Share ?? 0).Number(refunded.Lines.Count);
        foreach (RefundedLine line in refunded.Lines)
            bytes.Text(line.Id).Amount(line.Amount);
    }

    private static void Earned(PointsEarned earned, ByteWriter bytes)
    {
        bytes.Text(earned.Wallet).Decimal(earned.Points).Text(earned.Source).Text(earned.Rule).Text(earned.Pending?.ToString()).Mark(earned.Qualifying).Text(earned.Reason);
        Expiry(earned.Expiry, bytes);
    }

    private static void Expiry(ExpiryTerms? terms, ByteWriter bytes)
    {
        bytes.Mark(terms is not null);
        if (terms is not null)
            bytes.Number((int)terms.Kind).Text(terms.Period?.ToString()).Number((int)terms.EndOf).Day(terms.Date).Mark(terms.ThroughEndOfDay);
    }
}
