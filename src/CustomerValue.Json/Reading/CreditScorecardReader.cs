using CustomerValue.Contribution.Credit;
using CustomerValue.Validation;

namespace CustomerValue.Json.Reading;

/// <summary>Reads the rules of a credit rating.</summary>
internal static class CreditScorecardReader
{
    public static CreditScorecard? Read(StrictObject fields)
    {
        CreditCriterion?[] criteria = [.. fields["criteria"].Array("an array of criteria").Select(item => item.Object(Criterion))];
        CreditGrade?[] grades = [.. fields["grades"].Array("an array of grades, the best first").Select(item => item.Object(Grade))];
        // What is wrong in the document would show up again in the check.
        if (fields.Problems.Count > 0)
            return null;
        try
        {
            return new CreditScorecard(criteria!, grades!);
        }
        catch (DataRejectedException refused)
        {
            foreach (DataProblem problem in refused.Problems)
                fields.Problems.Add($"{fields.Path}.{(problem.Row is { } row ? problem.Field!.Replace(".", $"[{row}].") : problem.Field)}", problem.Value, problem.Message);
            return null;
        }
    }

    private static CreditCriterion Criterion(StrictObject fields) => new()
    {
        Measure = fields["measure"].Choice(CreditWords.Measures),
        Name = fields["name"].Localized(),
        Bands = [.. fields["bands"].Array("an array of bands").Select(item => item.Object(band => new CreditBand(band["from"].NotNegative(), band["points"].Whole(0))))],
    };

    private static CreditGrade Grade(StrictObject fields) => new()
    {
        Key = fields["key"].Text(),
        Label = fields["label"].Localized(),
        From = fields["from"].Number(value => value is >= 0 and <= 100, "a number in [0, 100]"),
    };
}
