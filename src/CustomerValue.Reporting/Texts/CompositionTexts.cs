using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>What the value of customers is made of.</summary>
internal static class CompositionTexts
{
    public static readonly LocalizedText EstablishedNet = new("Established: net contribution so far", "既成：累计净贡献");
    public static readonly LocalizedText EstablishedProfit = new("Established: profit so far", "既成：累计利润");
    public static readonly LocalizedText EstablishedRevenue = new("Established: revenue so far", "既成：累计收入");
    public static readonly LocalizedText Residual = new("Potential: to come as it runs", "潜在：维持现状的未来价值");
    public static readonly LocalizedText Upside = new("Potential: what could be won beyond", "潜在：可争取的增量");
    public static readonly LocalizedText Referred = new("Influence: by referrals made", "影响：已有推荐");
    public static readonly LocalizedText Reach = new("Influence: still expected", "影响：预期");

    public static readonly LocalizedText AllTitle = new("All customers together", "全部客户合计");
    public static readonly LocalizedText AllTakeaway = new("{0} in all: {1} has been given, {2} is still to come from the customers themselves.", "合计 {0}：已实现 {1}，客户自身未来还可带来 {2}。");
    public static readonly LocalizedText AllTakeawayInfluence = new("{0} in all: {1} has been given, {2} is still to come from the customers themselves, and {3} through others.", "合计 {0}：已实现 {1}，客户自身未来还可带来 {2}，通过影响他人带来 {3}。");
    public static readonly LocalizedText AllHow = new("what is to come covers the next {0} months, discounted. Nothing is counted twice: a customer who came by a referral is in that, and in no one's expected influence.", "未来价值为未来 {0} 个月的折现值。各部分不重复计算：由推荐带来的客户只计入推荐，不再计入任何人的预期影响。");
    public static readonly LocalizedText NotCounted = new("Beyond it, {0} could be won if all of it were; no part is counted, as no campaign has said how much is.", "此外，若全部争取到，还有 {0} 的增量；因没有活动数据说明可争取的比例，此处未计入。");

    public static readonly LocalizedText SegmentsTitle = new("A customer of each segment, on average", "各客群的人均价值");
    public static readonly LocalizedText SegmentsTakeaway = new("A customer of “{0}” is worth {1}, {2} times as much as the average one.", "“{0}”人均 {1}，为全体人均的 {2} 倍。");
    public static readonly LocalizedText SegmentsPlain = new("A customer is worth {0} on average.", "全体客户人均 {0}。");
    public static readonly LocalizedText SegmentsHow = new("one bar for each of the segments by three values that has customers, all on one scale. Parts left of the line are losses.", "每条为三维价值分群中的一个客群，尺度一致；竖线左侧为负值。");

    public static readonly LocalizedText TopTitle = new("The customers of most value, and what it is made of", "总价值最高的客户及其构成");
    public static readonly LocalizedText TopTakeaway = new("These {0} hold {1} of all value. Most of it is still to come, or comes through others, for {2} of them.", "这 {0} 位客户占总价值的 {1}，其中 {2} 位的价值大部分尚未实现或来自对他人的影响。");
    public static readonly LocalizedText TopHow = new("bars are on one scale; the number at the right is the sum of the parts. A long dark part is a customer to thank, a long light one a customer to keep.", "尺度一致，右侧数字为各部分之和。深色部分越长，越值得感谢；浅色部分越长，越值得留住。");
    public static readonly LocalizedText Tip = new("{0} is worth {1}", "{0}的价值为 {1}");
}
