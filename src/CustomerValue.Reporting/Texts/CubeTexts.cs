using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>The eight segments by three values, their tiers and thresholds.</summary>
internal static class CubeTexts
{
    public static readonly LocalizedText Takeaway = new("“{0}” stands out most: {1} of all value with {2} of the customers. What to do: {3}", "“{0}”最为突出：以 {2} 的客户占总价值的 {1}。对应决策：{3}");
    public static readonly LocalizedText InfluenceHigh = new("Influence high", "影响价值高");
    public static readonly LocalizedText InfluenceLow = new("Influence low", "影响价值低");
    public static readonly LocalizedText InfluenceUnknown = new("Influence not known", "影响价值未知");
    public static readonly LocalizedText PotentialHigh = new("Potential high", "潜在价值高");
    public static readonly LocalizedText PotentialLow = new("Potential low", "潜在价值低");
    public static readonly LocalizedText EstablishedLow = new("Established low", "既成价值低");
    public static readonly LocalizedText EstablishedHigh = new("Established high", "既成价值高");
    public static readonly LocalizedText Customers = new("{0} customers", "{0} 位客户");
    public static readonly LocalizedText ShareOfValue = new("Share of all value", "总价值占比");
    public static readonly LocalizedText How = new("each square is a segment: established value grows to the right, potential value upwards, and influence sets the two pictures apart. The stronger the ground, the more of all value is there; the bars are its shares of customers and of value.", "每格为一个客群：既成价值向右增高，潜在价值向上增高，影响价值高低分列两图。底色越浓，占总价值越多；两条细条为客户占比与价值占比。");
    public static readonly LocalizedText MapHigh = new("Where customers of high influence stand", "高影响客户的分布");
    public static readonly LocalizedText MapLow = new("Where customers of low influence stand", "低影响客户的分布");
    public static readonly LocalizedText MapAll = new("Where customers stand", "客户分布");
    public static readonly LocalizedText MapTakeaway = new("{0} of these {1} customers lack at most a tenth to a threshold: the first to lift.", "这 {1} 位客户中有 {0} 位距某一门槛不足一成，最值得优先提升。");
    public static readonly LocalizedText MapHow = new("numbers are customers; the broken lines are where high begins. Steps grow to the right and upwards. The upper right is high on both.", "数字为客户数，虚线为“高”的起点；区间向右、向上逐渐变宽，右上角两项均高。");
    public static readonly LocalizedText MapX = new("Established value", "既成价值");
    public static readonly LocalizedText MapY = new("Potential value", "潜在价值");
    public static readonly LocalizedText MapTip = new("Established {0}, potential {1}: {2} customers", "既成 {0}，潜在 {1}：{2} 位客户");
    public static readonly LocalizedText NoInfluence = new("Nothing is known of influence, so all customers count as low on it and four of the eight segments are empty. Referrals or a graph of who knows whom would fill them.", "影响价值未知，全部客户按低计，八个客群中有四个为空。提供推荐记录或客户关系即可补齐。");

    public static readonly LocalizedText Table = new("The eight segments, and what to do in each", "八个客群与对应决策");
    public static readonly LocalizedText MeanEstablished = new("Mean established", "人均既成价值");
    public static readonly LocalizedText MeanPotential = new("Mean potential", "人均潜在价值");
    public static readonly LocalizedText MeanInfluence = new("Mean influence", "人均影响价值");
    public static readonly LocalizedText Decision = new("What to do", "决策");
    public static readonly LocalizedText Kin = new("Elsewhere called: {0}", "相近称呼：{0}");
    public static readonly LocalizedText Thresholds = new("High is an established value from {0}, a potential value from {1}, an influence value from {2} on.", "价值“高”的起点：既成价值 {0}，潜在价值 {1}，影响价值 {2}。");
    public static readonly LocalizedText ThresholdPart = new("{0} (the upper {1})", "{0}（前 {1}）");
    public static readonly LocalizedText ThresholdNone = new("– (nobody)", "–（无人）");
    public static readonly LocalizedText Tiers = new("Tiers of customers", "客户分级");
    public static readonly LocalizedText Tier = new("Tier", "级别");
    public static readonly LocalizedText TierSum = new("Value in all", "合计价值");
}
