namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>What is counted at an optimum: entropy, and how the patterns fit.</summary>
internal static class ClassFigures
{
    public static int Parameters(AnswerPatterns patterns, int classes) =>
        ((classes - 1) * patterns.Width) + (classes * patterns.Categories.Sum(count => count - 1));

    public static double DegreesOfFreedom(AnswerPatterns patterns, int classes)
    {
        double cells = patterns.Categories.Aggregate(1.0, (product, count) => Math.Min(product * count, 1e18));
        return Math.Min(patterns.Total, cells - 1) - Parameters(patterns, classes);
    }

    /// <summary>Entropy R², and G² and χ² over complete patterns; null where there are none.</summary>
    public static (double EntropyRSquared, double? GSquared, double? ChiSquared) Of(ClassOptimum optimum)
    {
        ClassParameters top = optimum.Parameters;
        AnswerPatterns patterns = top.Patterns;
        double[] prior = new double[top.Lanes];
        double[] joint = new double[top.Lanes];
        double[] scales = new double[patterns.Count];
        double entropy = 0, complete = 0;
        double[] logs = new double[patterns.Count];
        top.WritePrior(0, prior);
        _ = optimum.Expectation.Run(top);
        for (int pattern = 0; pattern < patterns.Count; pattern++)
        {
            if (patterns.HasCovariates)
                top.WritePrior(pattern, prior);
            scales[pattern] = optimum.Expectation.WriteJoint(pattern, prior, joint);
            double total = 0;
            for (int @class = 0; @class < top.Classes; @class++)
                total += joint[@class];
            for (int @class = 0; @class < top.Classes; @class++)
            {
                double h = joint[@class] / total;
                entropy -= h > 0 ? patterns.Weights[pattern] * h * Math.Log(h) : 0;
            }

            logs[pattern] = Math.Log(total) + scales[pattern];
            complete += IsComplete(patterns, pattern) ? patterns.Weights[pattern] : 0;
        }

        double certain = top.Classes == 1 ? 1 : 1 - (entropy / (patterns.Total * Math.Log(top.Classes)));
        if (patterns.HasCovariates || complete == 0)
            return (certain, null, null);
        double g = 0, chi = 0, expected = 0;
        for (int pattern = 0; pattern < patterns.Count; pattern++)
        {
            if (!IsComplete(patterns, pattern))
                continue;
            double fit = complete * Math.Exp(logs[pattern]);
            double seen = patterns.Weights[pattern];
            g += 2 * seen * (Math.Log(seen / complete) - logs[pattern]);
            chi += (seen - fit) * ((seen / fit) - 1);
            expected += fit;
        }

        chi += Math.Max(0, complete - expected);
        return (certain, g, double.IsInfinity(chi) || double.IsNaN(chi) ? null : chi);
    }

    private static bool IsComplete(AnswerPatterns patterns, int pattern)
    {
        for (int item = 0; item < patterns.Items; item++)
        {
            if (patterns.Cells[(pattern * patterns.Items) + item] == patterns.Starts[item])
                return false;
        }

        return true;
    }
}
