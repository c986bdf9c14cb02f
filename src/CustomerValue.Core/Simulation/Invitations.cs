using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.Simulation;

/// <summary>An invitation that was accepted: somebody will join.</summary>
internal sealed class Invitation
{
    public required CustomerId Referrer { get; init; }

    /// <summary>Where the referrer lives; most friends live there too.</summary>
    public required int District { get; init; }

    /// <summary>When the friend joins, in days since the first day began.</summary>
    public required double Joins { get; init; }

    /// <summary>Whether the friend would otherwise not have come.</summary>
    public required bool IsDecisive { get; init; }
}

/// <summary>A friend who was named, in days since the first day began; joins never where that is null.</summary>
internal readonly record struct NamedFriend(double Named, double? Joins, bool IsHeldBack);

/// <summary>Lets customers invite friends: a branching process, every order having children with the referrer's own conversion probability.</summary>
internal static class Invitations
{
    /// <summary>λ of the literature on referrals: the share of the referred who came because of it.</summary>
    private const double CausalShare = 0.6;

    /// <summary>Mean days until a friend joins, on top of one day.</summary>
    private const double MeanDelay = 10;

    /// <summary>Friends held back for each who was invited: a third of all who are named.</summary>
    private const double HeldBackForEach = 0.5;

    /// <summary>How many friends were invited at these times, and those who join within the span.</summary>
    public static (int Sent, IReadOnlyList<Invitation> Accepted) Make(Random random, SimulatedRetailerOptions options, SimulatedTruth customer, int district, IEnumerable<double> orderTimes, List<NamedFriend> log)
    {
        double mean = Mean(options, customer);
        int sent = 0;
        List<Invitation> accepted = [];
        foreach (double time in orderTimes)
        {
            int invited = random.Count(mean);
            sent += invited;
            for (int i = 0; i < invited; i++)
            {
                if (!random.Chance(customer.InvitationConversion))
                {
                    log.Add(new NamedFriend(time, null, IsHeldBack: false));
                    continue;
                }

                double joins = time + 1 + Sampling.Exponential(random, 1 / MeanDelay);
                bool isDecisive = random.Chance(CausalShare);
                log.Add(new NamedFriend(time, joins < options.Days ? joins : null, IsHeldBack: false));
                if (joins < options.Days)
                    accepted.Add(new Invitation { Referrer = customer.Customer, District = district, Joins = joins, IsDecisive = isDecisive });
            }
        }

        return (sent, accepted);
    }

    /// <summary>Friends who are named and not invited, from a stream of their own: those join who would have accepted, and for whom that would not have been decisive.</summary>
    public static void HoldBack(Random random, SimulatedRetailerOptions options, SimulatedTruth customer, IEnumerable<double> orderTimes, List<NamedFriend> log)
    {
        double mean = HeldBackForEach * Mean(options, customer);
        foreach (double time in orderTimes)
        {
            for (int left = random.Count(mean); left > 0; left--)
            {
                bool comes = random.Chance(customer.InvitationConversion) && !random.Chance(CausalShare);
                double joins = comes ? time + 1 + Sampling.Exponential(random, 1 / MeanDelay) : double.PositiveInfinity;
                log.Add(new NamedFriend(time, joins < options.Days ? joins : null, IsHeldBack: true));
            }
        }
    }

    /// <summary>Invitations an order; the exponential has mean 1 where sociability is standard normal.</summary>
    private static double Mean(SimulatedRetailerOptions options, SimulatedTruth customer) => options.InvitationsPerOrder * Math.Exp((0.5 * customer.Sociability) - 0.125);
}
