using System.Text;
using CustomerValue.Json;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Json;

public sealed class ModelRefusalTests
{
    [Theory]
    [InlineData("""{"model":"x","unit":"week","parameters":{}}""", "$.model: '\"x\"' is not one of the purchase models nbd, pareto-nbd, pareto-nbd-correlated, bg-nbd, mbg-nbd, bg-cnbd-k, mbg-cnbd-k, ggom-nbd, bg-bb, pareto-nbd-hb, pareto-nbd-abe, pareto-ggg.")]
    [InlineData("""{"model":"gamma-gamma","unit":"week","parameters":{"p":1,"q":1,"v":1}}""", "$.model: '\"gamma-gamma\"' is not one of the purchase models nbd, pareto-nbd, pareto-nbd-correlated, bg-nbd, mbg-nbd, bg-cnbd-k, mbg-cnbd-k, ggom-nbd, bg-bb, pareto-nbd-hb, pareto-nbd-abe, pareto-ggg.")]
    [InlineData("""{"model":"bg-nbd","parameters":{"r":1,"alpha":1,"a":1,"b":1}}""", "$.unit: is missing; give one of day, week, month, year.")]
    [InlineData("""{"model":"bg-nbd","unit":"Week","parameters":{"r":1,"alpha":1,"a":1,"b":1}}""", "$.unit: '\"Week\"' is not one of day, week, month, year.")]
    [InlineData("""{"model":"bg-nbd","unit":"week"}""", "$.parameters: is missing; give an object.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":[1,1,1,1]}""", "$.parameters: '[1,1,1,1]' is not an object.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":1,"alpha":1,"a":1}}""", "$.parameters.b: is missing; give a finite number > 0.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1,"beta":1}}""", "$.parameters.beta: '1' is not expected here; known fields: r, alpha, a, b.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1,"b":2}}""", "$.parameters.b: '2' is given twice; keep one.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":0,"alpha":1,"a":1,"b":1}}""", "$.parameters.r: '0' is not a finite number > 0.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":-1e-3,"alpha":1,"a":1,"b":1}}""", "$.parameters.r: '-1e-3' is not a finite number > 0.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":1e999,"alpha":1,"a":1,"b":1}}""", "$.parameters.r: '1e999' is not a finite number > 0.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":1e-999,"alpha":1,"a":1,"b":1}}""", "$.parameters.r: '1e-999' is not a finite number > 0.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":"NaN","alpha":1,"a":1,"b":1}}""", "$.parameters.r: '\"NaN\"' is not a finite number > 0.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":null,"alpha":1,"a":1,"b":1}}""", "$.parameters.r: 'null' is not a finite number > 0.")]
    [InlineData("""{"version":2,"model":"next","what":1}""", "$.version: '2' is not 1.")]
    [InlineData("""{"version":"1","model":"bg-nbd","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1}}""", "$.version: '\"1\"' is not 1.")]
    [InlineData("""{"version":1.0,"model":"bg-nbd","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1}}""", "$.version: '1.0' is not 1.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1},"standardErrors":{"r":1,"alpha":1,"a":1}}""", "$.standardErrors.b: is missing; give a finite number ≥ 0.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1},"covariance":[[1,2],[3,4]]}""", "$.covariance: '[[1,2],[3,4]]' is not an array of 4 rows of 4 numbers.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1},"iterations":1.5}""", "$.iterations: '1.5' is not a whole number in [0, 2147483647].")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1},"converged":"yes"}""", "$.converged: '\"yes\"' is not true or false.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1},"warnings":["few"]}""", "$.warnings[0]: '\"few\"' is not a text in two languages: {\"en\":\"…\",\"zh-CN\":\"…\"}.")]
    [InlineData("""{"model":"bg-nbd","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1},"seconds":-1}""", "$.seconds: '-1' is not a finite number ≥ 0.")]
    [InlineData("""{"model":"mbg-cnbd-k","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1,"k":1.5}}""", "$.parameters.k: '1.5' is not a whole number in [1, 100].")]
    [InlineData("""{"model":"bg-cnbd-k","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1,"k":0}}""", "$.parameters.k: '0' is not a whole number in [1, 100].")]
    [InlineData("""{"model":"bg-cnbd-k","unit":"week","parameters":{"r":1,"alpha":1,"a":1,"b":1}}""", "$.parameters.k: is missing; give a whole number in [1, 100].")]
    [InlineData("[]", "$: '[]' is not an object.")]
    [InlineData("\"bg-nbd\"", "$: '\"bg-nbd\"' is not an object.")]
    public void Is_refused(string json, string problem) => Assert.Equal([problem], JsonText.Refusal(() => JsonText.PurchaseModel(json)));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"model\":\"bg-nbd\",}")]
    [InlineData("{\"model\":NaN}")]
    [InlineData("{\"model\":Infinity}")]
    [InlineData("{} {}")]
    [InlineData("{} x")]
    [InlineData("// a comment\n{}")]
    [InlineData("{/* a comment */}")]
    [InlineData("{'model':'bg-nbd'}")]
    [InlineData("model,unit\nbg-nbd,week\n")]
    [InlineData("\u0000\u0001\u0002")]
    public void What_is_no_JSON_is_refused_with_its_line(string text)
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => ModelJson.ReadPurchaseModel(JsonText.Stream(text), "m.json"));
        Assert.Single(refused.Problems);
        Assert.StartsWith("m.json, row ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.Message, char.IsControl);
    }

    [Fact]
    public void The_row_is_the_line_of_the_mistake()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => JsonText.PurchaseModel("{\n\"model\":\"bg-nbd\",\n\"unit\" \"week\"}"));
        Assert.Equal(3, Assert.Single(refused.Problems).Row);
    }

    [Fact]
    public void All_problems_are_named_at_once_with_the_file()
    {
        const string json = """{"model":"mbg-nbd","unit":"decade","parameters":{"r":0,"alfa":1,"a":"1","b":1},"comment":"mine","seconds":true}""";
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => ModelJson.ReadPurchaseModel(JsonText.Stream(json), "m.json"));
        string[] expected =
        [
            "m.json, $.unit: '\"decade\"' is not one of day, week, month, year.",
            "m.json, $.parameters.r: '0' is not a finite number > 0.",
            "m.json, $.parameters.alpha: is missing; give a finite number > 0.",
            "m.json, $.parameters.a: '\"1\"' is not a finite number > 0.",
            "m.json, $.parameters.alfa: '1' is not expected here; known fields: r, alpha, a, b.",
            "m.json, $.seconds: 'true' is not a finite number ≥ 0.",
            "m.json, $.comment: '\"mine\"' is not expected here; known fields: version, model, unit, parameters, customers, distinct, logLikelihood, gradientNorm, converged, iterations, evaluations, reason, warnings, standardErrors, covariance, sampling, seconds.",
        ];
        Assert.Equal(expected, refused.Message.Split(Environment.NewLine));
    }

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Contains("32", Assert.Single(JsonText.Refusal(() => JsonText.PurchaseModel(Nested(33)))), StringComparison.Ordinal);

    [Fact]
    public void A_million_levels_are_refused_without_a_stack_overflow() =>
        Assert.Single(JsonText.Refusal(() => JsonText.PurchaseModel(Nested(1_000_000))));

    [Fact]
    public void Nesting_that_is_deep_enough_is_only_unknown() =>
        Assert.Contains("$.model: is missing", JsonText.Refusal(() => JsonText.PurchaseModel(Nested(32)))[0], StringComparison.Ordinal);

    [Fact]
    public void A_huge_text_is_refused_and_quoted_in_short()
    {
        string problem = Assert.Single(JsonText.Refusal(() => JsonText.PurchaseModel($$"""{"model":"{{new string('x', 10_000_000)}}"}""")).Take(1));
        Assert.InRange(problem.Length, 1, 300);
    }

    [Fact]
    public void A_huge_array_is_refused_as_a_whole()
    {
        string warnings = string.Join(",", Enumerable.Repeat("0", 1_000_000));
        Assert.Contains("is not an array of texts.", JsonText.Refusal(() => JsonText.PurchaseModel($$"""{"warnings":[{{warnings}}]}""")).Single(problem => problem.StartsWith("$.warnings:", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_never_ends_is_refused()
    {
        using EndlessSpaces endless = new();
        Assert.Equal(["longer than the 16 MiB that a model or a segmentation may have; is it another file?"], JsonText.Refusal(() => ModelJson.ReadPurchaseModel(endless)));
    }

    [Fact]
    public void A_hundred_thousand_unknown_fields_are_counted_not_kept()
    {
        StringBuilder json = new("{\"model\":\"bg-nbd\"");
        for (int field = 0; field < 100_000; field++)
            json.Append(",\"f").Append(field).Append("\":0");
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => JsonText.PurchaseModel(json.Append('}').ToString()));
        Assert.Equal(100_002, refused.Count);
        Assert.Equal(DataRejectedException.ProblemsInFull, refused.Problems.Count);
    }

    [Theory]
    [InlineData("{\"model\":\"#\"}")]
    [InlineData("{\"#\":1}")]
    [InlineData("{\"model\":\"bg-nbd\",\"parameters\":\"#\"}")]
    [InlineData("{\"warnings\":[{\"en\":\"#\",\"zh-CN\":\"\"}]}")]
    [InlineData("{\"model\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("#")]
    public void Broken_text_is_refused(string json)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(json);
        using MemoryStream stream = new(bytes.SelectMany(value => value == '#' ? new byte[] { 0xC3, 0x28, 0xFF } : [value]).ToArray());
        Assert.Throws<DataRejectedException>(() => ModelJson.ReadPurchaseModel(stream));
    }

    private static string Nested(int depth) => "{\"x\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}";

    private sealed class EndlessSpaces : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            return count;
        }
    }
}
