using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Labels;

namespace CustomerValue.Tool.Output;

/// <summary>
/// cards.csv: a flat row a customer; then the segments by further strategies, each with label and reason; last potential, influence, where the
/// customer stands by the three values, what to recommend, and the stage with its first day. What is not known is an empty field.
/// </summary>
internal static class CardsCsv
{
    private static readonly string[] Names =
    [
        "customer", "first_purchase", "last_purchase", "frequency", "recency", "age",
        "revenue", "profit", "share", "rank", "level",
        "p_alive", "expected_purchases", "expected_spend", "lifetime_value", "lifetime_value_low", "lifetime_value_high",
        "r_score", "f_score", "m_score", "segment", "segment_label",
        "level_reason", "segment_reason", "alive_reason", "value_reason", "fallback_reason",
    ];

    private static readonly string[] ValueNames =
    [
        "potential", "potential_low", "potential_high", "influence", "influence_low", "influence_high",
        "value_segment", "value_decision", "tier", "recommended", "stage", "stage_since",
    ];

    public static void Write(CsvWriter csv, CustomerAppraisal appraisal, DisplayLanguage language, CancellationToken cancellation)
    {
        IEnumerable<string> further = appraisal.FurtherSegmentations.Select(other => other.Segmentation.Strategy.Replace('-', '_'));
        csv.Header([.. Names, .. further.SelectMany(strategy => new[] { $"{strategy}_segment", $"{strategy}_segment_label", $"{strategy}_segment_reason" }), .. ValueNames]);
        for (int row = 0; row < appraisal.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            ValueCard card = appraisal[row];
            csv.Text(card.Customer.Value);
            Purchases(csv, card.Purchases);
            Contribution(csv, card.Contribution);
            Forecast(csv, card.Forecast);
            csv.Number(card.Rfm?.Recency);
            csv.Number(card.Rfm?.Frequency);
            csv.Number(card.Rfm?.Monetary);
            csv.Text(card.Segment.Key);
            csv.Text(card.Segment.Label.In(language));
            csv.Text(card.Contribution.Reason.In(language));
            csv.Text(card.SegmentReason.In(language));
            csv.Text(card.Forecast?.AliveReason.In(language));
            csv.Text(card.Forecast?.ValueReason.In(language));
            csv.Text(card.Forecast?.Fallback?.In(language));
            foreach (SegmentCard other in card.FurtherSegments)
            {
                csv.Text(other.Segment.Key);
                csv.Text(other.Segment.Label.In(language));
                csv.Text(other.Reason.In(language));
            }

            Values(csv, card, language);
            csv.EndRow();
        }
    }

    /// <summary>Influence lies between what it is if nothing was caused and if all was; where referred customers lost money, the latter is the lower end.</summary>
    private static void Values(CsvWriter csv, ValueCard card, DisplayLanguage language)
    {
        csv.Number(card.Potential?.Value.Amount);
        csv.Number(card.Potential?.Low.Amount);
        csv.Number(card.Potential?.High.Amount);
        (decimal? none, decimal? all) = (card.Influence?.IfNoneCaused.Amount, card.Influence?.IfAllCaused.Amount);
        csv.Number(card.Influence?.Value.Amount);
        csv.Number(none < all ? none : all);
        csv.Number(none < all ? all : none);
        csv.Text(card.ThreeValues?.Segment.Key);
        csv.Text(card.ThreeValues?.Decision.In(language));
        csv.Text(card.ThreeValues?.Tier.Key);
        csv.Text(string.Join("; ", card.Recommendations.Select(each => each.Product)));
        csv.Text(card.Stage?.Key);
        csv.Text(card.Stage?.Since.Iso());
    }

    private static void Purchases(CsvWriter csv, PurchaseCard? purchases)
    {
        csv.Text(purchases?.First.Iso());
        csv.Text(purchases?.Last.Iso());
        csv.Number(purchases?.Summary.Frequency);
        csv.Number(purchases?.Summary.Recency);
        csv.Number(purchases?.Summary.Age);
    }

    private static void Contribution(CsvWriter csv, ContributionCard contribution)
    {
        csv.Number(contribution.Revenue.Amount);
        csv.Number(contribution.Profit?.Amount);
        csv.Number(contribution.Share);
        csv.Number(contribution.Rank);
        csv.Text(contribution.Level.ToString().ToLowerInvariant());
    }

    private static void Forecast(CsvWriter csv, ForecastCard? forecast)
    {
        csv.Number(forecast?.ProbabilityAlive);
        csv.Number(forecast?.ExpectedPurchases);
        foreach (Money? money in (Money?[])[forecast?.ExpectedSpend, forecast?.LifetimeValue, forecast?.LifetimeValueLow, forecast?.LifetimeValueHigh])
            csv.Number(money?.Amount);
    }
}
