using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>The pages of segments: sizes, profiles, places and moves.</summary>
internal static class SegmentTexts
{
    public static readonly LocalizedText Lead = new("{0} groups with customers. The largest, {1}, has {2} of them.", "共 {0} 个有客户的客户群，其中最大的是“{1}”，占 {2}。");
    public static readonly LocalizedText Others = new("{0} smaller groups", "其余 {0} 个客户群");
    public static readonly LocalizedText OthersNote = new("Summed up here; the customer file names them.", "此处合并显示，客户明细中逐一列出。");
    public static readonly LocalizedText MostTold = new("The {0} largest groups are shown one by one.", "仅逐一显示最大的 {0} 个客户群。");
    public static readonly LocalizedText Again = new("{0}, number {1}", "{0}（第 {1} 个）");

    public static readonly LocalizedText BarsTitle = new("How many they are, and what they hold", "人数与价值");
    public static readonly LocalizedText BarsValue = new("Share of value to come", "未来价值占比");
    public static readonly LocalizedText BarsTakeaway = new("{0} stands out most: {1} of the value with {2} of the customers.", "“{0}”最为突出：以 {2} 的客户占有 {1} 的价值。");
    public static readonly LocalizedText BarsTakeawayRevenue = new("{0} stands out most: {1} of the revenue from {2} of the customers.", "“{0}”最为突出：以 {2} 的客户贡献了 {1} 的收入。");
    public static readonly LocalizedText BarsHow = new("where the second bar is longer than the first, the group is worth more than its number suggests.", "第二条比第一条长，说明该群的价值高于其人数占比。");

    public static readonly LocalizedText Words = new("What sets each group apart", "各群特征");
    public static readonly LocalizedText WordsRules = new("Short rules that describe it", "简短的描述规则");
    public static readonly LocalizedText WordsHits = new("{0} of those it holds for are in the group; it finds {1} of the group", "命中者中 {0} 属于该群，覆盖该群 {1}");
    public static readonly LocalizedText WordsNone = new("no short rule describes it", "没有简短规则可以描述");
    public static readonly LocalizedText WordsNotTold = new("For {0} more groups no short rule says it well.", "另有 {0} 个客户群没有合适的简短规则。");
    public static readonly LocalizedText WordsHow = new("A rule says about who is in a group, for people to remember; the segmentation itself decides by its own bounds.", "规则仅用于概括客户群的大致构成，便于记忆；实际归属由分群本身的界限决定。");

    public static readonly LocalizedText Heat = new("Above and below the average", "高于与低于平均");
    public static readonly LocalizedText HeatHow = new("Numbers are how many standard deviations a group's mean lies above (+) or below (−) that of all customers; the columns that tell the groups apart most come first.", "数字为该群均值高于（+）或低于（−）全体均值多少个标准差；越靠左的字段越能区分客户群。");
    public static readonly LocalizedText HeatTip = new("{0}, {1}: mean {2}, of all {3}", "{0}，{1}：均值 {2}，全体 {3}");

    public static readonly LocalizedText Quality = new("What is wrong with the data of these groups", "资料中的问题");
    public static readonly LocalizedText QualityField = new("Field", "字段");
    public static readonly LocalizedText QualityWrong = new("What is wrong", "问题");
    public static readonly LocalizedText QualityExamples = new("Values as they stand", "原始取值");
    public static readonly LocalizedText QualityExample = new("{0} ({1} times)", "{0}（{1} 次）");
    public static readonly LocalizedText QualityNone = new("Every value of the fields behind these groups is there and plausible.", "这些客户群所依据的字段均完整且合理。");

    public static readonly LocalizedText MapTitle = new("Where they are", "客户所在位置");
    public static readonly LocalizedText MapTakeaway = new("{0} of {1} customers have a place on the map; most of them are in {2}.", "{1} 位客户中有 {0} 位可在图上定位，其中“{2}”最多。");
    public static readonly LocalizedText MapHow = new("each dot is the middle of a group, its area how many customers, its colour their mean worth, from {0} (faint) to {1} (strong). Lines are longitudes and latitudes.", "每个圆点是一个客户群的中心，面积为客户数，颜色为人均水平，由浅（{0}）到深（{1}）；网格为经纬线。");
    public static readonly LocalizedText PlaceTip = new("{0}: {1} customers, {2}", "{0}：{1} 位客户，{2}");
    public static readonly LocalizedText TreeTitle = new("Places by size", "各地客户规模");
    public static readonly LocalizedText TreeTakeaway = new("{0} has most customers: {1}, {2} of those whose place is known.", "“{0}”客户最多：{1} 位，占已知所在地客户的 {2}。");
    public static readonly LocalizedText TreeHow = new("areas are numbers of customers, smaller places within larger ones; the colour is their mean worth, from {0} (faint) to {1} (strong).", "面积为客户数，小地区位于所属大地区之内；颜色为人均水平，由浅（{0}）到深（{1}）。");
    public static readonly LocalizedText TreeRest = new("Rest", "其他");

    public static readonly LocalizedText Moves = new("Who went where", "客户群迁移");
    public static readonly LocalizedText MovesLead = new("Between {0} and {1}, {2} of {3} customers seen at both dates changed groups ({4}).", "从 {0}到 {1}，两个日期均在册的 {3} 位客户中有 {2} 位换了客户群（{4}）。");
    public static readonly LocalizedText MovesFrom = new("From ↓ to →", "从 ↓ 到 →");
    public static readonly LocalizedText MovesTip = new("From {0} to {1}: {2} customers, {3} of the row", "从“{0}”到“{1}”：{2} 位客户，占本行 {3}");
    public static readonly LocalizedText MovesJoined = new("Joined", "新增");
    public static readonly LocalizedText MovesLeft = new("Left", "离开");
    public static readonly LocalizedText MovesHow = new("Each row is a group at the earlier date: where its customers are now, in percent of those seen at both dates, with their number below. On the diagonal are those who stayed.", "每行是较早日期的一个客户群：其客户现在何处，以两个日期均在册者的百分比表示，下方为人数；对角线为留在原群的客户。");
    public static readonly LocalizedText MovesLargest = new("The largest moves", "最大的迁移");
    public static readonly LocalizedText MovesFlow = new("{0} customers went from {1} to {2}, {3} of that group.", "{0} 位客户从“{1}”转入“{2}”，占原群的 {3}。");
    public static readonly LocalizedText MovesCauses = new("What moved them most: {0}.", "主要原因：{0}。");
    public static readonly LocalizedText MovesCause = new("{0} (of {1})", "{0}（{1} 位）");
    public static readonly LocalizedText MovesExample = new("One of them, {0}: {1}", "例如 {0}：{1}");
    public static readonly LocalizedText MovesDrift = new("The groups' shares moved by a stability index (PSI) of {0}: {1}.", "各群占比的稳定性指数（PSI）为 {0}：{1}。");
    public static readonly LocalizedText DriftStable = new("stable", "稳定");
    public static readonly LocalizedText DriftModerate = new("a moderate shift", "中度偏移");
    public static readonly LocalizedText DriftLarge = new("a large shift", "显著偏移");
}
