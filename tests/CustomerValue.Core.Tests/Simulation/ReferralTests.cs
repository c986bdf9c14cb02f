using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Simulation;
using NodaTime;

namespace CustomerValue.Tests.Simulation;

public class ReferralTests
{
    private static readonly SimulatedRetailer retailer = Retailers.Standard;
    private static readonly Dictionary<CustomerId, SimulatedTruth> truth = retailer.Truth.ToDictionary(truth => truth.Customer);

    [Fact]
    public void Nobody_has_two_referrers() => Assert.Equal(retailer.Referrals.Count, retailer.Referrals.Select(referral => referral.Referred).Distinct().Count());

    [Fact]
    public void Referrers_bought_before_their_friends_joined_so_there_are_no_cycles()
    {
        // Time falls from each customer to the referrer, so nobody is their own ancestor.
        ILookup<CustomerId, LocalDate> days = retailer.Purchases.ToLookup(line => line.Customer, line => line.Date);
        foreach (SimulatedReferral referral in retailer.Referrals)
        {
            Assert.Equal(truth[referral.Referred].Joined, referral.Date);
            Assert.True(days[referral.Referrer].Min() < referral.Date);
        }
    }

    [Fact]
    public void Referrals_go_over_generations()
    {
        Dictionary<CustomerId, CustomerId> referrer = retailer.Referrals.ToDictionary(referral => referral.Referred, referral => referral.Referrer);
        int Depth(CustomerId customer) => referrer.TryGetValue(customer, out CustomerId by) ? 1 + Depth(by) : 0;
        Assert.InRange(referrer.Keys.Max(Depth), 3, 30);
        Assert.InRange(retailer.Referrals.Count / (double)retailer.Profiles.Count, 0.08, 0.3);
    }

    [Fact]
    public void Friends_come_with_the_probability_of_who_invites_them()
    {
        // Invitations of the last weeks are still open, so the span is long and the joins are early.
        SimulatedRetailer settled = SimulatedRetailer.Simulate(new() { Customers = 2_000, AcquisitionDays = 30, LastDay = new(2033, 12, 31), RefundShare = 0, InvitationsPerOrder = 0.1 });
        ILookup<CustomerId, SimulatedReferral> came = settled.Referrals.ToLookup(referral => referral.Referrer);
        double z = Z.OfMean(settled.Truth.Zip(settled.Profiles, (who, profile) => came[who.Customer].Count() - (who.InvitationConversion * Sent(profile))).ToArray(), 0);
        Assert.InRange(z, -Z.Most, Z.Most);
    }

    [Fact]
    public void The_sociable_invite_more_and_the_satisfied_convert_more()
    {
        Assert.True(Z.Correlation(retailer.Truth.Select(truth => truth.Sociability), retailer.Profiles.Select(Sent)) > 0.05);
        Assert.True(Z.Correlation(retailer.Truth.Select(truth => truth.Satisfaction), retailer.Truth.Select(truth => truth.InvitationConversion)) > 0.9);
    }

    [Fact]
    public void Three_in_five_of_the_referred_came_because_of_it()
    {
        double[] decisive = retailer.Truth.Where(truth => truth.CameBecauseOfReferral is not null).Select(truth => truth.CameBecauseOfReferral == true ? 1.0 : 0).ToArray();
        Assert.Equal(retailer.Referrals.Count, decisive.Length);
        Assert.InRange(Z.OfMean(decisive, 0.6), -Z.Most, Z.Most);
    }

    [Fact]
    public void Most_friends_live_in_the_district_of_who_invited_them()
    {
        Dictionary<CustomerId, string> district = retailer.Profiles.ToDictionary(profile => profile.Customer, profile => profile.Attributes[SimulatedAttributes.District]);
        double near = retailer.Referrals.Count(referral => district[referral.Referrer] == district[referral.Referred]) / (double)retailer.Referrals.Count;
        Assert.InRange(near, 0.65, 0.85);
    }

    private static double Sent(CustomerProfile profile) => double.Parse(profile.Attributes[SimulatedAttributes.InvitationsSent], CultureInfo.InvariantCulture);
}
