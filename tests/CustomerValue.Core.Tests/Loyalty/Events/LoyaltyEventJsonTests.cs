using System.Text;
using System.Text.Json.Nodes;
using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Tiers;
using CustomerValue.Tests.Json;
using CustomerValue.Tests.Loyalty.Programs;
using CustomerValue.Tests.Readme;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Events;

public sealed class LoyaltyEventJsonTests
{
    private const string Head = "\"key\":\"k1\",\"member\":\"m1\",\"occurredAt\":\"2026-01-01T10:00:00+08:00\"";

    /// <summary>Each type with everything it can have.</summary>
    public static TheoryData<string> Every => new(
        "{\"type\":\"order.paid\"," + Head + ",\"recordedAt\":\"2026-01-02T10:00:00.5+08:00\",\"order\":{\"id\":\"O1\",\"channel\":\"web\",\"store\":\"S\",\"payment\":\"card\",\"lines\":[{\"id\":\"1\",\"product\":\"p1\",\"category\":\"coffee/beans\",\"brand\":\"b\",\"quantity\":1.5,\"amount\":\"60.00 CNY\",\"eligible\":false}]}}",
        "{\"type\":\"order.refunded\"," + Head + ",\"order\":\"O1\",\"lines\":[{\"id\":\"1\",\"amount\":\"10.00 CNY\"}]}",
        "{\"type\":\"order.refunded\"," + Head + ",\"order\":\"O1\",\"share\":\"0.4\"}",
        "{\"type\":\"points.redeem\"," + Head + ",\"wallet\":\"PTS\",\"points\":80,\"source\":\"O2\",\"reason\":\"r\"}",
        "{\"type\":\"redemption.cancel\"," + Head + ",\"source\":\"O2\",\"points\":40}",
        "{\"type\":\"points.hold\"," + Head + ",\"points\":60,\"hold\":\"H1\",\"minutes\":15}",
        "{\"type\":\"hold.capture\"," + Head + ",\"hold\":\"H1\",\"points\":45}",
        "{\"type\":\"hold.void\"," + Head + ",\"hold\":\"H1\"}",
        "{\"type\":\"points.adjust\"," + Head + ",\"points\":-12.25,\"reason\":\"sorry\",\"expiry\":{\"type\":\"rolling\",\"period\":\"P1Y\"}}",
        "{\"type\":\"points.earn\"," + Head + ",\"points\":100,\"source\":\"doc\",\"rule\":\"base\",\"pending\":\"P14D\",\"expiry\":{\"type\":\"fixedDate\",\"date\":\"2026-06-30\"},\"qualifying\":true,\"reason\":\"r\"}",
        "{\"type\":\"points.transfer\"," + Head + ",\"points\":10,\"to\":\"m2\"}",
        "{\"type\":\"referral.qualified\"," + Head + ",\"referrer\":\"m2\",\"order\":\"O1\"}",
        "{\"type\":\"tier.assign\"," + Head + ",\"tier\":\"gold\",\"kind\":\"trial\",\"until\":\"2026-06-30T16:00:00Z\",\"reason\":\"r\"}",
        "{\"type\":\"member.joined\"," + Head + ",\"birthday\":\"1990-02-28\",\"birthdayVerifiedAt\":\"2025-01-01T00:00:00Z\",\"attributes\":{\"city\":\"上海\"},\"segments\":{\"rfm\":\"champions\"},\"identityHashes\":{\"phone\":\"h1\"}}",
        "{\"type\":\"member.updated\"," + Head + ",\"attributes\":{\"city\":\"B\"}}",
        "{\"type\":\"member.merge\"," + Head + ",\"other\":\"m2\"}",
        "{\"type\":\"member.unmerge\"," + Head + ",\"other\":\"m2\"}",
        "{\"type\":\"member.erase\"," + Head + "}",
        "{\"type\":\"reward.redeem\"," + Head + ",\"reward\":\"cup\",\"quantity\":2}",
        "{\"type\":\"coupon.reserve\"," + Head + ",\"code\":\"8JXZKDYK2CQF7H4H\",\"source\":\"O1\",\"minutes\":15}",
        "{\"type\":\"coupon.redeem\"," + Head + ",\"code\":\"8JXZKDYK2CQF7H4H\",\"source\":\"O1\"}",
        "{\"type\":\"coupon.return\"," + Head + ",\"code\":\"8JXZKDYK2CQF7H4H\"}",
        "{\"type\":\"rebate.settle\"," + Head + ",\"rebate\":\"growth\",\"day\":\"2026-04-01\"}",
        "{\"type\":\"app.checkin\"," + Head + ",\"attributes\":{\"stars\":\"5\"},\"source\":\"s1\"}");

    private static JsonNode Schema => JsonNode.Parse(Pages.Read("docs/schemas/loyalty-event.schema.json"))!;

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_event_comes_back_and_fits_the_schema(string text)
    {
        LoyaltyEvent read = Read(text);
        string written = JsonText.Of(stream => LoyaltyEventJson.Write(stream, read));
        Assert.EndsWith("}\n", written, StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Problems(JsonNode.Parse(text), Schema));
        Assert.Empty(JsonSchema.Problems(JsonNode.Parse(written), Schema));
        Assert.Equal(written, JsonText.Of(stream => LoyaltyEventJson.Write(stream, Read(written))));
        JsonObject given = JsonNode.Parse(text)!.AsObject();
        JsonObject back = JsonNode.Parse(written)!.AsObject();
        Assert.Equal(given.Select(field => field.Key).Order(), back.Select(field => field.Key).Order());
        // What is no instant and no object is written as it was given.
        Assert.All(given.Where(field => field.Value is JsonValue && !field.Key.EndsWith("At", StringComparison.Ordinal)), field => Assert.Equal(field.Value!.ToJsonString(), back[field.Key]!.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void No_event_takes_a_field_that_is_not_its_own(string text)
    {
        JsonObject changed = JsonNode.Parse(text)!.AsObject();
        changed["surprise"] = 1;
        Assert.Contains(Assert.Throws<DataRejectedException>(() => Read(changed.ToJsonString())).Problems, problem => problem.Field == "$.surprise");
    }

    [Fact]
    public void The_line_of_the_tool_s_page_is_read()
    {
        OrderPaid paid = Assert.IsType<OrderPaid>(Read("{\"type\":\"order.paid\",\"key\":\"k1\",\"member\":\"m1\",\"occurredAt\":\"2026-01-01T10:00:00+08:00\",\"order\":{\"id\":\"O1\",\"channel\":\"web\",\"lines\":[{\"id\":\"1\",\"product\":\"p1\",\"category\":\"coffee/beans\",\"quantity\":1,\"amount\":\"60.00 CNY\"}]}}"));
        Assert.Equal(Instant.FromUtc(2026, 1, 1, 2, 0), paid.OccurredAt);
        Assert.Null(paid.RecordedAt);
        Assert.Equal(new OrderLine { Id = "1", Product = "p1", Category = "coffee/beans", Amount = new Money(60.00m, new Currency("CNY")) }, Assert.Single(paid.Order.Lines));
    }

    [Fact]
    public void A_redemption_without_a_source_has_its_key() => Assert.Equal("k1", Assert.IsType<PointsRedeemed>(Read("{\"type\":\"points.redeem\"," + Head + ",\"points\":80}")).Source);

    [Fact]
    public void A_second_name_of_a_field_is_read_and_refused_beside_the_first()
    {
        Assert.Equal("gold", Assert.IsType<TierAssigned>(Read("{\"type\":\"tier.assign\"," + Head + ",\"level\":\"gold\",\"reason\":\"r\"}")).Level);
        Assert.Equal("m2", Assert.IsType<MemberMerged>(Read("{\"type\":\"member.merge\"," + Head + ",\"from\":\"m2\"}")).Other.Value);
        Assert.Equal("$.level", Assert.Single(Assert.Throws<DataRejectedException>(() => Read("{\"type\":\"tier.assign\"," + Head + ",\"tier\":\"gold\",\"level\":\"silver\",\"reason\":\"r\"}")).Problems).Field);
        // Who is merged into whom is not guessed.
        Assert.Contains(Assert.Throws<DataRejectedException>(() => Read("{\"type\":\"member.merge\"," + Head + ",\"into\":\"m2\"}")).Problems, problem => problem.Field == "$.into");
    }

    [Theory]
    [InlineData("\"order\":{\"id\":\"O1\"},\"share\":\"0.4\"")]
    [InlineData("\"order\":{\"id\":\"O1\",\"share\":\"0.4\"}")]
    public void A_refund_may_name_its_order_as_an_object(string fields)
    {
        OrderRefunded refunded = Assert.IsType<OrderRefunded>(Read("{\"type\":\"order.refunded\"," + Head + "," + fields + "}"));
        Assert.Equal(("O1", 0.4m), (refunded.OrderId, refunded.Share));
    }

    [Fact]
    public void The_referee_is_the_member_of_a_referral()
    {
        const string text = "{\"type\":\"referral.qualified\",\"key\":\"k\",\"referee\":\"b\",\"referrer\":\"a\",\"occurredAt\":\"2026-01-01T10:00:00Z\"}";
        Assert.Equal("b", Read(text).Member.Value);
        Assert.Equal("b", Read(text.Replace("\"referee\"", "\"member\":\"b\",\"referee\"", StringComparison.Ordinal)).Member.Value);
        Assert.Throws<DataRejectedException>(() => Read(text.Replace("\"referee\"", "\"member\":\"c\",\"referee\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_tier_may_be_given_through_a_civil_day_of_the_programme()
    {
        const string text = "{\"type\":\"tier.assign\"," + Head + ",\"tier\":\"gold\",\"until\":\"2026-06-30\",\"reason\":\"r\"}";
        TierAssigned assigned = Assert.IsType<TierAssigned>(LoyaltyEventJson.Read(JsonText.Stream(text), ProgramDocuments.Read(ProgramDocuments.Small)));
        Assert.Equal((Instant.FromUtc(2026, 6, 30, 16, 0), TierReason.ManualOverride), (assigned.Until!.Value, assigned.Kind));
        Assert.Contains(Assert.Throws<DataRejectedException>(() => Read(text)).Problems, problem => problem.Field == "$.until");
    }

    [Fact]
    public void A_programme_s_events_are_known_and_no_others()
    {
        LoyaltyProgram program = ProgramDocuments.Read(ProgramDocuments.Small);
        Assert.IsType<CustomEvent>(LoyaltyEventJson.Read(JsonText.Stream("{\"type\":\"app.checkin\"," + Head + "}"), program));
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => LoyaltyEventJson.Read(JsonText.Stream("{\"type\":\"order.payed\"," + Head + ",\"order\":{}}"), program));
        Assert.Equal("$.type", Assert.Single(refusal.Problems).Field);
    }

    [Theory]
    [InlineData("\"points\":\"0.1\"", "0.1")]
    [InlineData("\"points\":0.1", "0.1")]
    [InlineData("\"points\":1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("\"points\":12345678901234567890123456789", null)]
    [InlineData("\"points\":1e2", null)]
    [InlineData("\"points\":true", null)]
    [InlineData("\"points\":\"1,000\"", null)]
    public void Points_are_exact_or_refused(string points, string? expected)
    {
        string text = "{\"type\":\"points.adjust\"," + Head + ",\"reason\":\"r\"," + points + "}";
        if (expected is null)
            Assert.Contains(Assert.Throws<DataRejectedException>(() => Read(text)).Problems, problem => problem.Field == "$.points");
        else
            Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Assert.IsType<PointsAdjusted>(Read(text)).Points);
    }

    [Theory]
    [InlineData("\"occurredAt\":\"2026-01-01T10:00:00\"", "$.occurredAt")]
    [InlineData("\"occurredAt\":\"2026-01-01\"", "$.occurredAt")]
    [InlineData("\"occurredAt\":1767232800", "$.occurredAt")]
    [InlineData("\"occurredAt\":\"9999-12-31T23:59:59-18:00\"", "$.occurredAt")]
    [InlineData("\"occurredAt\":\"2026-01-01T10:00:00Z\",\"key\":\" \"", "$.key")]
    [InlineData("\"occurredAt\":\"2026-01-01T10:00:00Z\",\"member\":5", "$.member")]
    public void What_every_event_needs_is_checked(string fields, string where)
    {
        string text = "{\"type\":\"member.erase\"," + fields + (fields.Contains("key", StringComparison.Ordinal) ? "" : ",\"key\":\"k\"") + (fields.Contains("\"member\"", StringComparison.Ordinal) ? "" : ",\"member\":\"m\"") + "}";
        Assert.Equal([where], Assert.Throws<DataRejectedException>(() => Read(text)).Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Lines_are_read_one_by_one_and_blank_ones_passed_over()
    {
        string text = "\uFEFF" + Line(1) + "\r\n\n  \n" + Line(2) + "\n" + Line(3);
        LoyaltyEventLine[] lines = [.. LoyaltyEventJson.ReadLines(JsonText.Stream(text))];
        Assert.Equal([(1L, "k1"), (4L, "k2"), (5L, "k3")], lines.Select(line => (line.Line, line.Event.Key)));
        Assert.Empty(LoyaltyEventJson.ReadLines(JsonText.Stream("")));
    }

    /// <summary>Lines of every length up to beyond the first buffer, whatever pieces the stream comes in.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4093)]
    [InlineData(70_000)]
    public void Lines_come_through_whatever_the_stream_s_pieces(int piece)
    {
        string[] sources = [.. Enumerable.Range(0, piece == 1 ? 3 : 40).Select(at => new string('x', at * 211 % 257))];
        string text = string.Join('\n', sources.Select((_, at) => "{\"type\":\"member.updated\",\"key\":\"k" + at + "\",\"member\":\"m\",\"occurredAt\":\"2026-01-01T10:00:00Z\",\"attributes\":{\"note\":\"" + new string('y', at * 200) + "\"}}"));
        using Pieces stream = new(Encoding.UTF8.GetBytes(text), piece);
        LoyaltyEventLine[] lines = [.. LoyaltyEventJson.ReadLines(stream)];
        Assert.Equal(sources.Length, lines.Length);
        Assert.All(lines, line => Assert.Equal(200 * (int)(line.Line - 1), ((MemberUpdated)line.Event).Profile.Attributes["note"].Length));
    }

    [Fact]
    public void A_line_that_can_t_be_read_is_named()
    {
        string text = Line(1) + "\n{\"type\":\n" + Line(3);
        IEnumerator<LoyaltyEventLine> lines = LoyaltyEventJson.ReadLines(JsonText.Stream(text), source: "e.jsonl").GetEnumerator();
        Assert.True(lines.MoveNext());
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => lines.MoveNext());
        Assert.StartsWith("e.jsonl, row 2: ", refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<DataRejectedException>(() => LoyaltyEventJson.ReadLines(JsonText.Stream("\n{\"type\":\"member.erase\"}"), source: "e.jsonl").ToList());
        Assert.StartsWith("e.jsonl, row 2, $.key: is missing", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        using Pieces endless = new([(byte)'x'], 1 << 16, repeats: true);
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => LoyaltyEventJson.ReadLines(endless).ToList());
        Assert.Equal(1, Assert.Single(refusal.Problems).Row);
    }

    /// <summary>T14: whatever is done to a line, it is read or refused.</summary>
    [Fact]
    public void Damaged_lines_are_read_or_refused()
    {
        Random random = new(7);
        byte[][] lines = [.. Every.Cast<object[]>().Select(row => Encoding.UTF8.GetBytes((string)row[0]))];
        int read = 0;
        for (int round = 0; round < 4000; round++)
        {
            byte[] line = (byte[])lines[round % lines.Length].Clone();
            for (int times = random.Next(1, 3); times > 0; times--)
                line[random.Next(line.Length)] = (byte)"0123456789\"{}[]:,.-+eE\\u zZTP\0\n\xff"[random.Next(32)];
            try
            {
                foreach (LoyaltyEventLine each in LoyaltyEventJson.ReadLines(new MemoryStream(line)))
                    read += JsonText.Of(stream => LoyaltyEventJson.Write(stream, each.Event)).Length > 0 ? 1 : 0;
            }
            catch (DataRejectedException)
            {
            }
        }

        Assert.InRange(read, 100, 3900);
    }

    private static string Line(int number) => "{\"type\":\"member.erase\",\"key\":\"k" + number + "\",\"member\":\"m\",\"occurredAt\":\"2026-01-01T10:00:00Z\"}";

    private static LoyaltyEvent Read(string text) => LoyaltyEventJson.Read(JsonText.Stream(text));

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class Pieces(byte[] text, int piece, bool repeats = false) : MemoryStream(text)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (!repeats)
                return base.Read(buffer, offset, Math.Min(count, piece));
            Array.Fill(buffer, (byte)'x', offset, count);
            return count;
        }
    }
}
