namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>What R's <c>fpc::cluster.stats</c> makes of all pairs; null where it isn't defined, such as where all distances are 0.</summary>
internal sealed class PairMeasures
{
    private readonly DistanceSums pairs;
    private readonly LabelGroups groups;

    public PairMeasures(DistanceSums pairs)
    {
        (this.pairs, groups) = (pairs, pairs.Groups);
        double least = double.PositiveInfinity, most = 0;
        for (int row = 0; row < groups.Of.Length; row++)
        {
            for (int group = 0; group < groups.Count; group++)
            {
                int cell = (row * groups.Count) + group;
                if (group == groups.Of[row])
                    most = Math.Max(most, pairs.Most[cell]);
                else
                    least = Math.Min(least, pairs.Least[cell]);
            }
        }

        Dunn = most > 0 ? least / most : null;
        Measure();
    }

    public double? Dunn { get; }

    public double? Dunn2 { get; private set; }

    public double? PearsonGamma { get; private set; }

    public double? WithinBetweenRatio { get; private set; }

    private void Measure()
    {
        double[] sums = new double[groups.Count * groups.Count];
        double squares = 0;
        foreach (int row in groups.Rows)
        {
            for (int group = 0; group < groups.Count; group++)
                sums[(groups.Of[row] * groups.Count) + group] += pairs.Sums[(row * groups.Count) + group];
            squares += pairs.Squares[row];
        }

        double n = groups.Of.Length, withinSum = 0, betweenSum = 0, withinPairs = 0, ofRows = 0, mostInside = 0, leastApart = double.PositiveInfinity;
        for (int one = 0; one < groups.Count; one++)
        {
            double size = groups.Sizes[one], own = sums[(one * groups.Count) + one];
            (withinSum, withinPairs) = (withinSum + own, withinPairs + (size * (size - 1)));
            double inside = size == 1 ? 0 : own / (size * (size - 1));
            (ofRows, mostInside) = (ofRows + (inside * size), Math.Max(mostInside, inside));
            for (int other = 0; other < groups.Count; other++)
            {
                if (other == one)
                    continue;
                betweenSum += sums[(one * groups.Count) + other];
                leastApart = Math.Min(leastApart, sums[(one * groups.Count) + other] / (size * groups.Sizes[other]));
            }
        }

        double all = n * (n - 1), betweenPairs = all - withinPairs, mean = (withinSum + betweenSum) / all, variance = (squares / all) - (mean * mean);
        double between = betweenSum / betweenPairs;
        Dunn2 = mostInside > 0 ? leastApart / mostInside : null;
        WithinBetweenRatio = between > 0 ? ofRows / n / between : null;
        double within = withinPairs == 0 ? 0 : withinSum / withinPairs, part = betweenPairs / all;
        PearsonGamma = variance > 0 && withinPairs > 0 ? (between - within) * Math.Sqrt(part * (1 - part) / variance) : null;
    }
}
