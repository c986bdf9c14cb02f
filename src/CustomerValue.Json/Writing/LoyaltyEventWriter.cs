using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Json.Writing;

/// <summary>Writes loyalty events.</summary>
internal static class LoyaltyEventWriter
{
    public static void Write(Utf8JsonWriter writer, LoyaltyEvent happened)
    {
        writer.WriteStartObject();
        writer.WriteString("type", happened.Type);
        writer.WriteString("key", happened.Key);
        writer.WriteString("member", happened.Member.Value);
        writer.Instant("occurredAt", happened.OccurredAt);
        writer.Instant("recordedAt", happened.RecordedAt);
        Fields(writer, happened);
        writer.WriteEndObject();
    }

    /// <summary>The fields of an event in an example; names that the reader gives itself stay out.</summary>
    public static void WriteExample(Utf8JsonWriter writer, LoyaltyEvent happened, string on)
    {
        if (happened.Type != on)
            writer.WriteString("type", happened.Type);
        if (happened.Key != LoyaltyEventReader.InExample)
            writer.WriteString("key", happened.Key);
        if (happened.Member.Value != LoyaltyEventReader.InExample)
            writer.WriteString("member", happened.Member.Value);
        writer.Instant(happened is MemberJoined ? "joined" : "occurredAt", happened.OccurredAt);
        writer.Instant("recordedAt", happened.RecordedAt);
        Fields(writer, happened);
    }

    public static void WriteProfile(Utf8JsonWriter writer, MemberProfile profile)
    {
        writer.Date("birthday", profile.Birthday);
        writer.Instant("birthdayVerifiedAt", profile.BirthdayVerifiedAt);
        writer.Map("attributes", profile.Attributes, text => text);
        writer.Map("segments", profile.Segments, text => text);
        writer.Map("identityHashes", profile.IdentityHashes, text => text);
    }

    private static void Fields(Utf8JsonWriter writer, LoyaltyEvent happened)
    {
        switch (happened)
        {
            case MemberJoined joined:
                WriteProfile(writer, joined.Profile);
                break;
            case MemberUpdated updated:
                WriteProfile(writer, updated.Profile);
                break;
            case OrderPaid paid:
                writer.Object("order", () => Write(writer, paid.Order));
                break;
            case OrderRefunded refunded:
                writer.WriteString("order", refunded.OrderId);
                writer.Objects("lines", refunded.Lines, (to, line) =>
                {
                    to.WriteString("id", line.Id);
                    to.Money("amount", line.Amount);
                });
                writer.Decimal("share", refunded.Share);
                break;
            case PointsEarned earned:
                Points(writer, earned.Wallet, earned.Points, earned.Source);
                writer.Text("rule", earned.Rule);
                writer.Period("pending", earned.Pending);
                LoyaltyProgramWriter.Expiry(writer, "expiry", earned.Expiry);
                writer.FlagUnless("qualifying", earned.Qualifying, false);
                writer.Text("reason", earned.Reason);
                break;
            case PointsRedeemed redeemed:
                Points(writer, redeemed.Wallet, redeemed.Points, redeemed.Source);
                writer.Text("reason", redeemed.Reason);
                break;
            case RedemptionCancelled cancelled:
                Points(writer, null, cancelled.Points, cancelled.Source);
                break;
            case PointsHeld held:
                Points(writer, held.Wallet, held.Points, null);
                writer.WriteString("hold", held.Hold);
                writer.Whole("minutes", held.Minutes);
                break;
            case HoldCaptured captured:
                writer.WriteString("hold", captured.Hold);
                Points(writer, null, captured.Points, null);
                break;
            case HoldVoided voided:
                writer.WriteString("hold", voided.Hold);
                break;
            case PointsAdjusted adjusted:
                Points(writer, adjusted.Wallet, adjusted.Points, null);
                writer.WriteString("reason", adjusted.Reason);
                LoyaltyProgramWriter.Expiry(writer, "expiry", adjusted.Expiry);
                break;
            case PointsTransferred transferred:
                Points(writer, transferred.Wallet, transferred.Points, null);
                writer.WriteString("to", transferred.To.Value);
                break;
            default:
                OfMembers(writer, happened);
                break;
        }
    }

    private static void OfMembers(Utf8JsonWriter writer, LoyaltyEvent happened)
    {
        switch (happened)
        {
            case ReferralQualified referral:
                writer.WriteString("referrer", referral.Referrer.Value);
                writer.Text("order", referral.OrderId);
                break;
            case TierAssigned assigned:
                writer.WriteString("tier", assigned.Level);
                writer.Word("kind", LoyaltyWords.Assignments, assigned.Kind);
                writer.Instant("until", assigned.Until);
                writer.WriteString("reason", assigned.Reason);
                break;
            case MemberMerged merged:
                writer.WriteString("other", merged.Other.Value);
                break;
            case MemberUnmerged unmerged:
                writer.WriteString("other", unmerged.Other.Value);
                break;
            case RewardRedeemed redeemed:
                writer.WriteString("reward", redeemed.Reward);
                writer.WriteNumber("quantity", redeemed.Quantity);
                break;
            case CouponReserved reserved:
                writer.WriteString("code", reserved.Code);
                writer.WriteString("source", reserved.Source);
                writer.Whole("minutes", reserved.Minutes);
                break;
            case CouponRedeemed redeemed:
                writer.WriteString("code", redeemed.Code);
                writer.WriteString("source", redeemed.Source);
                break;
            case CouponReturned returned:
                writer.WriteString("code", returned.Code);
                break;
            case RebateSettled settled:
                writer.WriteString("rebate", settled.Scheme);
                writer.Date("day", settled.Day);
                break;
            case CustomEvent custom:
                writer.Map("attributes", custom.Attributes, text => text);
                writer.Text("source", custom.Source);
                break;
        }
    }

    private static void Points(Utf8JsonWriter writer, string? wallet, decimal? points, string? source)
    {
        writer.Text("wallet", wallet);
        if (points is { } number)
            writer.WriteNumber("points", number);
        writer.Text("source", source);
    }

    private static void Write(Utf8JsonWriter writer, Order order)
    {
        writer.WriteString("id", order.Id);
        writer.Text("channel", order.Channel);
        writer.Text("store", order.Store);
        writer.Text("payment", order.Payment);
        writer.List("lines", order.Lines, line =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", line.Id);
            writer.Text("product", line.Product);
            writer.Text("category", line.Category);
            writer.Text("brand", line.Brand);
            writer.WriteNumber("quantity", line.Quantity);
            writer.Money("amount", line.Amount);
            writer.FlagUnless("eligible", line.Eligible, true);
            writer.WriteEndObject();
        });
    }
}
