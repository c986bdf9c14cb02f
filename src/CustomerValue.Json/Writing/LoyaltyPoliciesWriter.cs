using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Json.Writing;

/// <summary>Writes policies, all of them, so that a document says what it does.</summary>
internal static class LoyaltyPoliciesWriter
{
    public static void Write(Utf8JsonWriter writer, ProgramPolicies policies)
    {
        if (policies is { ShortfallOnClawback: ClawbackShortfall.AllowNegative, NegativeLimit: { } limit })
            writer.Object("shortfallOnClawback", () => writer.Object("allowNegative", () => writer.Decimal("limit", limit)));
        else
            writer.Word("shortfallOnClawback", LoyaltyWords.Shortfalls, policies.ShortfallOnClawback);
        writer.Object("earnReversal", () =>
        {
            writer.WriteString("method", "cumulative");
            string pools = Words.Of(LoyaltyWords.PoolOrders, policies.EarnReversal);
            if (pools.IndexOf(',') < 0)
                writer.WriteString("pools", pools);
            else
                writer.List("pools", pools.Split(','), writer.WriteStringValue);
        });
        writer.Object("redemptionReversal", () =>
        {
            if (policies.RedemptionReversal == RestoredExpiry.Grace)
                writer.Object("expiry", () => writer.Days("grace", policies.RestoredGraceDays));
            else
                writer.WriteString("expiry", "original");
        });
        writer.Object("backdated", () =>
        {
            writer.WriteString("rules", "asOfOccurred");
            writer.Word("expiryFrom", LoyaltyWords.ExpiriesFrom, policies.BackdatedExpiry);
            writer.WriteBoolean("rerateLater", policies.RerateLater);
        });
        writer.Word("pendingExpiry", LoyaltyWords.PendingExpiries, policies.PendingExpiry);
        writer.Word("funds", LoyaltyWords.Funds, policies.Funds);
        writer.Word("onceReversal", LoyaltyWords.OnceReversals, policies.OnceReversal);
        writer.Word("leapDay", LoyaltyWords.LeapDays, policies.LeapDay);
        writer.WriteString("holdTimeout", "PT" + LoyaltyValues.Text(policies.HoldMinutes) + "M");
    }
}
