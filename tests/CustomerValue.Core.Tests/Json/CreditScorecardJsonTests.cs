using System.Text.Json.Nodes;
using CustomerValue.Contribution.Credit;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Tests.Readme;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Json;

public sealed class CreditScorecardJsonTests
{
    private static readonly CreditScorecard Own = new(
        [new CreditCriterion { Measure = CreditMeasure.MeanDaysLate, Name = new LocalizedText("days late", "逾期天数"), Bands = [new CreditBand(0, 7), new CreditBand(0.1, 7), new CreditBand(1.0 / 3, 0)] }],
        [new CreditGrade { Key = "ok", Label = new LocalizedText("fine", "好"), From = 100.0 / 3 }, new CreditGrade { Key = "no", Label = new LocalizedText("bad", "差"), From = 0 }]);

    [Fact]
    public void What_is_written_is_read_as_the_same_rules()
    {
        foreach (CreditScorecard scorecard in new[] { CreditScorecard.Default, Own })
        {
            string text = JsonText.Of(stream => CreditScorecardJson.Write(stream, scorecard));
            Assert.Empty(JsonSchema.Problems(JsonNode.Parse(text), JsonNode.Parse(Pages.Read("docs/schemas/credit-scorecard.schema.json"))!));
            CreditScorecard read = CreditScorecardJson.Read(JsonText.Stream(text));
            Assert.Equal(text, JsonText.Of(stream => CreditScorecardJson.Write(stream, read)));
            Assert.Equal(scorecard.Grades, read.Grades);
            Assert.Equal(scorecard.Criteria.Select(criterion => (criterion.Measure, criterion.Name)), read.Criteria.Select(criterion => (criterion.Measure, criterion.Name)));
            Assert.Equal(scorecard.Criteria.SelectMany(criterion => criterion.Bands), read.Criteria.SelectMany(criterion => criterion.Bands));
        }
    }

    [Theory]
    [InlineData("criteria", 1, "measure", "\"days-sales-outstanding\"", "$.criteria[1].measure")]
    [InlineData("criteria", 2, "measure", "\"mood\"", "$.criteria[2].measure")]
    [InlineData("criteria", 3, "bands", "[]", "$.criteria[3].bands")]
    [InlineData("criteria", 0, "bands", "[{\"from\":1,\"points\":5}]", "$.criteria[0].bands")]
    [InlineData("criteria", 0, "bands", "[{\"from\":0,\"points\":5},{\"from\":0,\"points\":4}]", "$.criteria[0].bands")]
    [InlineData("criteria", 0, "bands", "[{\"from\":0,\"points\":5},{\"from\":1,\"points\":6}]", "$.criteria[0].bands")]
    [InlineData("criteria", 0, "bands", "[{\"from\":-1,\"points\":5}]", "$.criteria[0].bands[0].from")]
    [InlineData("criteria", 0, "bands", "[{\"from\":0,\"points\":2.5}]", "$.criteria[0].bands[0].points")]
    [InlineData("grades", 0, "from", "100.5", "$.grades[0].from")]
    [InlineData("grades", 2, "from", "85", "$.grades[2].from")]
    [InlineData("grades", 7, "from", "1", "$.grades.from")]
    [InlineData("grades", 1, "key", "\"AAA\"", "$.grades[1].key")]
    [InlineData("grades", 1, "formula", "\"x > 1\"", "$.grades[1].formula")]
    public void What_is_no_scorecard_is_refused_where_it_is_wrong(string array, int item, string field, string value, string where)
    {
        JsonNode document = Document();
        document[array]![item]![field] = JsonNode.Parse(value);
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => CreditScorecardJson.Read(JsonText.Stream(document.ToJsonString()), "rules.json"));
        DataProblem problem = Assert.Single(refusal.Problems);
        Assert.Equal(("rules.json", where), (problem.Source, problem.Field));
    }

    [Fact]
    public void All_problems_are_named_at_once()
    {
        JsonNode document = Document();
        document["criteria"]![0]!["bands"]![1]!["points"] = 99;
        document["grades"]![3]!["from"] = 99;
        document["grades"]![4]!["key"] = " ";
        Assert.Equal(["$.criteria[0].bands", "$.grades[3].from", "$.grades[4].key"], Assert.Throws<DataRejectedException>(() => CreditScorecardJson.Read(JsonText.Stream(document.ToJsonString()))).Problems.Select(problem => problem.Field));
        Assert.Equal(["$.criteria", "$.grades"], Assert.Throws<DataRejectedException>(() => CreditScorecardJson.Read(JsonText.Stream("{\"criteria\":[],\"grades\":[]}"))).Problems.Select(problem => problem.Field!.Replace(".from", "", StringComparison.Ordinal)));
        Assert.Throws<DataRejectedException>(() => CreditScorecardJson.Read(JsonText.Stream("{\"version\":2,\"criteria\":[],\"grades\":[]}")));
        Assert.Throws<DataRejectedException>(() => CreditScorecardJson.Read(JsonText.Stream("[]")));
        Assert.Throws<ArgumentNullException>(() => CreditScorecardJson.Write(Stream.Null, null!));
    }

    private static JsonNode Document() => JsonNode.Parse(JsonText.Of(stream => CreditScorecardJson.Write(stream, CreditScorecard.Default)))!;
}
