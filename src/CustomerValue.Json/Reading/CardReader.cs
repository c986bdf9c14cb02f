using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Json.Reading;

/// <summary>Reads one value card.</summary>
internal static class CardReader
{
    public static ValueCard Read(StrictObject fields, CardsDocument document)
    {
        string customer = fields["customer"].Text(CustomerId.IsValid, "a customer id: 1 to 256 characters, not blank, no control characters");
        return new ValueCard
        {
            Customer = customer.Length > 0 ? new CustomerId(customer) : default,
            AsOf = document.AsOf,
            Contribution = fields["contribution"].Object(contribution => Contribution(contribution, document.Currency))!,
            Purchases = fields["purchases"].IsMissing ? null : fields["purchases"].Object(Purchases),
            Forecast = fields["forecast"].IsMissing ? null : fields["forecast"].Object(forecast => Forecast(forecast, document.Currency)),
            Segment = fields["segment"].Object(SegmentReader.Read)!,
            Rfm = fields["rfm"].IsMissing ? null : fields["rfm"].Object(Rfm),
            SegmentReason = fields["segmentReason"].Localized(),
            FurtherSegments = fields["furtherSegments"].IsMissing ? [] : [.. fields["furtherSegments"].Array("an array of segments").Select(segment => segment.Object(Further)!)],
            Potential = ValuePartsReader.Potential(fields["potential"], document.Currency),
            Influence = ValuePartsReader.Influence(fields["influence"], document.Currency),
            ThreeValues = ValuePartsReader.ThreeValues(fields["threeValues"]),
            Stage = ValuePartsReader.Stage(fields["stage"]),
            Recommendations = ValuePartsReader.Recommendations(fields["recommendations"]),
        };
    }

    private static SegmentCard Further(StrictObject fields) => new()
    {
        Strategy = fields["strategy"].Text(),
        Segment = fields["segment"].Object(SegmentReader.Read)!,
        Reason = fields["reason"].Localized(),
        Distance = fields["distance"].IsMissing ? null : fields["distance"].NotNegative(),
        Probability = fields["probability"].IsMissing ? null : fields["probability"].Number(value => value is > 0 and <= 1, "a number in (0, 1]"),
    };

    private static ContributionCard Contribution(StrictObject fields, Currency currency) => new()
    {
        Revenue = new Money(fields["revenue"].Amount(), currency),
        Profit = OptionalMoney(fields["profit"], currency),
        Share = fields["share"].Number(),
        Rank = fields["rank"].Whole(1),
        CumulativeShare = fields["cumulativeShare"].Number(),
        Level = fields["level"].Choice(Words.Levels),
        Reason = fields["reason"].Localized(),
        Parts = fields["parts"].IsMissing ? [] : [.. fields["parts"].Array("an array of parts").Select(part => part.Object(each => Part(each, currency))!)],
    };

    private static ContributionCardPart Part(StrictObject fields, Currency currency) => new()
    {
        Name = fields["name"].Localized(),
        Amount = new Money(fields["amount"].Amount(), currency),
    };

    private static PurchaseCard Purchases(StrictObject fields)
    {
        int frequency = fields["frequency"].Whole(0);
        double age = fields["age"].NotNegative();
        double recency = fields["recency"].Number(
            value => value >= 0 && value <= age && (frequency > 0 || value == 0),
            "a number in [0, age], and 0 where frequency is 0");
        return new PurchaseCard
        {
            First = fields["first"].Date(),
            Last = fields["last"].Date(),
            Summary = new PurchaseSummary(frequency, recency, age, fields["spend"].Number()),
            Unit = fields["unit"].Choice(Words.Units),
        };
    }

    private static ForecastCard Forecast(StrictObject fields, Currency currency) => new()
    {
        ProbabilityAlive = fields["probabilityAlive"].Fraction(),
        ExpectedPurchases = fields["expectedPurchases"].NotNegative(),
        ExpectedSpend = OptionalMoney(fields["expectedSpend"], currency),
        LifetimeValue = OptionalMoney(fields["lifetimeValue"], currency),
        LifetimeValueLow = OptionalMoney(fields["lifetimeValueLow"], currency),
        LifetimeValueHigh = OptionalMoney(fields["lifetimeValueHigh"], currency),
        AliveReason = fields["aliveReason"].Localized(),
        ValueReason = fields["valueReason"].Localized(),
        Fallback = fields["fallback"].IsMissing ? null : (LocalizedText?)fields["fallback"].Localized(),
    };

    private static RfmCard Rfm(StrictObject fields) => new()
    {
        Recency = fields["recency"].Whole(1),
        Frequency = fields["frequency"].Whole(1),
        Monetary = fields["monetary"].Whole(1),
    };

    private static Money? OptionalMoney(StrictValue value, Currency currency) => value.IsMissing ? null : new Money(value.Amount(), currency);
}
