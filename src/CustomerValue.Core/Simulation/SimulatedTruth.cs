using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Simulation;

/// <summary>What no retailer knows of a customer: the draws from which the simulation made purchases, answers and referrals.</summary>
public sealed record SimulatedTruth
{
    /// <summary>Who.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The day of the first purchase; for a prospect the day of registration.</summary>
    public required LocalDate Joined { get; init; }

    /// <summary>Whether the customer registered and never buys. Rate, dropout and spend are then what they would have been.</summary>
    public required bool IsProspect { get; init; }

    /// <summary>λ: purchases in a unit of time (that of <see cref="SimulatedRetailerOptions.Buying"/>) while a customer; Gamma(r, rate α).</summary>
    public required double PurchaseRate { get; init; }

    /// <summary>p: probability of leaving after a purchase; Beta(a, b).</summary>
    public required double DropoutProbability { get; init; }

    /// <summary>Whether still a customer at the end of the last day; false for a prospect.</summary>
    public bool IsAlive { get; init; }

    /// <summary>The day of the purchase after which the customer left; null while alive, and for a prospect.</summary>
    public LocalDate? Left { get; init; }

    /// <summary>Mean value of this customer's orders in CNY: p/ν with ν ~ Gamma(q, rate v).</summary>
    public required double MeanSpend { get; init; }

    /// <summary>What the customer would spend a year in these categories with all retailers, in CNY: the yearly spend here while a customer, divided by a share drawn from Beta(2, 2).</summary>
    public required double Wallet { get; init; }

    /// <summary>The group the customer belongs to.</summary>
    public required LatentSegment Segment { get; init; }

    /// <summary>The survey's first factor; mean near 0 and standard deviation near 1 over all customers.</summary>
    public required double PriceConsciousness { get; init; }

    /// <summary>The survey's second factor, on the same scale; higher where <see cref="MeanSpend"/> is.</summary>
    public required double QualityOrientation { get; init; }

    /// <summary>The survey's third factor, on the same scale; who has more of it invites more friends.</summary>
    public required double Sociability { get; init; }

    /// <summary>Satisfaction on a standard scale; lower where <see cref="DropoutProbability"/> is higher.</summary>
    public required double Satisfaction { get; init; }

    /// <summary>The probability in (0, 0.5) that a friend whom the customer invites joins: 0.5/(1 + exp(0.5 − satisfaction)).</summary>
    public required double InvitationConversion { get; init; }

    /// <summary>Whether the customer came only because of the referral; false: would have come anyway; null: was not referred.</summary>
    public bool? CameBecauseOfReferral { get; init; }
}
