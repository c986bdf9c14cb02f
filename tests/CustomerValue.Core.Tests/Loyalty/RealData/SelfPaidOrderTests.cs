using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.RealData;

/// <summary>What real weeks under a hostile programme found: an order whose points pay for itself, and is refunded in parts while they expire.</summary>
public sealed class SelfPaidOrderTests
{
    [Theory]
    [InlineData(ReversalPools.RemainingExpiredSpent, ClawbackShortfall.Debt)]
    [InlineData(ReversalPools.RemainingSpentExpired, ClawbackShortfall.Debt)]
    [InlineData(ReversalPools.ProRata, ClawbackShortfall.AllowNegative)]
    [InlineData(ReversalPools.ProRata, ClawbackShortfall.WriteOff)]
    [InlineData(ReversalPools.Strict, ClawbackShortfall.Debt)]
    public void Its_books_hold(ReversalPools pools, ClawbackShortfall shortfall)
    {
        Club club = new(program => program with
        {
            Wallets = [program.Wallets[0] with { Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromDays(3) } }],
            Policies = new() { EarnReversal = pools, ShortfallOnClawback = shortfall },
        });
        club.Order("2026-01-01", "o1", 121);
        club.Redeem("2026-01-01 12:01", 121, "o1");
        club.Earn("2026-01-02", 100);
        club.Refund("2026-01-03", "o1", 0.3m);
        club.Refund("2026-01-20", "o1", 0.7m);
        Assert.Equal(121, club.Ledger.Totals(Club.At("2026-01-21")).Reversed);
        Assert.Null(club.Ledger.Verify());
    }
}
