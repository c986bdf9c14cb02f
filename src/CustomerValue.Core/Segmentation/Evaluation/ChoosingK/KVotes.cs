using System.Globalization;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>The rule of <see cref="KChoice"/>, and its words.</summary>
internal sealed class KVotes
{
    private readonly List<(LocalizedText Measure, KChoiceRow For, double Value)> votes = [];
    private readonly GapStatistic? gap;

    public KVotes(KChoiceRow[] rows, GapStatistic? gap)
    {
        this.gap = gap;
        Vote(rows, new LocalizedText("silhouette", "轮廓系数"), row => row.Quality.Silhouette, 1);
        Vote(rows, new LocalizedText("Caliński-Harabasz", "CH指数"), row => row.Quality.CalinskiHarabasz, 1);
        Vote(rows, new LocalizedText("Davies-Bouldin", "DB指数"), row => row.Quality.DaviesBouldin, -1);
        if (gap is not null && rows.FirstOrDefault(row => row.Clusters == gap.FirstWithinErrorOfMaximum) is { } byGap)
            votes.Add((new LocalizedText("the gap statistic", "间隙统计量"), byGap, byGap.Gap!.Gap));
        Winner = votes.Count == 0 ? rows[0] : votes.GroupBy(vote => vote.For).OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key.Quality.Silhouette ?? -1).ThenBy(group => group.Key.Clusters).First().Key;
    }

    public KChoiceRow Winner { get; }

    public LocalizedText Reason()
    {
        int k = Winner.Clusters;
        if (votes.Count == 0)
            return new LocalizedText($"{k} clusters, the fewest tried: no measure could tell them apart.", $"取最小的{k}类：没有指标能够区分。");
        var own = votes.Where(vote => vote.For == Winner).ToArray();
        string english = $"{k} clusters, by {string.Join(", ", own.Select(vote => $"{vote.Measure.English} ({Figure(vote.Value)})"))}: {own.Length} of {votes.Count} measures.";
        string chinese = $"建议{k}类：{string.Join("、", own.Select(vote => $"{vote.Measure.Chinese}（{Figure(vote.Value)}）"))}，{votes.Count}项指标中{own.Length}项支持。";
        var others = votes.Where(vote => vote.For != Winner).ToArray();
        if (others.Length > 0)
        {
            english += $" Otherwise {string.Join(", ", others.Select(vote => $"{vote.For.Clusters} by {vote.Measure.English}"))}.";
            chinese += $"其他：{string.Join("、", others.Select(vote => $"{vote.Measure.Chinese}支持{vote.For.Clusters}类"))}。";
        }

        return Doubt() is { } doubt ? new LocalizedText(english + " " + doubt.English, chinese + doubt.Chinese) : new LocalizedText(english, chinese);
    }

    private LocalizedText? Doubt() => gap?.FirstWithinErrorOfMaximum == 1
        ? new LocalizedText("By the gap statistic there are no clusters: data without any would look alike.", "按间隙统计量，数据并无明显聚类结构。")
        : Winner.Quality.Silhouette < 0.25
            ? new LocalizedText("A silhouette below 0.25 is no substantial structure: the clusters cut a continuum.", "轮廓系数低于0.25，结构不明显，各类之间是连续过渡。")
            : null;

    private static string Figure(double value) => value.ToString(Math.Abs(value) < 100 ? "0.###" : "#,##0", CultureInfo.InvariantCulture);

    private void Vote(KChoiceRow[] rows, LocalizedText measure, Func<KChoiceRow, double?> of, int sign)
    {
        if (rows.Where(row => of(row) is not null).OrderByDescending(row => sign * of(row)).ThenBy(row => row.Clusters).FirstOrDefault() is { } best)
            votes.Add((measure, best, of(best)!.Value));
    }
}
