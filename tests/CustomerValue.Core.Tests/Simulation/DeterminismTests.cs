using CustomerValue.Customers;
using CustomerValue.Simulation;

namespace CustomerValue.Tests.Simulation;

public class DeterminismTests
{
    [Fact]
    public void Equal_options_give_an_equal_retailer() =>
        Assert.Equal(Fingerprint(SimulatedRetailer.Simulate(new() { Customers = 300 })), Fingerprint(SimulatedRetailer.Simulate(new() { Customers = 300 })));

    [Fact]
    public void Another_seed_gives_another_retailer() =>
        Assert.Empty(Fingerprint(SimulatedRetailer.Simulate(new() { Customers = 300 })).Intersect(Fingerprint(SimulatedRetailer.Simulate(new() { Customers = 300, Seed = 2 }))));

    [Fact]
    public void The_first_customers_do_not_depend_on_how_many_follow()
    {
        string[] few = Fingerprint(SimulatedRetailer.Simulate(new() { Customers = 200 }));
        string[] many = Fingerprint(SimulatedRetailer.Simulate(new() { Customers = 400 }));
        Assert.Equal(few, many.Take(few.Length).ToArray());
    }

    [Fact]
    public void Without_refunds_all_else_stays_the_same()
    {
        SimulatedRetailer with = SimulatedRetailer.Simulate(new() { Customers = 200, RefundShare = 0.5 });
        SimulatedRetailer without = SimulatedRetailer.Simulate(new() { Customers = 200, RefundShare = 0 });
        Assert.Equal(with.Purchases.Where(line => line.Amount > 0), without.Purchases);
        Assert.Equal(with.Truth, without.Truth);
    }

    [Fact]
    public void Numbers_do_not_change_between_versions_unnoticed()
    {
        SimulatedRetailer retailer = Retailers.Standard;
        Assert.Equal(5_000, retailer.Profiles.Count);
        Purchase first = retailer.Purchases[0];
        Assert.Equal("C0000001 2025-01-24 21.75 Standard tea app 31999 3088257.53", FormattableString.Invariant($"{first.Customer} {first.Date:uuuu-MM-dd} {first.Amount} {first.Product} {first.Channel} {retailer.Purchases.Count} {retailer.Purchases.Sum(line => line.Amount)}"));
    }

    /// <summary>One text a customer with everything about the customer.</summary>
    private static string[] Fingerprint(SimulatedRetailer retailer)
    {
        ILookup<CustomerId, Purchase> purchases = retailer.Purchases.ToLookup(line => line.Customer);
        ILookup<CustomerId, SimulatedReferral> referrals = retailer.Referrals.ToLookup(referral => referral.Referred);
        ILookup<CustomerId, SimulatedSurvey> surveys = retailer.Surveys.ToLookup(survey => survey.Customer);
        return retailer.Profiles.Zip(retailer.Truth, (profile, truth) => string.Join(
            "\n",
            truth,
            string.Join(";", profile.Attributes),
            string.Join(";", purchases[profile.Customer]),
            string.Join(";", referrals[profile.Customer]),
            string.Join(";", surveys[profile.Customer].SelectMany(survey => survey.Answers)))).ToArray();
    }
}
