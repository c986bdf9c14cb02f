using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>Referrals, and the ambassadors' neighbourhoods.</summary>
internal static class InfluenceTexts
{
    public static readonly LocalizedText Lead = new("{0} customers brought {1} others, who have given {2} since. {3} of it is credited to those above them; with saved cost and rewards their influence comes to {4} ({5} if the referrals caused nothing, {6} if they caused all).", "{0} 位客户共带来 {1} 位新客户，后者此后贡献了 {2}，其中 {3} 计入推荐人；连同节省的获客成本与奖励，推荐人的影响价值合计 {4}（若推荐毫无作用为 {5}，若全部由推荐带来为 {6}）。");
    public static readonly LocalizedText LeadPlain = new("{0} customers brought {1} others, who have given {2} since. {3} of it is credited to those above them: nothing if the referrals caused nothing, {2} if they caused all.", "{0} 位客户共带来 {1} 位新客户，后者此后贡献了 {2}，其中 {3} 计入推荐人（若推荐毫无作用则为零，若全部由推荐带来则为 {2}）。");
    public static readonly LocalizedText BestTitle = new("Who won most by referrals", "推荐带来价值最多的客户");
    public static readonly LocalizedText BestTakeaway = new("The {0} shown hold {1} of all established influence.", "图中 {0} 位客户占全部既成影响价值的 {1}。");
    public static readonly LocalizedText BestTakeawayOne = new("{0} brought the most: {1}.", "“{0}”带来最多：{1}。");
    public static readonly LocalizedText BestHow = new("the bar is the established influence at the share that is counted as caused; the thin line runs from nothing caused to all caused. Where it is long, the bar rests on that assumption.", "条形为按假定因果份额计算的既成影响价值；细线从“毫无作用”延伸到“全部由推荐带来”。细线越长，结果越依赖该假定。");
    public static readonly LocalizedText BestTip = new("{0}: {1} ({2} if nothing was caused, {3} if all was)", "{0}：{1}（毫无作用为 {2}，全部归因为 {3}）");
    public static readonly LocalizedText BroughtCount = new("{0} · brought {1}", "{0} · 带来 {1} 位");

    public static readonly LocalizedText TreeTitle = new("Whom {0} brought", "{0} 带来的客户");
    public static readonly LocalizedText TreeTakeaway = new("{0} customers in {1} generations: {2} in all.", "共 {0} 位客户、{1} 代：合计 {2}。");
    public static readonly LocalizedText TreeHow = new("each customer hangs below the one who brought them. The dot grows with the margin that came afterwards; in the second colour it is a loss. The right column is the part of the margin that falls to the customer at the top.", "每位客户挂在其推荐人之下。圆点越大，加入后的毛利越高；橙色为亏损。右列为该毛利中计入顶端客户的部分。");
    public static readonly LocalizedText TreeMargin = new("Margin since", "此后毛利");
    public static readonly LocalizedText TreeCredit = new("Credited", "计入");
    public static readonly LocalizedText TreeMore = new("and {0} more", "另有 {0} 位");
    public static readonly LocalizedText TreeTip = new("{0}, generation {1}: margin {2}, of which {3} is credited", "{0}（第 {1} 代）：毛利 {2}，计入 {3}");
    public static readonly LocalizedText TreeMoreTip = new("{0} more customers below: margin {1}, of which {2} is credited", "下方另有 {0} 位客户：毛利 {1}，计入 {2}");

    public static readonly LocalizedText ReachLead = new("Beyond the referrals already made, {0} customers may still win others. The {1} of most influence here are expected to win {2}, each counted alone.", "在已有推荐之外，{0} 位客户仍可能影响他人。此处影响力最大的 {1} 位预期可带来 {2}（逐一单独计算）。");
    public static readonly LocalizedText ProofTitle = new("How good this choice is", "这一选择有多好");
    public static readonly LocalizedText ProofHow = new("the bar is what the chosen customers reach together, estimated from draws that took no part in the choice. It is at least the first mark; no other choice of as many reaches beyond the second. Reach counts the whole margin of everyone reached, the chosen too; only a part of it is caused by them.", "条形为所选客户合计可影响的价值，由未参与选择的抽样估计；至少达到第一条刻线，而同等人数的任何选择都不会超过第二条刻线。影响范围按所触达客户（含大使本人）的全部毛利计，其中仅一部分由影响带来。");
    public static readonly LocalizedText ProofLow = new("at least {0}", "至少 {0}");
    public static readonly LocalizedText ProofHigh = new("none beyond {0}", "上限 {0}");
    public static readonly LocalizedText StarsTitle = new("The ambassadors and those whom they may win", "推荐大使及其可能影响的客户");
    public static readonly LocalizedText StarsTitleBest = new("The customers of most influence and those whom they may win", "影响力最大的客户及其可能影响的客户");
    public static readonly LocalizedText StarsHow = new("in the middle the ambassador, around the neighbours whom they are likeliest to win; the thicker the line, the likelier. Dashed lines link neighbours who may win each other. Dots grow with what each is expected to win in turn. Hollow: came by a referral, and is counted there. Filled in the second colour: would cost rather than bring.", "中间为推荐大使，四周为最可能受其影响的客户；连线越粗，可能性越大；虚线表示相邻客户之间也可能相互影响。圆点越大，其自身预期影响价值越高。空心：已由推荐带来，计入既成影响；橙色：会带来损失而非收益。");
    public static readonly LocalizedText StarWorth = new("{0} ± {1} still to win", "预期影响价值 {0} ± {1}");
    public static readonly LocalizedText StarShown = new("{0} of {1} neighbours", "{1} 位相邻客户中的 {0} 位");
    public static readonly LocalizedText StarAll = new("{0} neighbours", "{0} 位相邻客户");
    public static readonly LocalizedText StarTip = new("{0}: won with a probability of {1}, is expected to win {2} in turn", "{0}：受影响的概率 {1}，自身预期影响价值 {2}");
    public static readonly LocalizedText StarsMore = new("The first {0} of {1} ambassadors are drawn.", "共 {1} 位推荐大使，此处绘出前 {0} 位。");
}
