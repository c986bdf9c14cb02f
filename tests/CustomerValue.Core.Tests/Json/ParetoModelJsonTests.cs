using CustomerValue.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Nbd;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.LifetimeValue.ParetoNbdCorrelated;
using CustomerValue.Customers;

namespace CustomerValue.Tests.Json;

public sealed class ParetoModelJsonTests
{
    [Fact]
    public void Models_come_back_bit_by_bit()
    {
        (_, double highest) = ParetoNbdCorrelatedModel.Bounds(0.553, 10.578, 0.606, 11.669);
        foreach (PurchaseModel model in new PurchaseModel[]
        {
            new NbdModel(0.385, 12.07, TimeUnit.Week),
            new ParetoNbdModel(0.553, 10.578, 0.606, 11.669, TimeUnit.Day),
            new ParetoNbdCorrelatedModel(0.553, 10.578, 0.606, 11.669, highest, TimeUnit.Week),
            new ParetoNbdCorrelatedModel(0.553, 10.578, 0.606, 11.669, -1, TimeUnit.Week),
            new ParetoNbdCorrelatedModel(0.553, 10.578, 0.606, 11.669, 0, TimeUnit.Week),
        })
        {
            string json = JsonText.Of(stream => ModelJson.Write(stream, new StoredModel<PurchaseModel> { Model = model }));
            PurchaseModel read = JsonText.PurchaseModel(json).Model;
            Assert.Equal(model.GetType(), read.GetType());
            Assert.Equal(model.Unit, read.Unit);
            Assert.Equal(model.Parameters, read.Parameters);
        }
    }

    [Fact]
    public void An_m_beyond_its_bounds_is_refused() =>
        Assert.Contains("m: '99' is not in [", JsonText.Refusal(() => JsonText.PurchaseModel("""{"model":"pareto-nbd-correlated","unit":"week","parameters":{"r":0.553,"alpha":10.578,"s":0.606,"beta":11.669,"m":99}}"""))[0], StringComparison.Ordinal);
}
