using CustomerValue.Loyalty.Tiers;
using CustomerValue.Tests.Loyalty.Scenarios;

namespace CustomerValue.Tests.Loyalty.Tiers;

/// <summary>What counts for a tier, in the ledger: orders and refunds of one year under each basis.</summary>
public sealed class QualifyingTests
{
    [Theory]
    [InlineData(TierBasis.QualifyingPoints, 250)]
    [InlineData(TierBasis.Spend, 250)]
    [InlineData(TierBasis.Visits, 2)]
    public void Orders_count_less_what_is_refunded(TierBasis basis, int qualifying)
    {
        Club club = new(program => program with { Tiers = program.Tiers! with { Basis = basis } });
        club.Order("2026-02-01", "A", 200);
        club.Order("2026-02-02", "B", 100);
        club.Order("2026-02-03", "C", 70);
        club.Refund("2026-02-04", "B", 0.5m);
        club.Refund("2026-02-05", "C", 1);
        Assert.Equal(qualifying, club.Tier("2026-02-06").Qualifying);
    }
}
