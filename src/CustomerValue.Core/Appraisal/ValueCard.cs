using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using NodaTime;

namespace CustomerValue.Appraisal;

/// <summary>Who a customer is and what the customer is worth, each number with its reason.</summary>
public sealed record ValueCard
{
    /// <summary>Who.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The day to which everything is counted.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>What the customer gave in the period: the established value.</summary>
    public required ContributionCard Contribution { get; init; }

    /// <summary>The purchases so far; null for a prospect.</summary>
    public PurchaseCard? Purchases { get; init; }

    /// <summary>What is still to come; null for a prospect.</summary>
    public ForecastCard? Forecast { get; init; }

    /// <summary>The segment.</summary>
    public required Segment Segment { get; init; }

    /// <summary>The RFM scores, where the segmentation gives them.</summary>
    public RfmCard? Rfm { get; init; }

    /// <summary>Why the segment.</summary>
    public required LocalizedText SegmentReason { get; init; }

    /// <summary>The segments by further strategies, each with its reason; empty where none were asked for.</summary>
    public IReadOnlyList<SegmentCard> FurtherSegments { get; init; } = [];

    /// <summary>What is still to come if the customer is kept; null for a prospect, and where nothing is known of spend.</summary>
    public PotentialCard? Potential { get; init; }

    /// <summary>What others buy because of the customer; null where nothing is known of influence.</summary>
    public InfluenceCard? Influence { get; init; }

    /// <summary>Where the customer stands by the three values; null where there is no potential value.</summary>
    public ThreeValueCard? ThreeValues { get; init; }

    /// <summary>Where the customer stands in the lifecycle; null where stages were not asked for, and for a prospect.</summary>
    public StageCard? Stage { get; init; }

    /// <summary>Products to recommend, the best first, with reasons; empty where none were asked for.</summary>
    public IReadOnlyList<PotentialValue.Recommendation.ProductRecommendation> Recommendations { get; init; } = [];
}

/// <summary>A customer's contribution in the period.</summary>
public sealed record ContributionCard
{
    /// <summary>Revenue less refunds.</summary>
    public required Money Revenue { get; init; }

    /// <summary>Revenue less cost; null where costs are unknown.</summary>
    public Money? Profit { get; init; }

    /// <summary>Part of the total, in fractions.</summary>
    public required double Share { get; init; }

    /// <summary>1 is the largest.</summary>
    public required int Rank { get; init; }

    /// <summary>Part of the total given by this customer and all ranked before.</summary>
    public required double CumulativeShare { get; init; }

    /// <summary>High, middle or low.</summary>
    public required ContributionLevel Level { get; init; }

    /// <summary>Why the level.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>What the net contribution is made of; empty where it was not counted in parts.</summary>
    public IReadOnlyList<ContributionCardPart> Parts { get; init; } = [];
}

/// <summary>One part of a net contribution.</summary>
public sealed record ContributionCardPart
{
    /// <summary>What it is.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>How much; negative for what lowers the contribution.</summary>
    public required Money Amount { get; init; }
}

/// <summary>A customer's purchases so far.</summary>
public sealed record PurchaseCard
{
    /// <summary>The first day of purchase in the window.</summary>
    public required LocalDate First { get; init; }

    /// <summary>The last day of purchase in the window.</summary>
    public required LocalDate Last { get; init; }

    /// <summary>Frequency, recency, age and spend as the models see them.</summary>
    public required PurchaseSummary Summary { get; init; }

    /// <summary>The unit of the summary.</summary>
    public required TimeUnit Unit { get; init; }
}

/// <summary>What a customer is expected to do in the horizon.</summary>
public sealed record ForecastCard
{
    /// <summary>Probability that the customer is still a customer.</summary>
    public required double ProbabilityAlive { get; init; }

    /// <summary>Expected purchases in the horizon.</summary>
    public required double ExpectedPurchases { get; init; }

    /// <summary>Expected value of a purchase; null where nothing is known of spend.</summary>
    public Money? ExpectedSpend { get; init; }

    /// <summary>Discounted value of the purchases in the horizon, in profit where costs are known; null where nothing is known of spend.</summary>
    public Money? LifetimeValue { get; init; }

    /// <summary>Lower end of the outcomes' interval, in number and worth of purchases; null where <see cref="LifetimeValue"/> is.</summary>
    public Money? LifetimeValueLow { get; init; }

    /// <summary>Upper end of the outcomes' interval, in number and worth of purchases; null where <see cref="LifetimeValue"/> is.</summary>
    public Money? LifetimeValueHigh { get; init; }

    /// <summary>Why alive or not.</summary>
    public required LocalizedText AliveReason { get; init; }

    /// <summary>Where the value comes from.</summary>
    public required LocalizedText ValueReason { get; init; }

    /// <summary>What stands in for a number that the customer's own purchases don't give, and why; null where nothing does.</summary>
    public LocalizedText? Fallback { get; init; }
}

/// <summary>Scores of recency, frequency and money; the largest is best.</summary>
public sealed record RfmCard
{
    /// <summary>Recency score, from 1.</summary>
    public required int Recency { get; init; }

    /// <summary>Frequency score, from 1.</summary>
    public required int Frequency { get; init; }

    /// <summary>Monetary score, from 1.</summary>
    public required int Monetary { get; init; }
}
