using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Tests.Segmentation.Demographic;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Json;

public sealed class DemographicJsonTests
{
    [Fact]
    public void A_segmentation_comes_back_to_the_last_bit()
    {
        DemographicSegmentation written = (DemographicSegmentation)SegmentationDocuments.Of("demographic");
        string json = JsonText.Of(stream => SegmentationJson.Write(stream, written));
        DemographicSegmentation read = Assert.IsType<DemographicSegmentation>(SegmentationJson.Read(JsonText.Stream(json)));
        Assert.Equal(json, JsonText.Of(stream => SegmentationJson.Write(stream, read)));
        Assert.Equal(written.Segments, read.Segments);
        Assert.Equal(written.Fields.Select(field => field.Bands?.Edges), read.Fields.Select(field => field.Bands?.Edges));
        Assert.Equal(written.Fields.Select(field => (field.Least, field.Most)), read.Fields.Select(field => (field.Least, field.Most)));
        Assert.Equal((7, "收入：1位缺失。"), (read.Fit.Customers, read.Fit.Warnings[0].Chinese));
    }

    [Theory]
    [InlineData("\"birth\"", "\"death\"", "$.fields[0].kind: '\"death\"' is not one of birth, number, ordinal, category.")]
    [InlineData("\"Kidhome\"", "\" \"", "$.fields[2].columns: are not the names of one column, or for a number of up to 20 that are added up.")]
    [InlineData("\"most\": 110", "\"most\": null", "$.fields[0].least: and most are needed for births; 10 and 110 are usual.")]
    [InlineData("\"most\": 110", "\"most\": 1e999", "$.fields[0].most: '1e999' is not a finite number, or null where there is none.")]
    [InlineData("\"combine\": [\n    \"age\"", "\"combine\": [\n    \"shoes\"", "$.combine: 'shoes, income' is not one or two different fields of: age, income, children, education, gender.")]
    [InlineData("\"under-25\"", "\"under-26\"", "$.wholeBands: 'under-26' is no band of the first of two fields, or named twice; give keys of its bands of values.")]
    [InlineData("\"female\",\n        ", "\"male\",\n        ", "$.fields[4].levels: 'male' is no key of its own; give small letters and digits with single hyphens between them, not 'other' or 'missing'.")]
    public void What_is_wrong_is_named_with_its_path(string right, string wrong, string message)
    {
        string json = JsonText.Of(stream => SegmentationJson.Write(stream, (DemographicSegmentation)SegmentationDocuments.Of("demographic"))).ReplaceLineEndings("\n");
        Assert.Contains(right, json, StringComparison.Ordinal);
        int at = json.IndexOf(right, StringComparison.Ordinal);
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => SegmentationJson.Read(JsonText.Stream(json[..at] + wrong + json[(at + right.Length)..])));
        Assert.Contains(message, refused.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Options_change_usual_fields_and_add_others()
    {
        CustomerBase customers = Profiles.Of(("Einkommen", ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]), ("Team", ["a", "b", "a", "b", "a", "b", "a", "b", "a", "c"]));
        DemographicSegmentation segmentation = Assert.IsType<DemographicSegmentation>(Options("""
            {"fields":[
              {"key":"income","columns":["einkommen"],"bands":{"quantiles":5},"most":9},
              {"key":"team","kind":"category","columns":["Team"],"label":{"en":"team","zh-CN":"团队"},"levels":[{"key":"a","label":{"en":"A","zh-CN":"甲"},"values":["a","b"]}]},
              {"key":"size","kind":"number","columns":["Einkommen"],"bands":{"edges":[2.5,5]},"least":1,"fence":3,"whole":true}],
             "combine":["team","income"],"smallestSegment":1}
            """).Fit(customers));
        Assert.Equal(["team-a--income-low", "team-a--income-lower-middle", "team-a--income-middle", "team-a--income-upper-middle", "team-a--income-high", "team-other", "implausible", "incomplete"], segmentation.Segments.Select(segment => segment.Key));
        Assert.Equal([2.6, 4.2, 5.8, 7.4], segmentation.Fields[0].Bands!.Edges!.Select(edge => Math.Round(edge, 12)));
        Assert.Equal(new() { ["under-2_5"] = 2, ["2_5-to-5"] = 2, ["5-and-over"] = 6 }, Profiles.Counts(segmentation, customers, "size"));
    }

    [Theory]
    [InlineData("""{"fields":[{"key":"shoes"}]}""", "$.fields[0].kind: is missing; give one of birth, number, ordinal, category.")]
    [InlineData("""{"fields":[{"key":"shoes","kind":"number"}]}""", "$.fields[0].columns: are none, and the key is not one of the usual; name the column.")]
    [InlineData("""{"fields":[]}""", "$.fields: are none; name at least one, or leave them out for the usual ones.")]
    [InlineData("""{"fields":[{"key":"income","bands":{"quantiles":1}}]}""", "$.fields[0].bands.quantiles: '1' is not a whole number in [2, 20].")]
    [InlineData("""{"combine":["age","income","gender"]}""", "$.combine: 'age, income, gender' is not one field or two different ones; leave it out for age and income.")]
    [InlineData("""{"smallestSegment":-1}""", "$.smallestSegment: '-1' is not a whole number in [0, 2147483647].")]
    [InlineData("""{"k":3}""", "$.k: '3' is not expected here; known fields: fields, combine, smallestSegment.")]
    public void Wrong_options_are_named_with_their_path(string json, string message) =>
        Assert.Contains(message, Assert.Throws<DataRejectedException>(() => Options(json)).Problems.Select(problem => problem.ToString()));

    private static CustomerValue.Segmentation.ISegmentationStrategy Options(string json) => StrategyJson.Read("demographic", JsonText.Stream(json));
}
