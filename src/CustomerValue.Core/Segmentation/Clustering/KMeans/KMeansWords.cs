using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>Puts clusters, a customer's place among them, and a fit into words.</summary>
internal static class KMeansWords
{
    /// <summary>How many fields a reason names.</summary>
    private const int Told = 2;

    public static Segment Cluster(int number) => new() { Key = $"cluster-{number}", Label = new LocalizedText($"Cluster {number}", $"群 {number}") };

    public static LocalizedText Missing(IReadOnlyList<string> fields) => new(
        $"Missing, or no number that can be scaled: {string.Join(", ", fields)}.",
        $"缺失或无法换算为数值的字段：{string.Join("、", fields)}。");

    /// <summary>The distance to the nearest centre and to the next, what sets the cluster apart from all, and the customer's values there.</summary>
    public static LocalizedText Reason(KMeansSegmentation segmentation, KMeansModel model, int cluster, double[] values, double[] scaled)
    {
        int[] told = Apart(model, cluster);
        string here = Wording.Number(Math.Sqrt(model.Squared(scaled, cluster)));
        int next = Next(model, scaled, cluster);
        LocalizedText label = segmentation.Segments[cluster].Label;
        string english = $"Nearest to {label.English}, at distance {here}", chinese = $"最接近{label.Chinese}，距离{here}";
        if (next >= 0)
        {
            string there = Wording.Number(Math.Sqrt(model.Squared(scaled, next)));
            LocalizedText other = segmentation.Segments[next].Label;
            english += $" (next {other.English}, {there})";
            chinese += $"（其次为{other.Chinese}，{there}）";
        }

        english += ": ";
        chinese += "：";
        for (int i = 0; i < told.Length; i++)
        {
            FieldScale scale = segmentation.Scales[told[i]];
            string own = Wording.Number(values[told[i]]), centre = Wording.Number(scale.Unscale(model.Centre(cluster)[told[i]])), all = Wording.Number(scale.Unscale(Mean(model, told[i])));
            english += $"{(i == 0 ? "" : "; ")}{scale.Column} is {own}, where the cluster's centre is {centre} and that of all {all}";
            chinese += $"{(i == 0 ? "" : "；")}{scale.Column}为{own}，该群中心为{centre}，全体中心为{all}";
        }

        return new LocalizedText(english + ".", chinese + "。");
    }

    public static SegmentationFit Fit(KMeansModel model, int starts, ClusterRows rows, int customers)
    {
        List<LocalizedText> warnings = [];
        if (!model.Converged)
            warnings.Add(new LocalizedText($"The best start had not come to rest after {model.Iterations} iterations; allow more.", $"最佳初始点在{model.Iterations}次迭代后仍未收敛；请增加迭代次数。"));
        int incomplete = customers - rows.Table.Rows;
        if (incomplete > 0)
            warnings.Add(new LocalizedText($"{Wording.Number(incomplete)} of {Wording.Number(customers)} customers lack a value and took no part in the fit.", $"{Wording.Number(customers)}位客户中有{Wording.Number(incomplete)}位资料不全，未参与拟合。"));
        if (rows.Constant.Count > 0)
            warnings.Add(new LocalizedText($"The same for all customers, so without effect: {string.Join(", ", rows.Constant)}.", $"以下字段对所有客户相同，不起作用：{string.Join("、", rows.Constant)}。"));
        warnings.AddRange(ClusterFields.Warnings(rows.Table));
        return new SegmentationFit
        {
            Customers = rows.Table.Rows,
            Iterations = model.Iterations,
            Converged = model.Converged,
            Figures =
            [
                new("k", model.K),
                new("inertia", model.Inertia),
                new("betweenShare", model.TotalSquares > 0 ? Math.Max(0, 1 - (model.Inertia / model.TotalSquares)) : 0),
                new("starts", starts),
            ],
            Warnings = warnings,
        };
    }

    /// <summary>The fields in which the cluster's centre is farthest from the mean of all, the farthest first.</summary>
    private static int[] Apart(KMeansModel model, int cluster) =>
        [.. Enumerable.Range(0, model.Width).OrderByDescending(field => Math.Abs(model.Centre(cluster)[field] - Mean(model, field))).Take(Told)];

    /// <summary>The mean of the centres, each with the weight of its customers: that of all customers.</summary>
    private static double Mean(KMeansModel model, int field)
    {
        double sum = 0, all = 0;
        for (int cluster = 0; cluster < model.K; cluster++)
            (sum, all) = (sum + (model.Sizes[cluster] * model.Centre(cluster)[field]), all + model.Sizes[cluster]);
        return all > 0 ? sum / all : 0;
    }

    /// <summary>The second nearest cluster; −1 where there is one alone.</summary>
    private static int Next(KMeansModel model, double[] scaled, int cluster)
    {
        int next = -1;
        for (int other = 0; other < model.K; other++)
        {
            if (other != cluster && (next < 0 || model.Squared(scaled, other) < model.Squared(scaled, next)))
                next = other;
        }

        return next;
    }
}
