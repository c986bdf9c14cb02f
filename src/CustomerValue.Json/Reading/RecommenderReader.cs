namespace CustomerValue.Json.Reading;

/// <summary>Reads why a model of recommendations was chosen.</summary>
internal static class RecommenderReader
{
    public static StoredRecommender Read(StrictObject fields) => new()
    {
        Model = fields["model"].Text(),
        Reason = fields["reason"].Localized(),
        Cut = fields["cut"].Date(),
        Customers = fields["customers"].Whole(0),
        At = [.. fields["at"].Array("an array of whole numbers").Select(count => count.Whole(1))],
        Compared = [.. fields["compared"].Array("an array of models").Select(trial => trial.Object(Trial)!)],
    };

    private static StoredRecommenderTrial Trial(StrictObject fields) => new()
    {
        Model = fields["model"].Text(),
        Recall = Fractions(fields["recall"]),
        Ndcg = Fractions(fields["ndcg"]),
        Refusal = fields["refusal"].IsMissing ? null : fields["refusal"].Text(),
    };

    private static double[] Fractions(StrictValue value) => [.. value.Array("an array of numbers in [0, 1]").Select(number => number.Fraction())];
}
