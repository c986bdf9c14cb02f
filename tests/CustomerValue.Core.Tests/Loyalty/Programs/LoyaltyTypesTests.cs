using System.Text.Json.Serialization;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tests.Json;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Loyalty.Programs;

/// <summary>Conditions and effects of a user's own in documents: by a registered name, and as strict as the library's.</summary>
public sealed class LoyaltyTypesTests
{
    private const string Condition = "{\"lines\":{\"least\":2,\"parity\":\"even\"}}";
    private const string Effect = "[{\"perLine\":{\"each\":5,\"wallet\":\"PTS\"}}]";

    private static readonly LoyaltyTypes Types = LoyaltyTypes.None.WithCondition("lines", OwnTypes.Default.LinesCondition).WithEffect("perLine", OwnTypes.Default.EachLineEffect);

    [Theory]
    [InlineData(Condition)]
    [InlineData("{\"not\":{\"any\":[" + Condition + ",{\"all\":[" + Condition + "]}]}}")]
    public void They_come_back_with_the_same_content_wherever_they_stand(string when)
    {
        LoyaltyProgram program = Read(ProgramDocuments.Changed("rules/1/when", when, ProgramDocuments.Changed("rules/1/then", Effect)));
        string written = JsonText.Of(stream => LoyaltyProgramJson.Write(stream, program, Types));
        LoyaltyProgram again = Read(written);
        Assert.Equal(new EachLineEffect { Each = 5, Wallet = "PTS" }, Assert.Single(again.Rules[1].Then));
        Assert.Equal(written, JsonText.Of(stream => LoyaltyProgramJson.Write(stream, again, Types)));
        Assert.Equal(CompiledProgram.Load(program).Hash, CompiledProgram.Load(again).Hash);
        Assert.Contains("\"least\": 2", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("when", "{\"line\":{}}", "$.rules[1].when", "lines")]
    [InlineData("when", "{\"lines\":{\"least\":2},\"amount\":{\"ge\":\"20.00 CNY\"}}", "$.rules[1].when", "an object with one of the fields")]
    [InlineData("when", "{\"lines\":{\"least\":2,\"Parity\":\"even\"}}", "$.rules[1].when.lines.Parity", "known fields: least, parity")]
    [InlineData("when", "{\"all\":[{\"lines\":{\"least\":\"2\"}}]}", "$.rules[1].when.all[0].lines.least", "is not what lines takes")]
    [InlineData("when", "{\"lines\":{}}", "$.rules[1].when.lines", "least")]
    [InlineData("when", "{\"lines\":{\"least\":-1}}", "$.rules[1].when.lines", "0 or above")]
    [InlineData("when", "{\"lines\":2}", "$.rules[1].when.lines", "an object")]
    [InlineData("when", "{\"lines\":null}", "$.rules[1].when.lines", "an object")]
    [InlineData("then", "[{\"perLine\":{\"each\":5,\"to\":\"nobody\"}}]", "$.rules[1].then[0].perLine.to", "is not what perLine takes")]
    [InlineData("then", "[{\"perLine\":{\"each\":5,\"to\":7}}]", "$.rules[1].then[0].perLine", "one of member, referrer, referee")]
    [InlineData("then", "[{\"perline\":{\"each\":5}}]", "$.rules[1].then[0]", "issueCoupon, perLine")]
    public void What_is_not_registered_or_does_not_fit_is_refused_with_path_and_reason(string field, string value, string path, string reason)
    {
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => Read(ProgramDocuments.Changed("rules/1/" + field, value)));
        DataProblem problem = Assert.Single(refusal.Problems, problem => problem.Field == path);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Matches("^(is|has) ", problem.Message);
    }

    [Fact]
    public void A_field_given_twice_is_refused()
    {
        string text = ProgramDocuments.Changed("rules/1/when", Condition).Replace("\"least\":2", "\"least\":2,\"least\":3", StringComparison.Ordinal);
        Assert.Contains(Assert.Throws<DataRejectedException>(() => Read(text)).Problems, problem => problem.Field == "$.rules[1].when.lines.least");
    }

    [Fact]
    public void Text_that_is_none_is_refused()
    {
        string text = ProgramDocuments.Changed("rules/1/when", Condition).Replace("\"even\"", "\"\\ud800\"", StringComparison.Ordinal);
        Assert.StartsWith("$.rules[1].when.lines", Assert.Single(Assert.Throws<DataRejectedException>(() => Read(text)).Problems).Field, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_without_a_name_are_not_written()
    {
        LoyaltyProgram program = Read(ProgramDocuments.Changed("rules/1/when", Condition));
        Assert.Contains(nameof(LinesCondition), Assert.Throws<ArgumentException>(() => ProgramDocuments.Write(program)).Message, StringComparison.Ordinal);
        LoyaltyProgram paid = Read(ProgramDocuments.Changed("rules/1/then", Effect));
        Assert.Contains(nameof(EachLineEffect), Assert.Throws<ArgumentException>(() => ProgramDocuments.Write(paid)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("amount")]
    [InlineData("not")]
    [InlineData("lines")]
    [InlineData("otherName")]
    public void A_name_is_new_and_a_type_has_one(string name) => Assert.Throws<ArgumentException>(() => Types.WithCondition(name, OwnTypes.Default.LinesCondition));

    [Theory]
    [InlineData("earn")]
    [InlineData("issueCoupon")]
    [InlineData("perLine")]
    public void Names_of_effects_are_not_given_twice(string name) => Assert.Throws<ArgumentException>(() => Types.WithEffect(name, OwnTypes.Default.EachLineEffect));

    private static LoyaltyProgram Read(string text) => LoyaltyProgramJson.Read(JsonText.Stream(text), null, Types);
}

internal sealed record LinesCondition : Condition
{
    private readonly int least;

    public required int Least
    {
        get => least;
        init => least = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The least number of lines is 0 or above.");
    }

    public string? Parity { get; init; }

    public override Truth Test(in RuleFacts facts) => facts.Order is { } order && order.Order.Lines.Count >= Least ? Truth.True : Truth.False;

    public override LocalizedText Describe() => new($"at least {Least} lines", $"至少 {Least} 行");

    public override LocalizedText Actual(in RuleFacts facts) => Describe();

    public override void WriteTo(ContentWriter writer) => writer.Field("kind", "lines").Field("least", Least).Field("parity", Parity);
}

internal sealed record EachLineEffect : AwardEffect
{
    public required long Each { get; init; }

    public override Fraction? Points(in RuleFacts facts) => Fraction.Of(Each);

    public override LocalizedText Describe() => new($"{Each} a line", $"每行 {Each}");

    public override void WriteTo(ContentWriter writer) => writer.Field("kind", "perLine").Field("wallet", Wallet).Choice("to", To).Field("each", Each);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LinesCondition))]
[JsonSerializable(typeof(EachLineEffect))]
internal sealed partial class OwnTypes : JsonSerializerContext;
