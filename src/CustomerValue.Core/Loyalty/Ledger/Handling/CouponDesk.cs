using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Rewards;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Sets coupons aside, uses them, and makes them usable again.</summary>
internal static class CouponDesk
{
    public static Rejection? Reserve(LedgerTransaction tx, MemberBook book, CouponReserved reserved)
    {
        int minutes = reserved.Minutes ?? tx.Setup.Programs.Nearest(book.Now).Program.Policies.HoldMinutes;
        if (minutes is < 1 or > 527_040)
            return Rejections.Invalid("minutes", minutes.ToString(System.Globalization.CultureInfo.InvariantCulture), "1 to 527040 (a year)", "1 到 527040（一年）");
        Coupon? coupon = book.State.Coupons.At(reserved.Code, book.Effective);
        if (coupon is not { State: CouponState.Issued })
            return NotValid(reserved.Code, coupon);
        Change(tx, book, new(reserved.Code, CouponState.Reserved, reserved.Source, book.Effective + Duration.FromMinutes(minutes)));
        return null;
    }

    public static Rejection? Redeem(LedgerTransaction tx, MemberBook book, CouponRedeemed redeemed)
    {
        Coupon? coupon = book.State.Coupons.At(redeemed.Code, book.Effective);
        if (coupon is not { State: CouponState.Issued } && !(coupon is { State: CouponState.Reserved } && coupon.Source == redeemed.Source))
            return NotValid(redeemed.Code, coupon);
        Change(tx, book, new(redeemed.Code, CouponState.Redeemed, redeemed.Source, null));
        return null;
    }

    public static Rejection? Return(LedgerTransaction tx, MemberBook book, CouponReturned returned)
    {
        Coupon? coupon = book.State.Coupons.At(returned.Code, book.Effective);
        if (coupon is not { State: CouponState.Reserved or CouponState.Redeemed })
            return NotValid(returned.Code, coupon);
        Change(tx, book, new(returned.Code, CouponState.Issued, null, null));
        return null;
    }

    public static Rejection NotValid(string code, Coupon? coupon)
    {
        (string english, string chinese) = coupon?.State switch
        {
            null => ("is not one of this member's", "不属于该会员"),
            CouponState.Issued => ("is neither reserved nor used", "未被占用或使用"),
            CouponState.Reserved => ($"is reserved for '{coupon.Source}' until {coupon.ReservedUntil}", $"已为“{coupon.Source}”占用至 {coupon.ReservedUntil}"),
            CouponState.Redeemed => ($"was used on '{coupon.Source}'", $"已用于“{coupon.Source}”"),
            CouponState.Expired => ($"expired at {coupon.ValidUntil}", $"已于 {coupon.ValidUntil} 过期"),
            _ => ("was given back", "已退回"),
        };
        return Rejections.Of(LedgerError.CouponNotValid, $"Coupon '{code}' {english}.", $"优惠券“{code}”{chinese}。");
    }

    private static void Change(LedgerTransaction tx, MemberBook book, CouponDetail detail) => tx.Post(book, EntryKind.Reward, detail: detail);
}
