using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;

namespace CustomerValue.Tests.Json;

/// <summary>The models of discrete time as documents.</summary>
public sealed class ContractModelJsonTests
{
    [Fact]
    public void A_fitted_model_of_contracts_comes_back_with_its_report()
    {
        FitResult<ShiftedBetaGeometricModel> fit = new ShiftedBetaGeometricEstimator().Fit(ContractColumns.OfPeriods(TimeUnit.Year, [1, 1, 2, 3, 5, 5, 1, 4], [5, 5, 5, 5, 5, 5, 2, 4]));
        string json = JsonText.Of(stream => ModelJson.Write(stream, new StoredModel<ShiftedBetaGeometricModel> { Model = fit.Model, Report = fit.Report, Seconds = 0.5 }));

        StoredModel<ShiftedBetaGeometricModel> read = ModelJson.ReadContractModel(JsonText.Stream(json));

        Assert.Equal(fit.Model.Parameters, read.Model.Parameters);
        Assert.Equal(TimeUnit.Year, read.Model.Unit);
        Assert.Equal(fit.Report.LogLikelihood, read.Report!.LogLikelihood);
        Assert.Equal(0.5, read.Seconds);
    }

    [Theory]
    [InlineData("""{"model":"bg-bb","unit":"year","parameters":{"alpha":1,"beta":1,"gamma":1,"delta":1}}""", "$.model: '\"bg-bb\"' is not one of the models of contracts sbg.")]
    [InlineData("""{"model":"sbg","unit":"year","parameters":{"alpha":1,"beta":0}}""", "$.parameters.beta: '0' is not a finite number > 0.")]
    [InlineData("""{"model":"sbg","parameters":{"alpha":1,"beta":1}}""", "$.unit: is missing; give one of day, week, month, year.")]
    public void What_is_no_model_of_contracts_is_refused(string json, string problem) =>
        Assert.Equal([problem], JsonText.Refusal(() => ModelJson.ReadContractModel(JsonText.Stream(json))));

    [Fact]
    public void A_hand_written_bg_bb_is_enough()
    {
        PurchaseModel model = JsonText.PurchaseModel("""{"model":"bg-bb","unit":"year","parameters":{"delta":2.783,"alpha":1.204,"beta":0.75,"gamma":0.657}}""").Model;
        Assert.IsType<BgBbModel>(model);
        Assert.Equal([new("alpha", 1.204), new("beta", 0.75), new("gamma", 0.657), new("delta", 2.783)], model.Parameters);
    }
}
