using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.InfluenceValue.Network;
using CustomerValue.InfluenceValue.Referrals;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class NetworkValueSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        // Of what moved Bob, 40 % came from Ann; of what moved Cem, 30 % from Ann and 20 % from Bob; of what moved Ann, 10 % from Cem.
        CustomerId[] customers = [new("Ann"), new("Bob"), new("Cem")];
        InfluenceGraph shares = InfluenceGraph.OfEdges(3, [0, 0, 1, 2], [1, 2, 2, 0], [0.4, 0.3, 0.2, 0.1]);
        InfluenceShares influence = InfluenceShares.Of(customers, shares, lifetimeValues: [100, 80, 60]);
        for (int i = 0; i < 3; i++)
            Console.WriteLine($"{customers[i]}: effect {influence.Effect[i]:F3}, value {influence.OneLevelValue[i]:F2}, over all levels {influence.RecursiveValue[i]:F2}");

        // Ann also brought Bob, who is worth 25 as a referral: he no longer counts as influence.
        CustomerReferralValue referral = CustomerReferralValue.Of([new ReferralCashFlow { Customer = customers[1], Period = 0, TypeOneProbability = 1, Margin = 25 }], rate: 0.1);
        EngagementValue ann = EngagementValue.Of(100, referral, InfluenceShares.Of(customers, shares, [100, 80, 60], [referral]), node: 0, knowledge: 15);
        Console.WriteLine($"Ann in all: {ann.Lifetime} + {ann.Referral} + {ann.Influence} + {ann.Knowledge} = {ann.Value}");
        // end of sample
    }
}
