using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Simulation;

namespace CustomerValue.Tests.Simulation;

/// <summary>What a retailer sees of invitations and wallets is what happened.</summary>
public sealed class InvitationLogTests
{
    private static readonly SimulatedRetailer retailer = Retailers.Standard;

    [Fact]
    public void The_invited_are_those_whom_profiles_count_and_the_referred_are_among_them()
    {
        ILookup<CustomerId, SimulatedInvitation> invited = retailer.Invitations.Where(friend => !friend.IsHeldBack).ToLookup(friend => friend.Inviter);
        Assert.All(retailer.Profiles, profile => Assert.Equal(int.Parse(profile.Attributes[SimulatedAttributes.InvitationsSent], CultureInfo.InvariantCulture), invited[profile.Customer].Count()));
        Assert.All(retailer.Referrals, referral => Assert.Contains(invited[referral.Referrer], friend => friend.Joined == referral.Date && friend.Day < referral.Date));
    }

    [Fact]
    public void A_third_of_the_named_are_held_back_and_two_fifths_of_these_come_anyway()
    {
        double[] held = [.. retailer.Invitations.Select(friend => friend.IsHeldBack ? 1.0 : 0)];
        Assert.InRange(Z.OfMean(held, 1 / 3.0), -Z.Most, Z.Most);
        Dictionary<CustomerId, double> conversion = retailer.Truth.ToDictionary(truth => truth.Customer, truth => truth.InvitationConversion);
        double[] off = [.. retailer.Invitations.Where(Settled).Select(friend => (friend.Joined is null ? 0 : 1) - (conversion[friend.Inviter] * (friend.IsHeldBack ? 0.4 : 1)))];
        Assert.InRange(Z.OfMean(off, 0), -Z.Most, Z.Most);
    }

    [Fact]
    public void A_quarter_of_the_buyers_say_what_their_wallet_is()
    {
        Dictionary<CustomerId, SimulatedTruth> truth = retailer.Truth.ToDictionary(truth => truth.Customer);
        HashSet<CustomerId> answered = [.. retailer.WalletAnswers.Select(answer => answer.Customer)];
        double[] asked = [.. retailer.Truth.Where(truth => !truth.IsProspect).Select(truth => answered.Contains(truth.Customer) ? 1.0 : 0)];
        Assert.InRange(Z.OfMean(asked, 0.25), -Z.Most, Z.Most);
        Assert.All(retailer.WalletAnswers, answer => Assert.InRange(answer.YearlySpend, Math.Max(1, 0.949 * truth[answer.Customer].Wallet), Math.Max(1, 1.051 * truth[answer.Customer].Wallet)));
    }

    /// <summary>Named two months before the end: who comes has come.</summary>
    private static bool Settled(SimulatedInvitation friend) => friend.Day.PlusDays(60) <= retailer.Options.LastDay;
}
