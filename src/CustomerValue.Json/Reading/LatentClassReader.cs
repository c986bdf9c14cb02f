using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.LatentClasses;

namespace CustomerValue.Json.Reading;

/// <summary>Reads latent classes.</summary>
internal static class LatentClassReader
{
    public static LatentClassSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        LatentClassItem[] items = fields["items"].Array("an array of items").Select(item => item.Object(Item) ?? new LatentClassItem("", [])).ToArray();
        string[] covariates = Texts(fields["covariates"], "an array of names of columns");
        (double Share, double[] Coefficients, double[][] Probabilities)[] classes = fields["classes"].Array("an array of classes").Select(one => one.Object(@class => (
            Share: @class["share"].Fraction(),
            Coefficients: Numbers(@class["coefficients"]),
            Probabilities: @class["probabilities"].Array("an array of numbers an item").Select(Numbers).ToArray()))).ToArray();
        SegmentationFit? fit = fields["fit"].Object(Fit);
        if (fields.Problems.Count > before)
            return null;
        return SegmentationReader.Make(fields, null, () => new LatentClassSegmentation(
            new LatentClassModel(items, [.. classes.Select(one => one.Share)], [.. classes.Select(one => one.Probabilities)], covariates, [.. classes.Select(one => one.Coefficients).Where(row => covariates.Length > 0 || row.Length > 0)]), fit!));
    }

    public static string[] Texts(StrictValue value, string allowed) => value.Array(allowed).Select(text => text.Text()).ToArray();

    private static double[] Numbers(StrictValue value) => value.Array("an array of numbers").Select(number => number.Number()).ToArray();

    private static LatentClassItem Item(StrictObject fields) => new(fields["column"].Text(), Texts(fields["categories"], $"an array of at most {CategoryTable.MostCategories} texts"));

    private static SegmentationFit Fit(StrictObject fields) => new()
    {
        Customers = fields["customers"].Whole(0),
        Iterations = fields["iterations"].Whole(0),
        Converged = fields["converged"].Boolean(),
        Figures = [.. fields["figures"].Array("an array of figures").Select(figure => figure.Object(it => new KeyValuePair<string, double>(it["name"].Text(), it["value"].Number())))],
        Warnings = [.. fields["warnings"].Array("an array of warnings").Select(warning => warning.Object<LocalizedText>(it => it["text"].Localized()))],
    };
}
