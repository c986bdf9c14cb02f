using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>The segments that the ready-made maps speak of: who is in them and what to do about it.</summary>
internal static class RfmSegments
{
    public static readonly Segment Champions = Make("champions", "Champions", "冠军客户",
        "Bought lately, buy often and spend most: thank them and let them recommend you.",
        "近期购买、频次高、消费多：给予专属礼遇，鼓励他们推荐亲友。");

    public static readonly Segment Loyal = Make("loyal", "Loyal", "忠诚客户",
        "Buy regularly and spend well: offer them your better goods and ask for reviews.",
        "经常购买且消费可观：推荐更优质的商品，邀请评价。");

    public static readonly Segment PotentialLoyalist = Make("potential-loyalist", "Potential Loyalist", "潜在忠诚客户",
        "Bought rather recently and come back now and then: invite them to the loyalty programme.",
        "购买时间较近，并且有过复购：邀请加入会员计划，推荐相关商品。");

    public static readonly Segment NewCustomers = Make("new", "New Customers", "新客户",
        "Bought recently but seldom so far: help them to a good start and a second purchase.",
        "最近才购买，次数还少：做好首购服务，促成第二次购买。");

    public static readonly Segment Promising = Make("promising", "Promising", "潜力客户",
        "Bought rather recently and seldom, but worth more than most newcomers: make your brand known to them.",
        "购买时间较近、次数不多，但消费潜力较好：加强品牌认知，适当给予试用优惠。");

    public static readonly Segment NeedAttention = Make("need-attention", "Need Attention", "需要关注的客户",
        "Spend well, but their habit is slipping or not yet firm: make an offer for a limited time.",
        "消费不错，但购买习惯正在松动或尚未稳定：用限时优惠重新吸引。");

    public static readonly Segment AboutToSleep = Make("about-to-sleep", "About To Sleep", "即将休眠的客户",
        "Were seen some time ago and give little: remind them before they are gone.",
        "有一段时间没有购买，贡献不高：在休眠之前及时提醒、推荐热销商品。");

    public static readonly Segment AtRisk = Make("at-risk", "At Risk", "有流失风险的客户",
        "Bought often or spent well, but long ago: write to them personally and offer a way back.",
        "曾经常购买或消费较多，但已久未光顾：以个性化的关怀和优惠召回。");

    public static readonly Segment CannotLose = Make("cannot-lose", "Cannot Lose Them", "不能失去的客户",
        "Gave much, but have not been back for long: win them back in person before a competitor does.",
        "曾贡献很大，却很久没有再来：专人联系，尽力挽回。");

    public static readonly Segment Hibernating = Make("hibernating", "Hibernating", "休眠客户",
        "Below the middle in most respects and not seen for a while: offer what fits them, at little cost.",
        "各方面多偏低，且有段时间未购买：低成本推送合适的商品，尝试唤醒。");

    public static readonly Segment Lost = Make("lost", "Lost", "流失客户",
        "Have not bought for the longest time: try once to win them back, else let them go.",
        "最久没有购买：尝试一次召回，无效则不再投入。");

    public static readonly Segment Others = Make("others", "Others", "其他客户",
        "Scores that none of the rules names: look at them singly.",
        "得分不符合任何一条规则：单独查看。");

    public static readonly Segment Prospects = Make("prospects", "Prospects", "潜在客户",
        "Known, but without a purchase yet: invite them to a first one.",
        "已有资料但尚未购买：引导完成首次购买。");

    public static readonly Segment ImportantValue = Make("important-value", "Important: value", "重要价值客户",
        "Bought recently, often and for much: give them privileges and keep them content.",
        "近期购买、频次高、金额高：重点维护，提供专属礼遇。");

    public static readonly Segment ImportantDevelop = Make("important-develop", "Important: develop", "重要发展客户",
        "Bought recently and for much, but seldom: give them reasons to come more often.",
        "近期购买、金额高，但频次低：引导提高购买频次。");

    public static readonly Segment ImportantKeep = Make("important-keep", "Important: keep", "重要保持客户",
        "Bought often and for much, but not recently: get in touch and bring them back.",
        "频次高、金额高，但近期未购买：主动联系，促其回访。");

    public static readonly Segment ImportantWinBack = Make("important-win-back", "Important: win back", "重要挽留客户",
        "Spent much, but seldom and not recently: find out why and win them back.",
        "金额高，但频次低且近期未购买：了解原因，重点挽留。");

    public static readonly Segment OrdinaryValue = Make("ordinary-value", "Ordinary: value", "一般价值客户",
        "Bought recently and often, but for little: raise the value of their basket.",
        "近期购买、频次高，但金额低：提高客单价。");

    public static readonly Segment OrdinaryDevelop = Make("ordinary-develop", "Ordinary: develop", "一般发展客户",
        "Bought recently, but seldom and for little: show them what else there is.",
        "近期购买，但频次低、金额低：介绍更多商品，培养习惯。");

    public static readonly Segment OrdinaryKeep = Make("ordinary-keep", "Ordinary: keep", "一般保持客户",
        "Bought often, but for little and not recently: keep in touch at little cost.",
        "频次高，但金额低且近期未购买：低成本保持联系。");

    public static readonly Segment OrdinaryWinBack = Make("ordinary-win-back", "Ordinary: win back", "一般挽留客户",
        "Bought seldom, for little and not recently: try once, without great cost.",
        "频次低、金额低且近期未购买：尝试低成本召回即可。");

    private static Segment Make(string key, string english, string chinese, string about, string aboutChinese)
        => new() { Key = key, Label = new LocalizedText(english, chinese), Description = new LocalizedText(about, aboutChinese) };
}
