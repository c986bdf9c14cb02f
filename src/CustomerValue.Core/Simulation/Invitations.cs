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

/// <summary>Lets customers invite friends: a branching process, every order having children with the referrer's own conversion probability.</summary>
internal static class Invitations
{
    /// <summary>λ of the literature on referrals: the share of the referred who came because of it.</summary>
    private const double CausalShare = 0.6;

    /// <summary>Mean days until a friend joins, on top of one day.</summary>
    private const double MeanDelay = 10;

    /// <summary>How many friends were invited at these times, and those who join within the span.</summary>
    public static (int Sent, IReadOnlyList<Invitation> Accepted) Make(Random random, SimulatedRetailerOptions options, SimulatedTruth customer, int district, IEnumerable<double> orderTimes)
    {
        // The exponential has mean 1 where sociability is standard normal.
        double mean = options.InvitationsPerOrder * Math.Exp((0.5 * customer.Sociability) - 0.125);
        int sent = 0;
        List<Invitation> accepted = [];
        foreach (double time in orderTimes)
        {
            int invited = random.Count(mean);
            sent += invited;
            for (int i = 0; i < invited; i++)
            {
                if (!random.Chance(customer.InvitationConversion))
                    continue;
                double joins = time + 1 + Sampling.Exponential(random, 1 / MeanDelay);
                bool isDecisive = random.Chance(CausalShare);
                if (joins < options.Days)
                    accepted.Add(new Invitation { Referrer = customer.Customer, District = district, Joins = joins, IsDecisive = isDecisive });
            }
        }

        return (sent, accepted);
    }
}
