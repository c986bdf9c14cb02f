using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Clustering;

/// <summary>Puts clusters of mixed data and a customer's place among them into words.</summary>
internal static class MixedWords
{
    private const int Told = 3;
    private const double WideApart = 10;

    public static Segment Cluster(int number) => new() { Key = $"cluster-{number}", Label = new LocalizedText($"Cluster {number}", $"群 {number}") };

    public static LocalizedText Missing(IEnumerable<string> fields) => new(
        $"Missing, or no number that can be scaled: {string.Join(", ", fields)}.",
        $"缺失或无法换算为数值的字段：{string.Join("、", fields)}。");

    /// <summary>The distance to the nearest centre and to the next, and the customer's values beside the centre's: categories that the fit did not know first, then where they differ least.</summary>
    public static LocalizedText Reason(IReadOnlyList<MixedScale> scales, IReadOnlyList<Segment> segments, double[] distances, int nearest, double[] values, string?[] texts, IReadOnlyList<double> centres, LocalizedText centre, Func<int, double> apart)
    {
        LocalizedText label = segments[nearest].Label;
        string english = $"Nearest to {label.English}, at distance {Wording.Number(distances[nearest])}", chinese = $"最接近{label.Chinese}，距离{Wording.Number(distances[nearest])}";
        int next = -1;
        for (int other = 0; other < distances.Length; other++)
            next = other != nearest && (next < 0 || distances[other] < distances[next]) ? other : next;
        if (next >= 0)
        {
            english += $" (next {segments[next].Label.English}, {Wording.Number(distances[next])})";
            chinese += $"（其次为{segments[next].Label.Chinese}，{Wording.Number(distances[next])}）";
        }

        int[] known = [.. Enumerable.Range(0, scales.Count).Where(field => !double.IsNaN(values[field]))];
        int[] unknown = [.. known.Where(field => !scales[field].IsNumber && values[field] == MixedScale.Unknown)];
        string[] englishParts = [.. known.Except(unknown).OrderBy(apart).Take(Told).Select(field => $"{scales[field].Column} is {Own(field)}, {centre.English} has {scales[field].Words(centres[field])}"),
            .. unknown.Select(field => $"{scales[field].Column} is {texts[field]}, which the fit did not know and which matches nothing")];
        string[] chineseParts = [.. known.Except(unknown).OrderBy(apart).Take(Told).Select(field => $"{scales[field].Column}为{Own(field)}，{centre.Chinese}为{scales[field].Words(centres[field])}"),
            .. unknown.Select(field => $"{scales[field].Column}为{texts[field]}，拟合时未见过，不与任何类别相同")];
        return new LocalizedText($"{english}: {string.Join("; ", englishParts)}.", $"{chinese}：{string.Join("；", chineseParts)}。");

        string Own(int field) => scales[field].IsNumber ? scales[field].Words(values[field]) : texts[field]!;
    }

    /// <summary>What a reader should know of any fit on mixed data.</summary>
    public static List<LocalizedText> Warnings(MixedRows rows, int customers)
    {
        List<LocalizedText> warnings = [];
        if (customers > rows.Count)
            warnings.Add(new LocalizedText($"{Wording.Number(customers - rows.Count)} of {Wording.Number(customers)} customers lack a value and took no part in the fit.", $"{Wording.Number(customers)}位客户中有{Wording.Number(customers - rows.Count)}位资料不全，未参与拟合。"));
        if (rows.Constant.Count > 0)
            warnings.Add(new LocalizedText($"The same for all customers, so without effect: {string.Join(", ", rows.Constant)}.", $"以下字段对所有客户相同，不起作用：{string.Join("、", rows.Constant)}。"));
        return warnings;
    }

    /// <summary>Says which numbers are spread so much wider than others that they decide alone; null where none is.</summary>
    public static LocalizedText? Spreads(MixedRows rows)
    {
        (string Column, double Spread)[] spreads = [.. rows.Scales.Select((scale, field) => (scale, field)).Where(it => it.scale.IsNumber && !rows.Constant.Contains(it.scale.Column))
            .Select(it => (it.scale.Column, Spread: FieldScale.Fit(new ClusterField { Column = it.scale.Column }, rows.Values[it.field]).Spread)).OrderBy(it => it.Spread)];
        if (spreads.Length < 2 || !(spreads[spreads.Length - 1].Spread > WideApart * spreads[0].Spread))
            return null;
        (string wide, string narrow) = (spreads[spreads.Length - 1].Column, spreads[0].Column);
        return new LocalizedText($"{wide} spreads more than 10 times as wide as {narrow}, so it decides nearly alone; ask for scaling.", $"{wide}的离散程度超过{narrow}的10倍，几乎单独决定结果；请选择标准化。");
    }
}
