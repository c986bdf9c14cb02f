using CustomerValue.Loyalty.Ledger.Bytes;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Rewards;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>A member's rewards and coupons, as entries made them.</summary>
internal sealed class CouponBook
{
    private readonly Dictionary<string, JournalEntry> rewards = new(StringComparer.Ordinal);
    private readonly HashSet<string> cancelled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Coupon> coupons = new(StringComparer.Ordinal);

    public void Apply(JournalEntry entry)
    {
        switch (entry.Detail)
        {
            case RewardDetail reward:
                rewards[reward.Source] = entry;
                foreach (string code in reward.Codes)
                    coupons[code] = new() { Code = code, Reward = reward.Reward, IssuedAt = entry.OccurredAt, ValidUntil = reward.ValidUntil, State = CouponState.Issued };
                break;
            case RewardCancelledDetail reward:
                cancelled.Add(reward.Source);
                foreach (string code in ((RewardDetail)rewards[reward.Source].Detail!).Codes)
                    coupons[code] = coupons[code] with { State = CouponState.Cancelled };
                break;
            case CouponDetail change:
                coupons[change.Code] = coupons[change.Code] with { State = change.State, Source = change.Source, ReservedUntil = change.Until };
                break;
        }
    }

    /// <summary>The entry of a reward that was not given back, or null.</summary>
    public JournalEntry? Reward(string source) => !cancelled.Contains(source) && rewards.TryGetValue(source, out JournalEntry? entry) ? entry : null;

    /// <summary>A coupon as it is at an instant, or null where there is none.</summary>
    public Coupon? At(string code, Instant instant) => coupons.TryGetValue(code, out Coupon? coupon) ? At(coupon, instant) : null;

    /// <summary>All coupons as they are at an instant, in order of issue, then of code.</summary>
    public IReadOnlyList<Coupon> At(Instant instant) => [.. coupons.Values.OrderBy(coupon => coupon.IssuedAt).ThenBy(coupon => coupon.Code, StringComparer.Ordinal).Select(coupon => At(coupon, instant))];

    /// <summary>Takes over the rewards of a member who is the same.</summary>
    public void Adopt(CouponBook other)
    {
        foreach (KeyValuePair<string, JournalEntry> reward in other.rewards)
            rewards[reward.Key] = reward.Value;
        cancelled.UnionWith(other.cancelled);
        foreach (KeyValuePair<string, Coupon> coupon in other.coupons)
            coupons[coupon.Key] = coupon.Value;
    }

    /// <summary>Gives them back.</summary>
    public void Return(CouponBook other)
    {
        foreach (string reward in other.rewards.Keys)
            rewards.Remove(reward);
        foreach (string code in other.coupons.Keys)
            coupons.Remove(code);
    }

    public void Write(ByteWriter bytes)
    {
        ByteWriter entry = new();
        bytes.Number(rewards.Count);
        foreach (KeyValuePair<string, JournalEntry> reward in rewards.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            EntryHash hash = EntryBytes.Write(reward.Value, entry);
            bytes.Text(reward.Key).Hash(hash).Number(entry.Written.Length).Raw(entry.Written);
        }

        bytes.Number(cancelled.Count);
        foreach (string source in cancelled.OrderBy(each => each, StringComparer.Ordinal))
            bytes.Text(source);
        bytes.Number(coupons.Count);
        foreach (Coupon coupon in coupons.Values.OrderBy(each => each.Code, StringComparer.Ordinal))
            bytes.Text(coupon.Code).Text(coupon.Reward).Time(coupon.IssuedAt).Time(coupon.ValidUntil).Number((int)coupon.State).Text(coupon.Source).Time(coupon.ReservedUntil);
    }

    public void Read(ref ByteReader bytes)
    {
        for (int left = bytes.Count(); left > 0; left--)
        {
            string source = bytes.Word();
            EntryHash hash = bytes.Hash();
            rewards[source] = EntryBytes.Read(bytes.Raw(bytes.Count()), hash);
        }

        for (int left = bytes.Count(); left > 0; left--)
            cancelled.Add(bytes.Word());
        for (int left = bytes.Count(); left > 0; left--)
        {
            Coupon coupon = new() { Code = bytes.Word(), Reward = bytes.Word(), IssuedAt = bytes.Time(), ValidUntil = bytes.TimeOrNull(), State = (CouponState)bytes.Small(0, byte.MaxValue), Source = bytes.Text(), ReservedUntil = bytes.TimeOrNull() };
            coupons[coupon.Code] = coupon;
        }
    }

    private static Coupon At(Coupon coupon, Instant instant)
    {
        if (coupon.State is CouponState.Cancelled or CouponState.Redeemed || (coupon.State == CouponState.Reserved && coupon.ReservedUntil > instant))
            return coupon;
        return coupon with { State = coupon.ValidUntil <= instant ? CouponState.Expired : CouponState.Issued, Source = null, ReservedUntil = null };
    }
}
