using CustomerValue.Labels;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>Puts classes and the evidence for them into words.</summary>
internal static class LatentClassReason
{
    private const int Spoken = 3;

    /// <summary>A class as a segment, described by the answers that set its members apart most.</summary>
    public static Segment SegmentOf(LatentClassModel model, int @class)
    {
        IEnumerable<(int Item, int Category, double Lift)> typical = Enumerable.Range(0, model.Items.Count)
            .SelectMany(item => Enumerable.Range(0, model.Items[item].Categories.Count).Select(category => (Item: item, Category: category, Lift: Apart(item, category))))
            .Where(answer => answer.Lift > 1e-9).OrderByDescending(answer => answer.Lift).Take(Spoken);
        string answers = string.Join(", ", typical.Select(answer => $"{Answer(model, answer.Item, answer.Category)} ({Wording.Percent(model.Probabilities[@class][answer.Item][answer.Category])})"));
        string share = Wording.Percent(model.Shares[@class]);
        return new Segment
        {
            Key = $"class-{@class + 1}",
            Label = new LocalizedText($"Class {@class + 1}", $"类别{@class + 1}"),
            Description = answers.Length == 0
                ? new LocalizedText($"{share} of those who answered.", $"占作答者的{share}。")
                : new LocalizedText($"{share} of those who answered; typical: {answers}.", $"占作答者的{share}；典型回答：{answers.Replace(", ", "，").Replace(" (", "（").Replace(")", "）")}。"),
        };

        // How much of the class the answer moves there from what all answer.
        double Apart(int item, int category) => model.Probabilities[@class][item][category] - Overall(model, item, category);
    }

    /// <summary>How probable the class is, and the answers that spoke most for it against what all answer.</summary>
    public static LocalizedText Of(LatentClassModel model, ReadOnlySpan<int> codes, ReadOnlySpan<double> posterior)
    {
        int best = LatentClassModel.Best(posterior);
        List<(int Item, double Weight)> spoke = [];
        int answered = 0;
        for (int item = 0; item < codes.Length; item++)
        {
            if (codes[item] < 0)
                continue;
            answered++;
            double weight = Math.Log(model.Probabilities[best][item][codes[item]]) - Math.Log(Overall(model, item, codes[item]));
            if (weight > 1e-9)
                spoke.Add((item, weight));
        }

        List<string> words = [];
        foreach ((int item, _) in spoke.OrderByDescending(answer => answer.Weight).Take(Spoken))
            words.Add($"{Answer(model, item, codes[item])} ({Wording.Percent(model.Probabilities[best][item][codes[item]])}, {Wording.Percent(Overall(model, item, codes[item]))})");
        string probability = Wording.Percent(posterior[best]);
        string of = $"{answered}/{codes.Length}";
        if (words.Count == 0)
        {
            return new LocalizedText(
                $"Class {best + 1} with probability {probability} by {of} answers; none of them speaks for it, but they speak less against it than against the others.",
                $"依据{of}个回答，属于类别{best + 1}的概率为{probability}；没有回答特别支持该类，但其他类别更不符合。");
        }

        string english = string.Join(", ", words);
        string chinese = english.Replace(", ", "，").Replace(" (", "（").Replace(")", "）");
        return new LocalizedText(
            $"Class {best + 1} with probability {probability} by {of} answers; what spoke most for it (in the class, overall): {english}.",
            $"依据{of}个回答，属于类别{best + 1}的概率为{probability}；最有力的回答（类内比例，总体比例）：{chinese}。");
    }

    private static string Answer(LatentClassModel model, int item, int category) => $"{model.Items[item].Name} = {model.Items[item].Categories[category]}";

    private static double Overall(LatentClassModel model, int item, int category)
    {
        double sum = 0;
        for (int @class = 0; @class < model.Classes; @class++)
            sum += model.Shares[@class] * model.Probabilities[@class][item][category];
        return sum;
    }
}
