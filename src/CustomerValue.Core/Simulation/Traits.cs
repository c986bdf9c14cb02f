using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.Numerics;
using NodaTime;

namespace CustomerValue.Simulation;

/// <summary>Draws what a customer is like, before anything happens.</summary>
internal static class Traits
{
    /// <summary>How far customers of one segment lie apart; with the distance of the segments the factors' standard deviation is near 1.</summary>
    private const double WithinSegment = 0.8;

    /// <summary>λ, p and ν come from the processes' own distributions and independently; all other traits are made to depend on them, never they on others.</summary>
    public static SimulatedTruth Draw(Random random, SimulatedRetailerOptions options, CustomerId customer, LocalDate joined, bool? cameBecauseOfReferral)
    {
        IReadOnlyList<ModelParameter> buying = options.Buying.Parameters;
        double r = buying[0].Value, alpha = buying[1].Value, a = buying[2].Value, b = buying[3].Value;
        double rate = Sampling.Gamma(random, r, alpha);
        double dropout = Sampling.Beta(random, a, b);
        double meanSpend = SpendProcess.DrawMean(random, options.Spend);

        // How the customer stands among all: about a standard normal for spend, exactly mean 0 and variance 1 for dropout.
        double spendScore = Math.Log(meanSpend / SpendProcess.Mean(options.Spend)) * Math.Sqrt(options.Spend.Parameters[1].Value - 0.5);
        double dropoutScore = (dropout - (a / (a + b))) / (Math.Sqrt(a * b / (a + b + 1)) / (a + b));

        int segment = random.Choose(SegmentTraits.Shares);
        SegmentTraits traits = SegmentTraits.All[segment];
        double satisfaction = Mixed(random, -0.5, dropoutScore);
        return new SimulatedTruth
        {
            Customer = customer,
            Joined = joined,
            IsProspect = random.Chance(options.ProspectShare),
            PurchaseRate = rate,
            DropoutProbability = dropout,
            MeanSpend = meanSpend,
            Wallet = rate * options.Buying.Unit.PerYear() * meanSpend / Sampling.Beta(random, 2, 2),
            Segment = (LatentSegment)segment,
            PriceConsciousness = traits.Price + (WithinSegment * random.Normal()),
            QualityOrientation = traits.Quality + (WithinSegment * Mixed(random, 0.5, spendScore)),
            Sociability = traits.Social + (WithinSegment * random.Normal()),
            Satisfaction = satisfaction,
            InvitationConversion = 0.5 / (1 + Math.Exp(0.5 - satisfaction)),
            CameBecauseOfReferral = cameBecauseOfReferral,
        };
    }

    /// <summary>A score of variance 1 that correlates with another one as asked.</summary>
    private static double Mixed(Random random, double correlation, double score) =>
        (correlation * score) + (Math.Sqrt(1 - (correlation * correlation)) * random.Normal());
}
