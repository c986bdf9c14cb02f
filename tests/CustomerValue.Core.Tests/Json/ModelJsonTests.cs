using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.ErlangBetaGeometric;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Json;

public sealed class ModelJsonTests
{
    [Fact]
    public void A_hand_written_file_is_enough()
    {
        StoredModel<PurchaseModel> stored = JsonText.PurchaseModel("""{"model":"bg-nbd","unit":"week","parameters":{"b":2.426,"r":0.243,"alpha":4.414,"a":0.793}}""");

        Assert.IsType<BgNbdModel>(stored.Model);
        Assert.Equal(TimeUnit.Week, stored.Model.Unit);
        Assert.Equal([new("r", 0.243), new("alpha", 4.414), new("a", 0.793), new("b", 2.426)], stored.Model.Parameters);
        Assert.Null(stored.Report);
        Assert.Null(stored.Seconds);
    }

    [Theory]
    [InlineData("bg-cnbd-k")]
    [InlineData("mbg-cnbd-k")]
    public void A_regularity_comes_and_goes_as_a_whole_number(string name)
    {
        StoredModel<PurchaseModel> stored = JsonText.PurchaseModel($$"""{"model":"{{name}}","unit":"week","parameters":{"r":0.5,"alpha":1.5,"a":1,"b":2,"k":3} }""");
        Assert.Equal(3, ((ErlangBetaGeometricModel)stored.Model).Regularity);
        Assert.Equal(name, stored.Model.Name);
        Assert.Contains("\"k\": 3\n", JsonText.Of(stream => ModelJson.Write(stream, stored)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hand_written_spend_model_needs_no_unit_and_bears_one()
    {
        StoredModel<SpendModel> without = JsonText.SpendModel("""{"model":"gamma-gamma","parameters":{"p":6.25,"q":3.74,"v":15.45}}""");
        StoredModel<SpendModel> with = JsonText.SpendModel("""{"version":1,"model":"gamma-gamma","unit":"week","parameters":{"p":6.25,"q":3.74,"v":15.45}}""");

        Assert.Equal([new("p", 6.25), new("q", 3.74), new("v", 15.45)], without.Model.Parameters);
        Assert.Equal(without.Model.Parameters, with.Model.Parameters);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.Equal("mbg-nbd", JsonText.PurchaseModel("\uFEFF" + """{"model":"mbg-nbd","unit":"day","parameters":{"r":1,"alpha":1,"a":1,"b":1}}""").Model.Name);

    [Property]
    public Property Every_positive_double_comes_back_bit_by_bit() => Prop.ForAll(
        ArbMap.Default.ArbFor<double>().Filter(value => value > 0 && !double.IsInfinity(value)).Generator.Four().ToArbitrary(),
        parameters =>
        {
            MbgNbdModel model = new(parameters.Item1, parameters.Item2, parameters.Item3, parameters.Item4, TimeUnit.Day);
            string json = JsonText.Of(stream => ModelJson.Write(stream, new StoredModel<PurchaseModel> { Model = model }));
            return Bits(JsonText.PurchaseModel(json).Model.Parameters).SequenceEqual(Bits(model.Parameters));
        });

    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(0.1 + 0.2)]
    [InlineData(1 / 3d)]
    [InlineData(5e-324 * 3)]
    [InlineData(9007199254740993)]
    public void Awkward_doubles_come_back_bit_by_bit(double value)
    {
        string json = JsonText.Of(stream => ModelJson.Write(stream, new StoredModel<SpendModel> { Model = new GammaGammaModel(value, 1, 2) }));
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), Bits(JsonText.SpendModel(json).Model.Parameters).First());
    }

    [Fact]
    public void What_is_known_of_the_fit_comes_back()
    {
        StoredModel<PurchaseModel> stored = Documents.FittedPurchaseModel();
        string json = JsonText.Of(stream => ModelJson.Write(stream, stored));

        StoredModel<PurchaseModel> read = JsonText.PurchaseModel(json);
        Assert.Equal(stored.Seconds, read.Seconds);
        Assert.Equivalent(stored.Report, read.Report, strict: true);
        Assert.Equal(json, JsonText.Of(stream => ModelJson.Write(stream, read)));
    }

    [Fact]
    public void A_report_with_a_figure_left_out_is_no_report()
    {
        string json = JsonText.Of(stream => ModelJson.Write(stream, Documents.FittedPurchaseModel()));
        Assert.Null(JsonText.PurchaseModel(json.Replace("\"iterations\": 9,", "", StringComparison.Ordinal)).Report);
    }

    [Fact]
    public void The_document_reads_as_the_command_promises()
    {
        string json = JsonText.Of(stream => ModelJson.Write(stream, new StoredModel<PurchaseModel> { Model = new BgNbdModel(0.25, 4.5, 0.75, 2.5, TimeUnit.Week), Seconds = 0.5 }));
        string expected = """
            {
              "version": 1,
              "model": "bg-nbd",
              "unit": "week",
              "parameters": {
                "r": 0.25,
                "alpha": 4.5,
                "a": 0.75,
                "b": 2.5
              },
              "seconds": 0.5
            }

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), json.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Chinese_stays_Chinese_and_markup_is_escaped()
    {
        FitReport report = Documents.FittedPurchaseModel().Report! with { Warnings = [new LocalizedText("</script>", "请先阅读原因。")] };
        string json = JsonText.Of(stream => ModelJson.Write(stream, Documents.FittedPurchaseModel() with { Report = report }));
        Assert.Contains("请先阅读原因。", json, StringComparison.Ordinal);
        Assert.DoesNotContain("</script>", json, StringComparison.Ordinal);
    }

    private static IEnumerable<long> Bits(IReadOnlyList<ModelParameter> parameters) => parameters.Select(parameter => BitConverter.DoubleToInt64Bits(parameter.Value));
}
