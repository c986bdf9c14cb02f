using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Appraisal;

/// <summary>Makes the card of one row from the columns of an appraisal.</summary>
internal static class CardMaker
{
    public static ValueCard Make(CustomerAppraisal appraisal, int row)
    {
        CustomerBase customers = appraisal.Customers;
        bool bought = row < customers.Buyers;
        PurchaseSummaries purchases = customers.Purchases;
        RfmScores? scores = (appraisal.Segmentation as IScoredSegmentation)?.Score(customers, row);
        return new ValueCard
        {
            Customer = customers.Customer(row),
            AsOf = purchases.Window.LastDay,
            Contribution = Contribution(appraisal.Contribution, row),
            Purchases = bought ? new PurchaseCard
            {
                First = purchases.FirstPurchase(row),
                Last = purchases.LastPurchase(row),
                Summary = purchases.Columns[row],
                Unit = purchases.Columns.Unit,
            }
            : null,
            Forecast = bought ? Forecast(appraisal, row) : null,
            Segment = appraisal.Segmentation.Segments[appraisal.Segments[row]],
            SegmentReason = appraisal.Segmentation.Assign(customers, row).Reason,
            FurtherSegments = appraisal.FurtherSegmentations.Count == 0 ? [] : [.. appraisal.FurtherSegmentations.Select(further => Further(further.Segmentation, customers, row))],
            Potential = bought ? PotentialCards.Of(appraisal, row) : null,
            Influence = InfluenceCards.Of(appraisal, row),
            ThreeValues = appraisal.ThreeValues?.CardOf(row),
            Stage = StageCards.Of(appraisal, row),
            Recommendations = appraisal.Sources?.Recommendations?.For(customers.Customer(row)) ?? [],
            Rfm = scores is { } s ? new RfmCard { Recency = s.Recency, Frequency = s.Frequency, Monetary = s.Monetary } : null,
        };
    }

    private static SegmentCard Further(ISegmentation segmentation, CustomerBase customers, int row)
    {
        SegmentAssignment assigned = segmentation.Assign(customers, row);
        return new SegmentCard
        {
            Strategy = segmentation.Strategy,
            Segment = segmentation.Segments[assigned.Segment],
            Reason = assigned.Reason,
            Distance = assigned.Distance,
            Probability = assigned.Probability,
        };
    }

    private static ContributionCard Contribution(ContributionTable table, int row) => new()
    {
        Revenue = new Money(table.Revenue[row], table.Currency),
        Profit = table.IsProfit ? new Money(table.Profit[row], table.Currency) : null,
        Share = table.Share[row],
        Rank = table.Rank[row],
        CumulativeShare = table.CumulativeShare[row],
        Level = table.Level[row],
        Reason = table.Explain(row),
        Parts = table.Parts.Count == 0 ? [] : [.. table.Parts.Select(part => new ContributionCardPart { Name = part.Name, Amount = new Money(part.Amounts[row], table.Currency) })],
    };

    private static ForecastCard Forecast(CustomerAppraisal appraisal, int row)
    {
        Money? Of(ReadOnlySpan<double> column) => column.IsEmpty ? null : new Money(Money(column[row]), appraisal.Customers.Purchases.Currency);
        return new ForecastCard
        {
            ProbabilityAlive = appraisal.ProbabilityAlive[row],
            ExpectedPurchases = appraisal.ExpectedPurchases[row],
            ExpectedSpend = Of(appraisal.ExpectedSpend),
            LifetimeValue = Of(appraisal.LifetimeValue),
            LifetimeValueLow = Of(appraisal.LifetimeValueLow),
            LifetimeValueHigh = Of(appraisal.LifetimeValueHigh),
            AliveReason = CardReasons.Alive(appraisal, row),
            ValueReason = CardReasons.Value(appraisal, row),
            Fallback = CardFallbacks.Of(appraisal, row),
        };
    }

    /// <summary>An expectation isn't exact to more than cents; beyond decimal's range it is held at its end.</summary>
    public static decimal Money(double value) => Math.Round((decimal)Math.Max(-7e27, Math.Min(7e27, value)), 2);
}
