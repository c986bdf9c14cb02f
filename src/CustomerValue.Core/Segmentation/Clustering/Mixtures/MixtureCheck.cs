using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>Looks at the parameters of a mixture that somebody gives.</summary>
internal static class MixtureCheck
{
    public static void Check(CovarianceShape shape, IReadOnlyList<GaussianComponent> components)
    {
        ProblemList problems = new();
        if (components.Count is < 1 or > GaussianMixtureOptions.MostComponents)
            problems.Add(null, "components", Say(components.Count), "components; a mixture has 1 to 1000.");
        problems.ThrowIfAny();
        int width = components[0].Mean?.Count ?? 0;
        if (width is < 1 or > GaussianMixtureOptions.MostColumns)
            problems.Add(null, "components[0].mean", Say(width), "columns; a mixture has 1 to 64.");
        int size = shape switch { CovarianceShape.Spherical => 1, CovarianceShape.Diagonal => width, _ => width * width };
        for (int k = 0; k < components.Count; k++)
        {
            GaussianComponent component = components[k];
            if (!(component.Weight > 0 && component.Weight <= 1))
                problems.Add(null, $"components[{k}].weight", Say(component.Weight), "is not in (0, 1].");
            Numbers(problems, $"components[{k}].mean", component.Mean, width);
            Numbers(problems, $"components[{k}].covariance", component.Covariance, size);
        }

        problems.ThrowIfAny();
        double sum = components.Sum(component => component.Weight);
        if (Math.Abs(sum - 1) > 1e-9)
            problems.Add(null, "components", Say(sum), "is the sum of the weights; it must be 1.");
        for (int k = 0; k < components.Count && size > width; k++)
        {
            IReadOnlyList<double> matrix = components[k].Covariance;
            if (Enumerable.Range(0, size).Any(i => matrix[i] != matrix[(i % width * width) + (i / width)]))
                problems.Add(null, $"components[{k}].covariance", null, "is not symmetric.");
            if (shape == CovarianceShape.Tied && !matrix.SequenceEqual(components[0].Covariance))
                problems.Add(null, $"components[{k}].covariance", null, "differs from that of the first component; tied components have the same.");
        }

        problems.ThrowIfAny();
    }

    private static void Numbers(ProblemList problems, string field, IReadOnlyList<double>? values, int size)
    {
        if (values is null || values.Count != size)
            problems.Add(null, field, Say(values?.Count ?? 0), $"numbers; {size} are needed.");
        else if (values.Any(value => double.IsNaN(value) || double.IsInfinity(value)))
            problems.Add(null, field, null, "has a number that is not finite.");
    }

    private static string Say(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
