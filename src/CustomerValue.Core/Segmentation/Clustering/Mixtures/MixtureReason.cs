using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>Puts components, and the evidence for one, into words: by the columns in which a component lies farthest from the whole mixture.</summary>
internal sealed class MixtureReason
{
    private const int Shown = 3;
    private readonly IReadOnlyList<FieldScale> fields;
    private readonly GaussianMixtureModel model;
    private readonly int[][] telling;

    public MixtureReason(IReadOnlyList<FieldScale> fields, GaussianMixtureModel model)
    {
        (this.fields, this.model) = (fields, model);
        double[] means = new double[model.Width], variances = new double[model.Width];
        foreach (GaussianComponent component in model.Components)
        {
            for (int j = 0; j < means.Length; j++)
                means[j] += component.Weight * component.Mean[j];
        }

        foreach (GaussianComponent component in model.Components)
        {
            for (int j = 0; j < means.Length; j++)
                variances[j] += component.Weight * (Variance(component, j) + ((component.Mean[j] - means[j]) * (component.Mean[j] - means[j])));
        }

        telling = [.. model.Components.Select(component => Enumerable.Range(0, model.Width)
            .OrderByDescending(j => Math.Abs(component.Mean[j] - means[j]) / Math.Sqrt(variances[j])).Take(Shown).ToArray())];
    }

    public Segment Segment(int component)
    {
        string share = Wording.Percent(model.Components[component].Weight);
        return new Segment
        {
            Key = $"component-{component + 1}",
            Label = Name(component),
            Description = new LocalizedText(
                $"{share} of the customers, around {string.Join(", ", telling[component].Select(j => $"{fields[j].Column} {Centre(component, j)}"))}.",
                $"占{share}，中心为{string.Join("、", telling[component].Select(j => $"{fields[j].Column} {Centre(component, j)}"))}。"),
        };
    }

    public LocalizedText Of(double[] values, double[] probabilities, MixtureScore score)
    {
        int best = score.Component, next = -1;
        for (int k = 0; k < probabilities.Length; k++)
        {
            if (k != best && (next < 0 || probabilities[k] > probabilities[next]))
                next = k;
        }

        string percent = Wording.Percent(score.Probability), second = next < 0 ? "" : Wording.Percent(probabilities[next]);
        return new LocalizedText(
            $"{Name(best).English} with probability {percent}{(next < 0 ? "" : $" (next: {Name(next).English}, {second})")}: {string.Join(", ", telling[best].Select(j => $"{fields[j].Column} {Wording.Number(values[j])} (centre {Centre(best, j)})"))}.",
            $"属于{Name(best).Chinese}的概率为{percent}{(next < 0 ? "" : $"（其次为{Name(next).Chinese}，{second}）")}：{string.Join("、", telling[best].Select(j => $"{fields[j].Column}为{Wording.Number(values[j])}（中心{Centre(best, j)}）"))}。");
    }

    public LocalizedText OfMissing(double[] scaled)
    {
        string[] missing = [.. fields.Where((_, j) => double.IsNaN(scaled[j]) || double.IsInfinity(scaled[j])).Select(field => field.Column)];
        return new LocalizedText($"No number in {string.Join(", ", missing)}.", $"{string.Join("、", missing)}没有数值。");
    }

    private string Centre(int component, int column) => Wording.Number(fields[column].Unscale(model.Components[component].Mean[column]));

    private double Variance(GaussianComponent component, int column) => model.Covariance switch
    {
        CovarianceShape.Spherical => component.Covariance[0],
        CovarianceShape.Diagonal => component.Covariance[column],
        _ => component.Covariance[(column * model.Width) + column],
    };

    private static LocalizedText Name(int component) => new($"Component {component + 1}", $"成分{component + 1}");
}
