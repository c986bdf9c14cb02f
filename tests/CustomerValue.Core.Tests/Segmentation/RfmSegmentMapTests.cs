using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation;

public class RfmSegmentMapTests
{
    private static readonly RfmScores Five = new(5, 5, 5);

    public static TheoryData<string> Maps => ["Standard", "RPackage", "Eight"];

    [Fact]
    public void The_usual_map_has_eleven_segments_the_package_eleven_with_others_and_the_Chinese_eight()
    {
        Assert.Equal(11, RfmSegmentMaps.Standard.Segments.Count);
        Assert.Equal(11, RfmSegmentMaps.RPackage.Segments.Count);
        Assert.Equal(8, RfmSegmentMaps.Eight.Segments.Count);
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void Every_segment_has_codes_no_code_has_two_and_every_text_is_there_in_both_languages(string name)
    {
        RfmSegmentMap map = Map(name);
        string[] codes = Enumerable.Range(0, map.Segments.Count).SelectMany(segment => map.CodesOf(segment)).Select(code => code.ToString()).ToArray();
        Assert.Equal(name == "Eight" ? 8 : 125, codes.Length);
        Assert.Equal(codes.Length, codes.Distinct().Count());
        for (int segment = 0; segment < map.Segments.Count; segment++)
        {
            Segment about = map.Segments[segment];
            Assert.NotEmpty(map.CodesOf(segment));
            Assert.All([about.Label.English, about.Label.Chinese, about.Description.English, about.Description.Chinese], text => Assert.NotEqual("", text));
            Assert.DoesNotContain(about.Description.English, text => text > '\u2fff');
            Assert.All(new[] { about.Label.Chinese, about.Description.Chinese }, text => Assert.Contains(text, letter => letter > '\u2fff'));
        }
    }

    [Theory]
    [InlineData("555", "重要价值客户")]
    [InlineData("515", "重要发展客户")]
    [InlineData("155", "重要保持客户")]
    [InlineData("115", "重要挽留客户")]
    [InlineData("551", "一般价值客户")]
    [InlineData("511", "一般发展客户")]
    [InlineData("151", "一般保持客户")]
    [InlineData("111", "一般挽留客户")]
    [InlineData("333", "重要价值客户")]
    [InlineData("222", "一般挽留客户")]
    public void The_eight_segments_of_five_scores(string code, string label)
        => Assert.Equal(label, RfmSegmentMaps.Eight.Segments[RfmSegmentMaps.Eight.SegmentOf(Code(code), Five)].Label.Chinese);

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(5, 3)]
    [InlineData(6, 4)]
    [InlineData(9, 5)]
    public void High_begins_at_the_middle_of_any_number_of_scores(int count, int firstHigh)
    {
        RfmScores highest = new(count, 2, 2);
        for (int score = 1; score <= count; score++)
        {
            string key = RfmSegmentMaps.Eight.Segments[RfmSegmentMaps.Eight.SegmentOf(new RfmScores(score, 2, 2), highest)].Key;
            Assert.Equal(score >= firstHigh ? "important-value" : "important-keep", key);
        }
    }

    [Fact]
    public void Codes_left_out_and_codes_covered_twice_are_refused_by_name()
    {
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => RfmSegmentMap.Exact(new RfmScores(2, 2, 2), [new(Segment("a"), "111 112 121 122 211"), new(Segment("b"), "211 222")]));
        Assert.Equal(
            ["codes: 212 221: left out; give every code a segment, or declare the map first-match with a segment for the rest.",
             "codes: 211: covered twice; give every code one segment, or declare the map first-match."],
            refusal.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void First_match_takes_the_first_rule_and_the_rest_otherwise()
    {
        RfmSegmentMap map = RfmSegmentMap.FirstMatch(new RfmScores(2, 2, 2), [new(Segment("a"), "211"), new(Segment("b"), new RfmBox(Code("211"), Code("222")))], Segment("rest"));
        Assert.Equal(["211"], map.CodesOf(0).Select(code => code.ToString()));
        Assert.Equal(["212", "221", "222"], map.CodesOf(1).Select(code => code.ToString()));
        Assert.Equal(["111", "112", "121", "122"], map.CodesOf(2).Select(code => code.ToString()));
    }

    [Fact]
    public void Every_mistake_of_a_map_is_named_at_once()
    {
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => RfmSegmentMap.FirstMatch(
            new RfmScores(2, 2, 2), [new(Segment("a"), "333"), new(Segment("b"), new RfmBox(Code("221"), Code("212"))), new(Segment("prospects"), "111")], Segment("a", "another")));
        Assert.Equal(
            ["segments: 'a' is the key of two different segments; give each its own.",
             "segments: 'prospects' is the key of those who have not bought yet; give the segment another.",
             "a: '333' is not within 111–222, lower end first.",
             "b: '221–212' is not within 111–222, lower end first."],
            refusal.Problems.Select(problem => problem.ToString()));
        Assert.Throws<DataRejectedException>(() => RfmSegmentMap.Exact(new RfmScores(1, 10, 5), []));
        Assert.Contains("'5x5'", Assert.Throws<DataRejectedException>(() => new RfmSegmentRule(Segment("a"), "555 5x5 55")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_for_other_numbers_of_scores_is_refused_by_the_options_with_what_fits()
    {
        RfmOptions options = new() { Recency = RfmBins.Quantiles(4) };
        Assert.Equal(
            ["Map: is for 5×5×5 scores (recency × frequency × money), but the bins make 4×5×5. Make the bins 5×5×5, make a map for 4×5×5, or take RfmSegmentMaps.Eight, which fits any."],
            options.Validate().Select(problem => problem.ToString()));
        Assert.Empty((options with { Map = RfmSegmentMaps.Eight }).Validate());
    }

    private static RfmSegmentMap Map(string name) => name switch { "Standard" => RfmSegmentMaps.Standard, "RPackage" => RfmSegmentMaps.RPackage, _ => RfmSegmentMaps.Eight };

    private static Segment Segment(string key, string label = "") => new() { Key = key, Label = new LocalizedText(label, "") };

    private static RfmScores Code(string code) => new(code[0] - '0', code[1] - '0', code[2] - '0');
}
