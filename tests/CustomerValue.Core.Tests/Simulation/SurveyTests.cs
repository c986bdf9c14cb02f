using CustomerValue.Customers;
using CustomerValue.Simulation;

namespace CustomerValue.Tests.Simulation;

public class SurveyTests
{
    private static readonly SimulatedRetailer retailer = Retailers.Standard;
    private static readonly Dictionary<CustomerId, SimulatedTruth> truth = retailer.Truth.ToDictionary(truth => truth.Customer);

    [Fact]
    public void Each_item_moves_with_its_factor_and_reversed_ones_against_it()
    {
        for (int i = 0; i < SimulatedRetailer.SurveyItems.Count; i++)
        {
            SimulatedSurveyItem item = SimulatedRetailer.SurveyItems[i];
            SimulatedSurvey[] answered = retailer.Surveys.Where(survey => survey.Answers[i] is not null).ToArray();
            double correlation = Z.Correlation(answered.Select(survey => Factor(item.Factor, truth[survey.Customer])), answered.Select(survey => (double)survey.Answers[i]!.Value));
            // Cutting into five classes loses a little of the loading.
            Assert.InRange(item.IsReversed ? -correlation : correlation, item.Loading - 0.12, item.Loading + 0.02);
        }
    }

    [Fact]
    public void Answers_are_1_to_5_and_a_few_are_missing()
    {
        int?[] answers = retailer.Surveys.SelectMany(survey => survey.Answers).ToArray();
        Assert.Equal(12 * retailer.Surveys.Count, answers.Length);
        Assert.Equal([1, 2, 3, 4, 5], answers.OfType<int>().Distinct().Order());
        Assert.InRange(answers.Count(answer => answer is null) / (double)answers.Length, 0.03, 0.05);
    }

    [Fact]
    public void Three_in_five_buyers_and_no_prospect_answer_after_they_joined()
    {
        Assert.InRange(retailer.Surveys.Count / (double)retailer.Truth.Count(truth => !truth.IsProspect), 0.57, 0.63);
        Assert.All(retailer.Surveys, survey => Assert.True(!truth[survey.Customer].IsProspect && survey.Date >= truth[survey.Customer].Joined));
    }

    [Fact]
    public void Factors_have_mean_0_and_deviation_1_about()
    {
        for (int factor = 0; factor < 3; factor++)
        {
            double[] scores = retailer.Truth.Select(truth => Factor(factor, truth)).ToArray();
            Assert.InRange(scores.Average(), -0.15, 0.15);
            Assert.InRange(scores.Average(score => score * score), 0.8, 1.2);
        }
    }

    [Fact]
    public void Battery_has_four_items_a_factor_one_reversed_with_statements_in_both_languages()
    {
        Assert.Equal(12, SimulatedRetailer.SurveyItems.Select(item => item.Key).Distinct().Count());
        Assert.All(SimulatedRetailer.SurveyItems.GroupBy(item => item.Factor), items => Assert.Equal((4, 1), (items.Count(), items.Count(item => item.IsReversed))));
        Assert.All(SimulatedRetailer.SurveyItems, item => Assert.True(item.Statement.English.EndsWith('.') && item.Statement.Chinese.EndsWith('。')));
    }

    private static double Factor(int factor, SimulatedTruth truth) => factor switch
    {
        0 => truth.PriceConsciousness,
        1 => truth.QualityOrientation,
        _ => truth.Sociability,
    };
}
