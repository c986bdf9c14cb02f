using System.Text.Json.Nodes;
using CustomerValue.Json;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tests.Json;
using CustomerValue.Tests.Readme;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Loyalty.Events;

/// <summary>What the reader takes of a member fits the schema, and what one of them refuses the other refuses too.</summary>
public sealed class LoyaltyMemberJsonTests
{
    private const string Everything = """
        {"member":"m1","joined":"2025-01-01","birthday":"1990-02-28","birthdayVerifiedAt":"2025-01-01T00:00:00Z","attributes":{"city":"上海"},"segments":{"rfm":"champions"},
         "identityHashes":{"phone":"h1"},"tier":"gold","purchases":3,"lastPurchase":"2026-01-05","events":{"app.checkin":["2026-01-01","2026-01-02"]},"times":{"welcome":1},
         "used":{"bonusPerDay":"440"},"budgets":{"flash-618":12.5},"referrer":{"member":"m2","joined":"2024-01-01"},"firstOrder":"120.00 CNY","referralCycle":false}
        """;

    [Fact]
    public void Everything_a_member_can_have_is_read_and_fits_the_schema()
    {
        Assert.Empty(JsonSchema.Problems(JsonNode.Parse(Everything), Schema));
        MemberSnapshot member = Read(Everything);
        Assert.Equal(("gold", 3, 440m, 12.5m, "m2", 120m), (member.Tier, member.Purchases, member.Used["bonusPerDay"], member.Budgets["flash-618"], member.Referrer!.Member.Value, member.FirstOrder!.Value.Amount));
        Assert.Equal(JsonNode.Parse(Everything)!.AsObject().Select(field => field.Key).Order(), Schema["properties"]!.AsObject().Select(field => field.Key).Order());
        Assert.Empty(JsonSchema.Problems(JsonNode.Parse("{\"member\":\"m\"}"), Schema));
        Assert.Equal("m", Read("{\"member\":\"m\"}").Member.Value);
    }

    [Theory]
    [InlineData("{\"joined\":\"2025-01-01\"}")]
    [InlineData("{\"member\":\"m\",\"surprise\":1}")]
    [InlineData("{\"member\":\"m\",\"joined\":\"yesterday\"}")]
    [InlineData("{\"member\":\"m\",\"purchases\":-1}")]
    [InlineData("{\"member\":\"m\",\"purchases\":1.5}")]
    [InlineData("{\"member\":\"m\",\"used\":{\"cap\":\"many\"}}")]
    [InlineData("{\"member\":\"m\",\"times\":{\"rule\":\"1\"}}")]
    [InlineData("{\"member\":\"m\",\"firstOrder\":120}")]
    [InlineData("{\"member\":\"m\",\"events\":{\"app.checkin\":\"2026-01-01\"}}")]
    [InlineData("{\"member\":\"m\",\"referrer\":{\"member\":\"n\",\"referrer\":{\"member\":\"o\"}}}")]
    public void What_the_reader_refuses_breaks_the_schema(string text)
    {
        Assert.NotEmpty(JsonSchema.Problems(JsonNode.Parse(text), Schema));
        Assert.Throws<DataRejectedException>(() => Read(text));
    }

    private static JsonNode Schema => JsonNode.Parse(Pages.Read("docs/schemas/loyalty-member.schema.json"))!;

    private static MemberSnapshot Read(string text) => LoyaltyMemberJson.Read(JsonText.Stream(text));
}
