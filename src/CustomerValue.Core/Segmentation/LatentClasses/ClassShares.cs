namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>The classes' shares: the mean of the respondents' membership probabilities.</summary>
internal static class ClassShares
{
    public static double[] Of(ClassParameters parameters)
    {
        AnswerPatterns patterns = parameters.Patterns;
        double[] prior = new double[parameters.Lanes];
        double[] shares = new double[parameters.Classes];
        for (int pattern = 0; pattern < (patterns.HasCovariates ? patterns.Count : 1); pattern++)
        {
            parameters.WritePrior(pattern, prior);
            double weight = patterns.HasCovariates ? patterns.Weights[pattern] : 1;
            for (int @class = 0; @class < shares.Length; @class++)
                shares[@class] += weight * prior[@class];
        }

        double total = shares.Sum();
        return Array.ConvertAll(shares, share => share / total);
    }
}
