using CustomerValue.Labels;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>What a reader of a fit should know, in words.</summary>
internal static class LatentClassWarnings
{
    public static IReadOnlyList<LocalizedText> Of(LatentClassReport report, LatentClassModel model, ClassOptimum best, LatentClassOptions options)
    {
        List<LocalizedText> warnings = [];
        if (!report.Converged)
        {
            warnings.Add(new LocalizedText(
                $"The likelihood still rises after {Wording.Count(report.Iterations, "pass")} over the answers; allow more iterations.".Replace("passs", "passes"),
                $"迭代{Wording.Number(report.Iterations)}次后似然值仍在上升；请增加迭代次数上限。"));
        }

        if (!best.Enough)
        {
            warnings.Add(new LocalizedText(
                $"The best optimum was reached {Wording.Count(report.Optima[0].Reached, "time")} in {Wording.Count(report.Starts, "start")}, of which {Wording.Number(report.Finished)} went to the end, not the {options.Agreement} asked for; there may be a better one. Allow more starts or take fewer classes.",
                $"在{Wording.Number(report.Starts)}次随机起点（其中{Wording.Number(report.Finished)}次运行至收敛）中，最优解仅达到{Wording.Number(report.Optima[0].Reached)}次（要求{options.Agreement}次），可能存在更优解；请增加起点数或减少类别数。"));
        }

        if (report.DegreesOfFreedom < 0)
        {
            warnings.Add(new LocalizedText(
                $"{Wording.Count(report.Parameters, "parameter")} are more than the data can tell (degrees of freedom {Wording.Number(report.DegreesOfFreedom)}); take fewer classes or more items.",
                $"{Wording.Number(report.Parameters)}个参数超出数据所能识别的范围（自由度{Wording.Number(report.DegreesOfFreedom)}）；请减少类别数或增加题目。"));
        }
        else if (report.Identified == false)
        {
            warnings.Add(new LocalizedText(
                "The observed information is singular: other values of the parameters fit as well, so there are no standard errors. Take fewer classes.",
                "观测信息矩阵奇异：参数的其他取值拟合同样好，因此不给出标准误；请减少类别数。"));
        }
        else if (report.Identified is null)
        {
            warnings.Add(new LocalizedText(
                "There are too many parameters for standard errors and for a check that the data tell them all.",
                "参数过多，未计算标准误，也未检验模型是否可识别。"));
        }

        int atBoundary = model.Probabilities.Sum(ofClass => ofClass.Sum(ofItem => ofItem.Count(probability => probability <= ClassErrors.Boundary)));
        if (atBoundary > 0)
        {
            warnings.Add(new LocalizedText(
                $"{Wording.Count(atBoundary, "probability").Replace("probabilitys", "probabilities")} ended at 0 and stand as at least 1e-10; they count as known in the standard errors.",
                $"{Wording.Number(atBoundary)}个概率估计落在边界0（以不小于1e-10的数表示）；计算标准误时视为已知。"));
        }

        return warnings;
    }
}
