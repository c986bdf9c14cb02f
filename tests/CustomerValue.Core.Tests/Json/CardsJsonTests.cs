using System.Text;
using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.Json;

public sealed class CardsJsonTests
{
    [Fact]
    public void Cards_come_back_as_they_were()
    {
        CardsDocument document = Documents.Cards(Documents.Buyer(), Documents.Prospect(), Documents.Buyer("3") with { Rfm = null });
        CardsDocument read = Read(Text(document));

        Assert.Equal(document.AsOf, read.AsOf);
        Assert.Equal(document.Currency, read.Currency);
        Assert.Equal(document.Options, read.Options);
        AssertSame(document.Cards, read.Cards);
        Assert.Equal(Text(document), Text(read));
    }

    [Fact]
    public void No_cards_are_a_document_too()
    {
        CardsDocument read = Read(Text(Documents.Cards()));
        Assert.Equal(new LocalDate(1998, 6, 30), read.AsOf);
        Assert.Empty(read.Cards);
    }

    [Fact]
    public void Each_card_is_a_line()
    {
        string[] lines = Text(Documents.Cards(Documents.Buyer("a"), Documents.Prospect("b"))).Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Equal("""{"version":1,"asOf":"1998-06-30","currency":"CNY","options":{"horizonMonths":18,"discountRate":0.08,"intervalLevel":0.8,"penalizer":0.001},"cards":[""", lines[0]);
        Assert.StartsWith("""{"customer":"a","contribution":{"revenue":12.50,"profit":-0.000001,""", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("""{"customer":"b",""", lines[2], StringComparison.Ordinal);
        Assert.Equal("", lines[3]);
    }

    [Fact]
    public void Cards_are_made_while_they_are_written()
    {
        using MemoryStream stream = new();
        long atTheEnd = 0;
        IEnumerable<ValueCard> Many()
        {
            for (int row = 0; row < 1000; row++)
                yield return Documents.Buyer($"{row}");
            atTheEnd = stream.Length;
        }

        CardsJson.Write(stream, Documents.Cards() with { Cards = Many() });
        Assert.InRange(stream.Length - atTheEnd, 1, 1 << 17);
        stream.Position = 0;
        Assert.Equal(Many().Select(card => card.Customer), CardsJson.Read(stream).Cards.Select(card => card.Customer));
    }

    [Fact]
    public void A_stream_may_come_in_drops()
    {
        CardsDocument document = Documents.Cards(Documents.Buyer(), Documents.Prospect());
        using Drops drops = new(Encoding.UTF8.GetBytes(Text(document)));
        AssertSame(document.Cards, CardsJson.Read(drops).Cards);
    }

    [Fact]
    public void A_card_of_another_day_or_currency_is_not_written()
    {
        ValueCard card = Documents.Buyer();
        Money dollars = new(1, new Currency("USD"));
        Assert.Throws<ArgumentException>(() => Text(Documents.Cards(card with { AsOf = new LocalDate(1998, 7, 1) })));
        Assert.Throws<ArgumentException>(() => Text(Documents.Cards(card with { Potential = card.Potential! with { Upside = dollars } })));
        Assert.Throws<ArgumentException>(() => Text(Documents.Cards(card with { Influence = card.Influence! with { Established = dollars } })));
        Assert.Throws<ArgumentException>(() => Text(Documents.Cards(card with { Contribution = card.Contribution with { Revenue = dollars } })));
        Assert.Throws<ArgumentException>(() => Text(Documents.Cards(card with { Contribution = card.Contribution with { Parts = [card.Contribution.Parts[0] with { Amount = dollars }] } })));
    }

    [Fact]
    public void Writing_and_reading_stop_between_cards()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        string text = Text(Documents.Cards(Documents.Buyer()));
        Assert.ThrowsAny<OperationCanceledException>(() => CardsJson.Write(Stream.Null, Documents.Cards(Documents.Buyer()), source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => CardsJson.Read(JsonText.Stream(text), null, source.Token));
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2", "$.version: '2' is not 1.")]
    [InlineData("1998-06-30", "1998-06-31", "$.asOf: '\"1998-06-31\"' is not a date such as 1998-06-30.")]
    [InlineData("\"CNY\"", "\"yuan\"", "$.currency: '\"yuan\"' is not an ISO 4217 code of three capital letters, such as CNY.")]
    [InlineData("\"horizonMonths\":18", "\"horizonMonths\":0", "$.options.horizonMonths: '0' is not in (0, 1200]; 12 is a year.")]
    [InlineData("\"penalizer\":0.001", "\"penalizer\":0.001,\"x\":1", "$.options.x: '1' is not expected here; known fields: horizonMonths, discountRate, intervalLevel, penalizer.")]
    [InlineData("\"customer\":\"客户 1\"", "\"customer\":\" \"", "$.cards[0].customer: '\" \"' is not a customer id: 1 to 256 characters, not blank, no control characters.")]
    [InlineData("\"revenue\":12.50", "\"revenue\":\"12.50\"", "$.cards[0].contribution.revenue: '\"12.50\"' is not an amount of at most 28 digits, such as 12.50.")]
    [InlineData("\"revenue\":12.50", "\"revenue\":1e30", "$.cards[0].contribution.revenue: '1e30' is not an amount of at most 28 digits, such as 12.50.")]
    [InlineData("\"rank\":1", "\"rank\":0", "$.cards[0].contribution.rank: '0' is not a whole number in [1, 2147483647].")]
    [InlineData("\"level\":\"high\"", "\"level\":\"High\"", "$.cards[0].contribution.level: '\"High\"' is not one of low, middle, high.")]
    [InlineData("\"amount\":-7.000001", "\"amount\":true", "$.cards[0].contribution.parts[1].amount: 'true' is not an amount of at most 28 digits, such as 12.50.")]
    [InlineData("\"amount\":-7.000001", "\"amount\":-7.000001,\"key\":\"returns\"", "$.cards[0].contribution.parts[1].key: '\"returns\"' is not expected here; known fields: name, amount.")]
    [InlineData("\"recency\":30.428571428571427", "\"recency\":39", "$.cards[0].purchases.recency: '39' is not a number in [0, age], and 0 where frequency is 0.")]
    [InlineData("\"frequency\":2", "\"frequency\":0", "$.cards[0].purchases.recency: '30.428571428571427' is not a number in [0, age], and 0 where frequency is 0.")]
    [InlineData("\"probabilityAlive\":0.7268", "\"probabilityAlive\":1.01", "$.cards[0].forecast.probabilityAlive: '1.01' is not a number in [0, 1].")]
    [InlineData("\"expectedPurchases\":1.2259", "\"expectedPurchases\":1e999", "$.cards[0].forecast.expectedPurchases: '1e999' is not a finite number ≥ 0.")]
    [InlineData("\"key\":\"champions\"", "\"key\":\"\"", "$.cards[0].segment.key: '\"\"' is not a text that is not empty.")]
    [InlineData("\"rfm\":{\"recency\":5,", "\"rfm\":{", "$.cards[0].rfm.recency: is missing; give a whole number in [1, 2147483647].")]
    [InlineData("\"zh-CN\":\"得分 543。\"", "\"zh\":\"得分 543。\"", "$.cards[0].segmentReason.zh-CN: is missing; give a text of at most 10000 characters.")]
    [InlineData("\"activeYears\":0.7999999999999999", "\"activeYears\":-1", "$.cards[0].potential.activeYears: '-1' is not a finite number ≥ 0.")]
    [InlineData("\"kappa\":0.1", "\"kappa\":1.1", "$.cards[0].potential.kappa: '1.1' is not a number in [0, 1].")]
    [InlineData("\"ifAllCaused\":30", "\"ifAllCaused\":null", "$.cards[0].influence.ifAllCaused: 'null' is not an amount of at most 28 digits, such as 12.50.")]
    [InlineData("\"potentialHigh\":true", "\"potentialHigh\":1", "$.cards[0].threeValues.potentialHigh: '1' is not true or false.")]
    [InlineData("\"because\":[\"cup\"", "\"because\":[7", "$.cards[0].recommendations[0].because[0]: '7' is not a text of at most 10000 characters.")]
    [InlineData("]}\n", "],\"more\":1}", "$.cards: is not the last field; put what holds for all cards before them.")]
    [InlineData("\"cards\":[", "\"cards\":[1,", "$.cards[0]: '1' is not an object.")]
    public void Is_refused(string written, string instead, string problem)
    {
        string text = Text(Documents.Cards(Documents.Buyer())).Replace(written, instead, StringComparison.Ordinal);
        Assert.Contains(problem, JsonText.Refusal(() => Read(text))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "$: is not an object.")]
    [InlineData("{\"currency\":\"CNY\",\"options\":{},\"cards\":[]}", "$.asOf: is missing; give a date such as 1998-06-30.")]
    [InlineData("""{"version":1,"asOf":"1998-06-30","currency":"CNY"}""", "$.cards: is missing; give an array of cards.")]
    public void Is_no_document_of_cards(string text, string problem) => Assert.Equal(problem, JsonText.Refusal(() => Read(text))[0]);

    [Theory]
    [InlineData("")]
    [InlineData("{\"version\":1")]
    [InlineData("{\"version\":1,\"cards\":[{]")]
    [InlineData("{\"version\":1,}")]
    [InlineData("customer,segment\n1,champions\n")]
    public void Is_no_JSON(string text) => Assert.Contains("row 1: not the JSON", JsonText.Refusal(() => Read(text)).Last(), StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("x")]
    [InlineData("/**/")]
    public void What_follows_the_document_is_refused(string more) =>
        Assert.Contains("row 4", Assert.Single(JsonText.Refusal(() => Read(Text(Documents.Cards(Documents.Buyer(), Documents.Buyer())) + more))), StringComparison.Ordinal);

    [Fact]
    public void Problems_of_all_cards_are_named_at_once()
    {
        string text = Text(Documents.Cards(Documents.Buyer(), Documents.Buyer(), Documents.Prospect())).Replace("\"rank\":1", "\"rank\":-1", StringComparison.Ordinal).Replace("CNY", "cny", StringComparison.Ordinal);
        Assert.Equal(
            ["$.currency", "$.cards[0].contribution.rank", "$.cards[1].contribution.rank", "$.cards[2].contribution.rank"],
            Assert.Throws<DataRejectedException>(() => Read(text)).Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void A_deep_card_is_refused() =>
        Assert.Contains("32", Assert.Single(JsonText.Refusal(() => Read(Text(Documents.Cards()).Replace("[", "[" + new string('[', 100_000), StringComparison.Ordinal)))), StringComparison.Ordinal);

    [Fact]
    public void A_card_of_a_mebibyte_is_refused() =>
        Assert.Contains("1 MiB", JsonText.Refusal(() => Read(Text(Documents.Cards(Documents.Buyer())).Replace("Scores 543.", new string('x', 2_000_000), StringComparison.Ordinal)))[0], StringComparison.Ordinal);

    private static string Text(CardsDocument document) => JsonText.Of(stream => CardsJson.Write(stream, document));

    private static CardsDocument Read(string text) => CardsJson.Read(JsonText.Stream(text));

    private sealed class Drops(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }

    /// <summary>Records compare lists by reference, so lists are compared apart.</summary>
    private static void AssertSame(IEnumerable<ValueCard> expected, IEnumerable<ValueCard> actual)
    {
        Assert.Equal(expected.Select(WithoutLists), actual.Select(WithoutLists));
        Assert.Equal(expected.SelectMany(card => card.FurtherSegments), actual.SelectMany(card => card.FurtherSegments));
        Assert.Equal(expected.SelectMany(card => card.Contribution.Parts), actual.SelectMany(card => card.Contribution.Parts));
        Assert.Equivalent(expected.Select(card => card.Recommendations), actual.Select(card => card.Recommendations), strict: true);
    }

    private static ValueCard WithoutLists(ValueCard card) => card with { FurtherSegments = [], Recommendations = [], Contribution = card.Contribution with { Parts = [] } };
}
