using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Json.Reading;

/// <summary>Reads the policies of a programme.</summary>
internal static class LoyaltyPoliciesReader
{
    private const string Shortfalls = "\"debt\", \"writeOff\", \"reject\", \"allowNegative\" or {\"allowNegative\":{\"limit\":\"50\"}}";
    private const string Pools = "[\"remaining\",\"expired\",\"spent\"], [\"remaining\",\"spent\",\"expired\"], \"proRata\" or \"strict\"";
    private const string Restored = "\"original\" or {\"grace\":\"P30D\"}";

    public static ProgramPolicies Read(StrictObject fields)
    {
        ProgramPolicies policies = new()
        {
            PendingExpiry = fields["pendingExpiry"].ChoiceOr(LoyaltyWords.PendingExpiries, default),
            Funds = fields["funds"].ChoiceOr(LoyaltyWords.Funds, default),
            LeapDay = fields["leapDay"].ChoiceOr(LoyaltyWords.LeapDays, default),
            OnceReversal = fields["onceReversal"].ChoiceOr(LoyaltyWords.OnceReversals, default),
        };
        policies = Shortfall(fields["shortfallOnClawback"], policies);
        if (!fields["earnReversal"].IsMissing)
            policies = policies with { EarnReversal = fields["earnReversal"].Object(Reversal) };
        if (!fields["redemptionReversal"].IsMissing)
            policies = fields["redemptionReversal"].Object(part => Restore(part["expiry"], policies)) ?? policies;
        if (!fields["backdated"].IsMissing)
            policies = fields["backdated"].Object(part => Backdated(part, policies)) ?? policies;
        return fields["holdTimeout"].IsMissing ? policies : policies with { HoldMinutes = fields["holdTimeout"].Minutes() };
    }

    private static ProgramPolicies Shortfall(StrictValue value, ProgramPolicies policies)
    {
        if (value.IsMissing)
            return policies;
        if (!value.IsObject)
        {
            if (value.WordText is { } word && LoyaltyWords.Shortfalls.TryGetValue(word, out ClawbackShortfall shortfall))
                return policies with { ShortfallOnClawback = shortfall };
            value.Reject(Shortfalls);
            return policies;
        }

        decimal? limit = value.Object(fields => fields["allowNegative"].Object(part => (decimal?)part["limit"].Decimal()));
        if (limit is { } points && (points < 0 || points > 1_000_000_000_000m || points % 1 != 0))
            value.Reject("a limit of whole points, 0 or above");
        return policies with { ShortfallOnClawback = ClawbackShortfall.AllowNegative, NegativeLimit = limit is >= 0 and <= 1_000_000_000_000m ? (long)limit : null };
    }

    private static ReversalPools Reversal(StrictObject fields)
    {
        fields["method"].Only("cumulative");
        StrictValue pools = fields["pools"];
        if (pools.IsMissing)
            return default;
        string order = pools.IsArray ? string.Join(",", pools.Array(Pools, 3).Select(item => item.WordText)) : pools.WordText ?? "";
        if (LoyaltyWords.PoolOrders.TryGetValue(order, out ReversalPools read) && pools.IsArray != (read is ReversalPools.ProRata or ReversalPools.Strict))
            return read;
        pools.Reject(Pools);
        return default;
    }

    private static ProgramPolicies Restore(StrictValue expiry, ProgramPolicies policies)
    {
        if (expiry.IsObject)
            return policies with { RedemptionReversal = RestoredExpiry.Grace, RestoredGraceDays = expiry.Object(fields => fields["grace"].Days()) };
        if (!expiry.IsWord("original"))
            expiry.Reject(Restored);
        return policies;
    }

    private static ProgramPolicies Backdated(StrictObject fields, ProgramPolicies policies)
    {
        fields["rules"].Only("asOfOccurred");
        return policies with
        {
            BackdatedExpiry = fields["expiryFrom"].ChoiceOr(LoyaltyWords.ExpiriesFrom, default),
            RerateLater = fields["rerateLater"].Flag(false),
        };
    }
}
