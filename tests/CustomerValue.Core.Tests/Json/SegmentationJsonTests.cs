using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Tests.Json;

public sealed class SegmentationJsonTests
{
    public static TheoryData<string> Maps => ["standard", "package", "eight", "eight of 2×9×3"];

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_segmentation_comes_back_with_the_segment_of_every_code(string map)
    {
        RfmSegmentation written = map switch
        {
            "standard" => Documents.Segmentation(),
            "package" => new([10, 20, 30, 40], [2, 3, 4, 5], [10, 20, 30, 40], RfmSegmentMaps.RPackage),
            "eight" => new([10, 20, 30, 40], [2, 3, 4, 5], [10, 20, 30, 40], RfmSegmentMaps.Eight),
            _ => new([10], [2, 3, 4, 5, 6, 7, 8, 9], [10, 20], RfmSegmentMaps.Eight),
        };
        string json = Text(written);
        RfmSegmentation read = Assert.IsType<RfmSegmentation>(Read(json));

        Assert.Equal(written.RecencyThresholds, read.RecencyThresholds);
        Assert.Equal(written.FrequencyThresholds, read.FrequencyThresholds);
        Assert.Equal(written.MonetaryThresholds, read.MonetaryThresholds);
        Assert.Equal(written.Highest, read.Highest);
        Assert.Equal(written.Segments, read.Segments);
        Assert.Equal(json, Text(read));
        foreach (RfmScores code in Codes(written.Highest))
            Assert.Equal(written.Map.SegmentOf(code, written.Highest), read.Map.SegmentOf(code, read.Highest));
    }

    [Fact]
    public void A_hand_written_file_is_enough()
    {
        ISegmentation segmentation = Read("""
            {
              "strategy": "rfm",
              "thresholds": { "recency": [30], "frequency": [2], "monetary": [100] },
              "codes": "scores",
              "segments": [
                { "key": "good", "label": { "en": "Good", "zh-CN": "好" }, "codes": "222 221 212 122" },
                { "key": "other", "label": { "en": "Other", "zh-CN": "其他" }, "codes": "111 112 121 211" }
              ]
            }
            """);
        Assert.Equal(["good", "other", "prospects"], segmentation.Segments.Select(segment => segment.Key));
        Assert.Equal(new RfmScores(2, 1, 2), Assert.IsType<RfmSegmentation>(segmentation).Score(29, 1, 100));
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 0", "$.version: '0' is not 1.")]
    [InlineData("\"rfm\"", "\"kmeans\"", "$.strategy: '\"kmeans\"' is not one of rfm, rules, cross, hierarchy, first-match.")]
    [InlineData("\"scores\"", "\"quarters\"", "$.codes: '\"quarters\"' is not one of scores, halves.")]
    [InlineData("554 555", "554 555 xyz", "$.segments[0].codes: 'xyz' is not a code of three digits 1–9: recency, frequency, money.")]
    [InlineData("554 555", "555", "$.segments.codes: 554: left out; give every code a segment, or declare the map first-match with a segment for the rest.")]
    [InlineData("554 555", "554 555 111", "$.segments.codes: 111: covered twice; give every code one segment, or declare the map first-match.")]
    [InlineData("20.5", "5", "$.thresholds.recency: '5' is not above the threshold before it, 10; give thresholds in ascending order.")]
    [InlineData("20.5", "1e999", "$.thresholds.recency[1]: '1e999' is not a finite number.")]
    [InlineData("\"key\": \"loyal\"", "\"key\": \"loyal\", \"x\": 0", "$.segments[1].x: '0' is not expected here; known fields: key, label, description, codes.")]
    public void Is_refused(string written, string instead, string problem) =>
        Assert.Contains(problem, JsonText.Refusal(() => Read(Text(Documents.Segmentation()).Replace(written, instead, StringComparison.Ordinal))));

    [Fact]
    public void No_segments_at_all_are_refused() =>
        Assert.Contains("left out", Assert.Single(JsonText.Refusal(() => Read("""{"strategy":"rfm","thresholds":{"recency":[1],"frequency":[1],"monetary":[1]},"codes":"halves","segments":[]}"""))), StringComparison.Ordinal);

    [Fact]
    public void A_segmentation_of_somebody_else_is_not_written() =>
        Assert.Contains("'mine' has no form as JSON", Assert.Throws<ArgumentException>(() => Text(new Mine())).Message, StringComparison.Ordinal);

    private static IEnumerable<RfmScores> Codes(RfmScores highest) =>
        from recency in Enumerable.Range(1, highest.Recency)
        from frequency in Enumerable.Range(1, highest.Frequency)
        from monetary in Enumerable.Range(1, highest.Monetary)
        select new RfmScores(recency, frequency, monetary);

    private static string Text(ISegmentation segmentation) => JsonText.Of(stream => SegmentationJson.Write(stream, segmentation));

    private static ISegmentation Read(string json) => SegmentationJson.Read(JsonText.Stream(json));

    private sealed class Mine : ISegmentation
    {
        public string Strategy => "mine";

        public IReadOnlyList<Segment> Segments => [];

        public void Assign(CustomerBase customers, Span<int> segments) => segments.Clear();

        public SegmentAssignment Assign(CustomerBase customers, int row) => new() { Segment = 0, Reason = default };
    }
}
