using CustomerValue.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Tests.Json;

/// <summary>A model with covariates comes back bit by bit, with its encoding; what can't be one is refused by path.</summary>
public sealed class CovariateModelJsonTests
{
    private const string Hand = """{"model":"mbg-nbd","unit":"week","covariates":[{"name":"age"},{"name":"gender","baseLevel":"M","levels":["F"]}],"parameters":{"r":0.5,"alpha":6,"a":0.9,"b":1.6,"a.age":-0.1,"purchase.gender=F":0.3}}""";

    [Fact]
    public void A_fitted_model_comes_back_with_all_that_is_known_of_it()
    {
        StoredModel<CovariatePurchaseModel> written = Documents.FittedCovariateModel();
        StoredModel<CovariatePurchaseModel> read = CovariateModelJson.ReadPurchaseModel(JsonText.Stream(JsonText.Of(stream => CovariateModelJson.Write(stream, written))));
        Assert.Equal(written.Model.Parameters, read.Model.Parameters);
        Assert.Equal(written.Model.Encoding.Names, read.Model.Encoding.Names);
        Assert.Equal(written.Model.Encoding.Columns[0].BaseLevel, read.Model.Encoding.Columns[0].BaseLevel);
        Assert.Equal(written.Report!.LikelihoodRatio, read.Report!.LikelihoodRatio);
        Assert.Equal(written.Report.FreeParameters, read.Report.FreeParameters);
        Assert.Equal(written.Report.Bic, read.Report.Bic);
        Assert.Equal(written.Report.StandardErrors, read.Report.StandardErrors);
        Assert.Equal(written.Report.Covariance, read.Report.Covariance);
        Assert.Equal(written.Report.Parameters, read.Report.Parameters);

        StoredModel<CovariateSpendModel> spend = CovariateModelJson.ReadSpendModel(JsonText.Stream(JsonText.Of(stream => CovariateModelJson.Write(stream, Documents.FittedCovariateSpendModel()))));
        Assert.Equal(Documents.FittedCovariateSpendModel().Model.Parameters, spend.Model.Parameters);
    }

    [Fact]
    public void A_model_written_by_hand_is_enough_and_effects_left_out_are_none()
    {
        CovariatePurchaseModel model = CovariateModelJson.ReadPurchaseModel(JsonText.Stream(Hand)).Model;
        Assert.Equal(["age", "gender=F"], model.Encoding.Names);
        Assert.Equal([new("r", 0.5), new("alpha", 6), new("a", 0.9), new("b", 1.6), new("purchase.gender=F", 0.3), new ModelParameter("a.age", -0.1)], model.Parameters);
        Assert.Equal([new("r", 0.5), new("alpha", 6 * Math.Exp(-0.3)), new("a", 0.9 * Math.Exp(-0.2)), new ModelParameter("b", 1.6)], model.For([2, 1]).Parameters);
    }

    [Theory]
    [InlineData("\"a.age\"", "\"life.age\"", "$.parameters.life.age: '\"-0.1\"' is no parameter of mbg-nbd with these covariates")]
    [InlineData("\"b\":1.6,", "", "$.parameters.b: is missing")]
    [InlineData("0.9", "-0.9", "$.parameters.a: '\"-0.9\"' is not a finite number > 0.")]
    [InlineData("0.9", "\"0.9\"", "$.parameters.a: '\"0.9\"' is not a finite number.")]
    [InlineData("[\"F\"]", "[\"M\"]", "$.covariates[1].levels: '\"M\"' is a level twice")]
    [InlineData("\"gender\"", "\"age\"", "$.covariates: '\"age\"' is the name of two columns")]
    [InlineData(",\"levels\":[\"F\"]", "", "$.covariates[1].levels: is missing")]
    [InlineData("mbg-nbd", "nbd", "$.model: '\"nbd\"' is not one of the purchase models with covariates")]
    [InlineData("\"age\"}", "\"age\",\"mean\":3}", "$.covariates[0].mean: '3' is not expected here")]
    public void What_is_no_such_model_is_refused(string part, string other, string problem) =>
        Assert.Contains(JsonText.Refusal(() => CovariateModelJson.ReadPurchaseModel(JsonText.Stream(Hand.Replace(part, other, StringComparison.Ordinal)))), told => told.StartsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void Only_a_document_with_covariates_has_them()
    {
        Assert.True(CovariateModelJson.HasCovariates(JsonText.Stream(Hand)));
        Assert.False(CovariateModelJson.HasCovariates(JsonText.Stream("""{"model":"bg-nbd"}""")));
        Assert.False(CovariateModelJson.HasCovariates(JsonText.Stream("[]")));
        Assert.False(CovariateModelJson.HasCovariates(JsonText.Stream("no JSON")));
        Assert.NotEmpty(JsonText.Refusal(() => ModelJson.ReadPurchaseModel(JsonText.Stream(Hand))));
    }
}
