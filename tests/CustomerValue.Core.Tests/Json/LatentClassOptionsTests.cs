using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Segmentation.LatentClasses;
using CustomerValue.Tests.Segmentation.LatentClasses;
using NodaTime;

namespace CustomerValue.Tests.Json;

public sealed class LatentClassOptionsTests
{
    [Theory]
    [InlineData("2", 2)]
    [InlineData("\"auto\"", null)]
    public void Options_do_what_they_do_in_code(string classes, int? count)
    {
        CustomerBase customers = CustomerBase.OfProfiles(new LocalDate(2024, 6, 30), Answers.Drawn(150, [2, 3, 3, 2], 2, seed: 9, missing: 0.1).Select((row, i) => new CustomerProfile
        {
            Customer = new CustomerId($"c{i:D3}"),
            Attributes = row.Select((code, item) => ($"q{item + 1}", $"a{code}")).Append(("age", $"{20 + (i % 40)}")).ToDictionary(pair => pair.Item1, pair => pair.Item2),
        }));
        LatentClassSegmentation read = (LatentClassSegmentation)StrategyJson.Read("latent-class", JsonText.Stream($$"""
            {"classes":{{classes}},"maxClasses":3,"agreement":4,"maxStarts":40,"maxIterations":500,"seed":7,"workers":1,"items":["q1","q2","q3","q4"],"covariates":["age"]}
            """)).Fit(customers);
        LatentClassSegmentation made = (LatentClassSegmentation)new LatentClassStrategy(new LatentClassOptions
        {
            Classes = count,
            MaxClasses = 3,
            Agreement = 4,
            MaxStarts = 40,
            MaxIterations = 500,
            Seed = 7,
            Workers = 1,
            Items = ["q1", "q2", "q3", "q4"],
            Covariates = ["age"],
        }).Fit(customers);
        Assert.Equal(JsonText.Of(stream => SegmentationJson.Write(stream, made)), JsonText.Of(stream => SegmentationJson.Write(stream, read)));
        Assert.Equal("latent-class", StrategyJson.Read("latent-class", JsonText.Stream("{}")).Name);
    }

    [Theory]
    [InlineData("""{"classes":0}""", "$.classes")]
    [InlineData("""{"classes":"many"}""", "$.classes")]
    [InlineData("""{"maxClasses":51}""", "$.maxClasses")]
    [InlineData("""{"agreement":1001}""", "$.agreement")]
    [InlineData("""{"maxStarts":0}""", "$.maxStarts")]
    [InlineData("""{"maxIterations":0.5}""", "$.maxIterations")]
    [InlineData("""{"seed":-1}""", "$.seed")]
    [InlineData("""{"workers":0}""", "$.workers")]
    [InlineData("""{"items":[]}""", "is empty")]
    [InlineData("""{"items":["a","A"]}""", "given twice")]
    [InlineData("""{"covariates":[1]}""", "$.covariates[0]")]
    [InlineData("""{"clusters":2}""", "$.clusters")]
    public void What_is_wrong_is_refused_with_its_path(string json, string because) =>
        Assert.Contains(JsonText.Refusal(() => StrategyJson.Read("latent-class", JsonText.Stream(json))), line => line.Contains(because, StringComparison.Ordinal));
}
