using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.Mixtures;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a fitted mixture.</summary>
internal static class MixtureReader
{
    public static readonly Dictionary<string, CovarianceShape> Shapes = new()
    {
        ["spherical"] = CovarianceShape.Spherical,
        ["diagonal"] = CovarianceShape.Diagonal,
        ["tied"] = CovarianceShape.Tied,
        ["full"] = CovarianceShape.Full,
    };

    private static readonly Dictionary<string, bool> Transforms = new() { ["none"] = false, ["log"] = true };

    private static readonly string[] Figures = ["logLikelihood", "parameters", "aic", "bic", "icl", "entropy"];

    public static MixtureSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        CovarianceShape shape = fields["covariance"].Choice(Shapes);
        bool matrix = shape is CovarianceShape.Tied or CovarianceShape.Full;
        FieldScale?[] scales = [.. fields["fields"].Array("an array of fields").Select(field => field.Object(Scale))];
        GaussianComponent?[] components = [.. fields["components"].Array("an array of components").Select(component => component.Object(parts => Component(parts, matrix)))];
        SegmentationFit? fit = fields["fit"].IsMissing ? new SegmentationFit { Customers = 0 } : fields["fit"].Object(Fit);
        if (fields.Problems.Count > before)
            return null;
        GaussianMixtureModel? model = SegmentationReader.Make(fields, null, () => new GaussianMixtureModel(shape, components!));
        return model is null ? null : SegmentationReader.Make(fields, null, () => new MixtureSegmentation(scales!, model, fit!));
    }

    private static FieldScale Scale(StrictObject fields) => new()
    {
        Column = fields["column"].Text(name => name.Length > 0, "a column's name"),
        Log = !fields["transform"].IsMissing && fields["transform"].Choice(Transforms),
        Centre = fields["centre"].Number(),
        Spread = fields["spread"].Positive(),
    };

    private static GaussianComponent Component(StrictObject fields, bool matrix) => new()
    {
        Weight = fields["weight"].Number(weight => weight is > 0 and <= 1, "a number in (0, 1]"),
        Mean = Numbers(fields["mean"]),
        Covariance = matrix ? [.. fields["covariance"].Array("an array of rows").SelectMany(Numbers)] : Numbers(fields["covariance"]),
    };

    private static double[] Numbers(StrictValue value) => [.. value.Array("an array of numbers").Select(number => number.Number())];

    private static SegmentationFit Fit(StrictObject fields) => new()
    {
        Customers = fields["customers"].Whole(0),
        Iterations = fields["iterations"].Whole(0),
        Converged = fields["converged"].Boolean(),
        Figures = fields["figures"].Object(figures => Figures.Where(name => !figures[name].IsMissing).Select(name => new KeyValuePair<string, double>(name, figures[name].Number())).ToArray()) ?? [],
        Warnings = [.. fields["warnings"].Array("an array of texts").Select(warning => warning.Localized())],
    };
}
