using CustomerValue.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Json;

/// <summary>Models with a posterior keep their draws in the file; parameters alone are enough by hand.</summary>
public sealed class PosteriorJsonTests
{
    [Fact]
    public void Draws_and_report_come_back_bit_by_bit()
    {
        StoredModel<PurchaseModel> written = Documents.FittedPosteriorModel();
        StoredModel<PurchaseModel> read = JsonText.PurchaseModel(JsonText.Of(stream => ModelJson.Write(stream, written)));
        Assert.Equal(((PosteriorModel)written.Model).Draws, ((PosteriorModel)read.Model).Draws);
        Assert.Equal(written.Model.Parameters, read.Model.Parameters);
        Assert.Equal(written.Report!.Sampling!.RHat, read.Report!.Sampling!.RHat);
        Assert.Equal(written.Report.Sampling.BulkEffectiveSize, read.Report.Sampling.BulkEffectiveSize);
        Assert.Equal(written.Report.Sampling.TailEffectiveSize, read.Report.Sampling.TailEffectiveSize);
        Assert.Equal(6000, read.Report.Sampling.Sweeps);
    }

    [Theory]
    [InlineData("""{"model":"pareto-nbd-hb","unit":"week","parameters":{"r":0.5,"alpha":10,"s":0.6,"beta":11}}""", 1)]
    [InlineData("""{"model":"pareto-nbd-hb","unit":"week","parameters":{"r":0.5,"alpha":10,"s":0.6,"beta":11},"draws":[[0.5,10,0.6,11],[0.4,9,0.5,8]]}""", 2)]
    [InlineData("""{"model":"pareto-nbd-abe","unit":"week","parameters":{"log_lambda":-3.7,"log_mu":-3.8,"var_log_lambda":1.3,"cov_log_lambda_log_mu":-0.2,"var_log_mu":3}}""", 1)]
    [InlineData("""{"model":"pareto-ggg","unit":"week","parameters":{"t":3,"gamma":2,"r":0.5,"alpha":10,"s":0.6,"beta":11},"draws":[[3,2,0.5,10,0.6,11]]}""", 1)]
    public void A_hand_written_file_is_enough(string file, int draws) => Assert.Equal(draws, ((PosteriorModel)JsonText.PurchaseModel(file).Model).Draws.Count);

    [Theory]
    [InlineData("[[0.5,10,0.6]]", "draws")]
    [InlineData("[[0.5,10,0.6,-1]]", "draws")]
    [InlineData("[0.5]", "draws")]
    [InlineData("5", "draws")]
    public void Draws_of_another_shape_are_refused(string draws, string field)
    {
        string file = """{"model":"pareto-nbd-hb","unit":"week","parameters":{"r":0.5,"alpha":10,"s":0.6,"beta":11},"draws":""" + draws + "}";
        Assert.Contains(field, Assert.Throws<DataRejectedException>(() => JsonText.PurchaseModel(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_a_posterior_has_no_draws() =>
        Assert.Contains("draws", Assert.Throws<DataRejectedException>(() => JsonText.PurchaseModel("""{"model":"bg-nbd","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1},"draws":[[1,1,1,1]]}""")).Message, StringComparison.Ordinal);
}
