using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.PotentialValue.Recommendation;

namespace CustomerValue.Json.Reading;

/// <summary>Reads what a card says beside purchases: potential, influence, the three values together, recommendations.</summary>
internal static class ValuePartsReader
{
    public static PotentialCard? Potential(StrictValue value, Currency currency) => value.IsMissing ? null : value.Object(fields => new PotentialCard
    {
        Value = Money(fields["value"], currency),
        Low = Money(fields["low"], currency),
        High = Money(fields["high"], currency),
        Residual = Money(fields["residual"], currency),
        ActiveYears = fields["activeYears"].NotNegative(),
        Upside = OptionalMoney(fields["upside"], currency),
        Kappa = fields["kappa"].IsMissing ? null : fields["kappa"].Fraction(),
        Reason = fields["reason"].Localized(),
        UpsideReason = fields["upsideReason"].IsMissing ? null : (LocalizedText?)fields["upsideReason"].Localized(),
    });

    public static InfluenceCard? Influence(StrictValue value, Currency currency) => value.IsMissing ? null : value.Object(fields => new InfluenceCard
    {
        Value = Money(fields["value"], currency),
        IfNoneCaused = Money(fields["ifNoneCaused"], currency),
        IfAllCaused = Money(fields["ifAllCaused"], currency),
        Established = OptionalMoney(fields["established"], currency),
        Expected = OptionalMoney(fields["expected"], currency),
        ExpectedStandardError = OptionalMoney(fields["expectedStandardError"], currency),
        Reason = fields["reason"].Localized(),
    });

    public static ThreeValueCard? ThreeValues(StrictValue value) => value.IsMissing ? null : value.Object(fields => new ThreeValueCard
    {
        Segment = fields["segment"].Object(SegmentReader.Read)!,
        EstablishedHigh = fields["establishedHigh"].Boolean(),
        PotentialHigh = fields["potentialHigh"].Boolean(),
        InfluenceHigh = fields["influenceHigh"].Boolean(),
        Decision = fields["decision"].Localized(),
        Reason = fields["reason"].Localized(),
        Tier = fields["tier"].Object(SegmentReader.Read)!,
        TierReason = fields["tierReason"].Localized(),
    });

    public static StageCard? Stage(StrictValue value) => value.IsMissing ? null : value.Object(fields => new StageCard
    {
        Key = fields["key"].Text(),
        Label = fields["label"].Localized(),
        Since = fields["since"].Date(),
        Phase = fields["phase"].IsMissing ? null : (LocalizedText?)fields["phase"].Localized(),
        Reason = fields["reason"].Localized(),
    });

    public static IReadOnlyList<ProductRecommendation> Recommendations(StrictValue value) => value.IsMissing ? []
        : [.. value.Array("an array of recommendations").Select(each => each.Object(Recommendation)!)];

    private static ProductRecommendation Recommendation(StrictObject fields) => new()
    {
        Product = fields["product"].Text(),
        Score = fields["score"].Positive(),
        Because = [.. fields["because"].Array("an array of products").Select(product => product.Text())],
        Reason = fields["reason"].Localized(),
    };

    private static Money Money(StrictValue value, Currency currency) => new(value.Amount(), currency);

    private static Money? OptionalMoney(StrictValue value, Currency currency) => value.IsMissing ? null : Money(value, currency);
}
