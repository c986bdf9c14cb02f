using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.PotentialValue.Wallet;
using CustomerValue.Simulation;
using NodaTime;
using Xunit.Abstractions;

namespace CustomerValue.Tests.Simulation;

/// <summary>From what a retailer sees, the estimates find what it doesn't: of ten retailers, at least nine truths lie within their 95 % intervals.</summary>
public sealed class TruthRecoveryTests(ITestOutputHelper output)
{
    private const double CausalShareOfAll = 0.6;

    private static readonly Lazy<SimulatedRetailer[]> retailers = new(() => [.. Enumerable.Range(1, 10).Select(seed => SimulatedRetailer.Simulate(new() { Customers = 2_000, Seed = seed, RefundShare = 0 }))]);

    [Fact]
    public void The_causal_share_is_recovered_by_the_hold_out() => Recovered(retailer =>
    {
        ILookup<bool, SimulatedInvitation> named = retailer.Invitations.ToLookup(friend => friend.IsHeldBack);
        CausalShare share = CausalShare.OfExperiment(named[false].Count(), named[false].Count(Came), named[true].Count(), named[true].Count(Came));
        return (share.Low, CausalShareOfAll, share.High);
    });

    [Theory]
    [InlineData(0, 6)]
    [InlineData(7, 8)]
    [InlineData(9, 10)]
    public void How_many_friends_the_satisfied_win_is_recovered(int from, int to) => Recovered(retailer =>
    {
        HashSet<CustomerId> rated = [.. retailer.Profiles.Where(profile => profile.Attributes.TryGetValue(SimulatedAttributes.Satisfaction, out string? rating) && int.Parse(rating, CultureInfo.InvariantCulture) is int given && given >= from && given <= to).Select(profile => profile.Customer)];
        (double[] conversion, int[] conversions, int[] invites) = Settled(retailer, rated);
        (double low, double high) = InvitePrior.Fit(conversions, invites).Interval(0, 0);
        Assert.True(low < high);
        (low, high) = InvitePrior.Fit([1, 0], [2, 2]).Interval(conversions.Sum(), invites.Sum());
        return (low, conversion.Zip(invites, (rate, sent) => rate * sent).Sum() / invites.Sum(), high);
    });

    [Fact]
    public void Each_customer_s_own_conversion_lies_in_its_interval() => Recovered(retailer =>
    {
        (double[] conversion, int[] conversions, int[] invites) = Settled(retailer, [.. retailer.Truth.Select(truth => truth.Customer)]);
        InvitePrior prior = InvitePrior.Fit(conversions, invites);
        double covered = Enumerable.Range(0, invites.Length).Average(row => prior.Interval(conversions[row], invites[row]) is var (low, high) && conversion[row] >= low && conversion[row] <= high ? 1.0 : 0);
        output.WriteLine($"Beta({prior.A:F2}, {prior.B:F2}) covers {covered:P1}");
        return (0.92, covered, 1);
    });

    [Fact]
    public void The_wallet_of_all_is_recovered_from_a_quarter_who_were_asked() => Recovered(retailer =>
    {
        (double[] truth, WalletTable asked, double[] answers, WalletTable others) = Wallets(retailer);
        (WalletEstimate[] foreseen, WalletEstimate[] rest) = Foresee(asked, answers, others, 0.5);
        SurveyedTotal total = SurveyedTotal.Of(answers, foreseen, rest);
        return (total.Low, truth.Sum(), total.High);
    });

    private void Recovered(Func<SimulatedRetailer, (double Low, double Truth, double High)> estimate)
    {
        (double Low, double Truth, double High)[] found = [.. retailers.Value.Select(estimate)];
        foreach ((double low, double truth, double high) in found)
            output.WriteLine(FormattableString.Invariant($"{truth:G5} in [{low:G5}, {high:G5}]: {truth >= low && truth <= high}"));
        Assert.InRange(found.Count(each => each.Truth >= each.Low && each.Truth <= each.High), 9, 10);
    }

    /// <summary>Those who invited somebody at least two months before the end, so that who comes has come.</summary>
    private static (double[] Conversion, int[] Conversions, int[] Invites) Settled(SimulatedRetailer retailer, HashSet<CustomerId> customers)
    {
        Dictionary<CustomerId, double> conversion = retailer.Truth.ToDictionary(truth => truth.Customer, truth => truth.InvitationConversion);
        SimulatedInvitation[][] byInviter = [.. retailer.Invitations.Where(friend => !friend.IsHeldBack && customers.Contains(friend.Inviter) && friend.Day.PlusDays(60) <= retailer.Options.LastDay).GroupBy(friend => friend.Inviter).Select(friends => friends.ToArray())];
        return ([.. byInviter.Select(friends => conversion[friends[0].Inviter])], [.. byInviter.Select(friends => friends.Count(Came))], [.. byInviter.Select(friends => friends.Length)]);
    }

    private static bool Came(SimulatedInvitation friend) => friend.Joined is not null;

    private static (WalletEstimate[] Foreseen, WalletEstimate[] Others) Foresee(WalletTable asked, double[] answers, WalletTable others, double tau)
    {
        QuantileForest forest = QuantileForest.Fit(asked, answers, new() { Trees = 60 });
        WalletEstimate[] foreseen = new WalletEstimate[asked.Rows], rest = new WalletEstimate[others.Rows];
        forest.EstimateFitted(foreseen, tau);
        forest.Estimate(others, rest, tau);
        return (foreseen, rest);
    }

    /// <summary>All buyers' wallets, and what is known of the asked and of the others: spend a year here, the mean order, income and household.</summary>
    private static (double[] Truth, WalletTable Asked, double[] Answers, WalletTable Others) Wallets(SimulatedRetailer retailer)
    {
        Dictionary<CustomerId, double> answer = retailer.WalletAnswers.ToDictionary(each => each.Customer, each => each.YearlySpend);
        ILookup<CustomerId, Purchase> lines = retailer.Purchases.ToLookup(line => line.Customer);
        (SimulatedTruth Who, double[] Features)[] buyers = [.. retailer.Truth.Zip(retailer.Profiles).Where(each => !each.First.IsProspect).Select(each =>
        {
            Purchase[] own = [.. lines[each.First.Customer]];
            double spent = (double)own.Sum(line => line.Amount), orders = own.Select(line => line.Order).Distinct().Count();
            double years = (1 + Period.DaysBetween(each.First.Joined, retailer.Options.LastDay)) / 365.25;
            double Number(string attribute) => each.Second.Attributes.TryGetValue(attribute, out string? text) ? double.Parse(text, CultureInfo.InvariantCulture) : double.NaN;
            return (each.First, new[] { spent / years, spent / orders, orders, Number(SimulatedAttributes.Income), Number(SimulatedAttributes.HouseholdSize) });
        })];
        WalletTable Table(bool asked)
        {
            double[][] rows = [.. buyers.Where(each => answer.ContainsKey(each.Who.Customer) == asked).Select(each => each.Features)];
            return new([.. Enumerable.Range(0, 5).Select(column => (ReadOnlyMemory<double>)rows.Select(row => row[column]).ToArray())]);
        }

        double[] answers = [.. buyers.Where(each => answer.ContainsKey(each.Who.Customer)).Select(each => answer[each.Who.Customer])];
        return ([.. buyers.Select(each => each.Who.Wallet)], Table(asked: true), answers, Table(asked: false));
    }
}
