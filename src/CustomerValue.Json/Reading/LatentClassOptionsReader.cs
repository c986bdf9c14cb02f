using CustomerValue.Segmentation.LatentClasses;

namespace CustomerValue.Json.Reading;

/// <summary>
/// Reads the options of latent classes: <c>classes</c> or <c>k</c> (a number, or <c>"auto"</c> for the smallest BIC up to <c>maxClasses</c>), <c>items</c> and
/// <c>covariates</c> (names of columns), <c>agreement</c>, <c>maxStarts</c>, <c>maxIterations</c>, <c>seed</c>, <c>workers</c>.
/// </summary>
internal static class LatentClassOptionsReader
{
    public static LatentClassStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        LatentClassOptions usual = new();
        StrictValue classes = fields[fields["k"].IsMissing ? "classes" : "k"];
        LatentClassOptions options = new()
        {
            Classes = classes.IsMissing || classes.IsWord("auto") ? null : classes.Whole(1, LatentClassOptions.MostClasses),
            MaxClasses = Whole("maxClasses", usual.MaxClasses, LatentClassOptions.MostClasses),
            Agreement = Whole("agreement", usual.Agreement, 1000),
            MaxStarts = Whole("maxStarts", usual.MaxStarts, 100_000),
            MaxIterations = Whole("maxIterations", usual.MaxIterations, 1_000_000),
            Seed = fields["seed"].IsMissing ? usual.Seed : fields["seed"].Whole(0),
            Workers = fields["workers"].IsMissing ? null : fields["workers"].Whole(1),
            Items = fields["items"].IsMissing ? null : LatentClassReader.Texts(fields["items"], "an array of names of columns"),
            Covariates = fields["covariates"].IsMissing ? [] : LatentClassReader.Texts(fields["covariates"], "an array of names of columns"),
        };
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new LatentClassStrategy(options));

        int Whole(string name, int otherwise, int most) => fields[name].IsMissing ? otherwise : fields[name].Whole(1, most);
    }
}
