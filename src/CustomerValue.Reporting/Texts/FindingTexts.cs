using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>The findings, as sentences with places for their numbers.</summary>
internal static class FindingTexts
{
    public static readonly LocalizedText Pareto = new("The top 20% of customers gave {0} of {1}; the top 1% alone gave {2}.", "前 20% 的客户贡献了 {0} 的{1}，其中前 1% 贡献了 {2}。");
    public static readonly LocalizedText Alive = new("Of {0} customers about {1} ({2}) are probably still customers. Together they are expected to buy {3} times in the next {4} months.", "{0} 位客户中约有 {1} 位（{2}）仍可能是客户，预计未来 {4} 个月共购买 {3} 次。");
    public static readonly LocalizedText Value = new("Those purchases are worth {0} today, and the most valuable 10% of customers hold {1} of it.", "这些购买的现值约为 {0}，其中价值最高的 10% 客户占 {1}。");
    public static readonly LocalizedText Lost = new("{0} customers who bought {1} times or more have probably left (less than 50% likely to be customers still). They gave {2} so far, {3} of revenue: the first to win back.", "{0} 位购买过 {1} 次及以上的客户很可能已经流失（仍为客户的概率低于 50%）。他们此前贡献了 {2}，占总收入的 {3}，是最值得挽回的一批。");
    public static readonly LocalizedText OneTime = new("{0} of customers bought only once. A second purchase makes the difference: those who came back gave {1} of revenue.", "{0} 的客户只买过一次。第二次购买是分水岭：回头客贡献了 {1} 的收入。");
    public static readonly LocalizedText Segment = new("The group “{0}” is {1} of customers and {2} of revenue.", "“{0}”群体占客户总数的 {1}，却贡献了 {2} 的收入。");
    public static readonly LocalizedText Influence = new("Customers bring others: that is worth {0} more, {1} of which has already come by referrals.", "客户还会带来其他客户：影响价值合计 {0}，其中 {1} 已由推荐实现。");
    public static readonly LocalizedText ThreeValues = new("By established, potential and influence value, “{0}” stand out: {1} of customers hold {2} of all value.", "按既成、潜在、影响三类价值，“{0}”最为突出：{1} 的客户占总价值的 {2}。");
    public static readonly LocalizedText NoFit = new("The purchase model has no finite optimum on these data: read the notes below before any forecast.", "购买模型在这些数据上没有有限的最优解：使用任何预测之前，请先阅读下方的须知。");
    public static readonly LocalizedText FitGood = new("The forecast follows the past: {0} repeat purchases expected up to now, {1} made, and at no time more than {2} of them apart.", "模型与历史吻合：至今预期复购 {0} 次，实际 {1} 次；任何时点二者之差不超过总数的 {2}。");
    public static readonly LocalizedText FitPoor = new("Treat the forecast with care: up to {0} it expected {1} repeat purchases, and {2} were made.", "请谨慎看待预测：截至 {0}，模型预期复购 {1} 次，实际 {2} 次。");
}
