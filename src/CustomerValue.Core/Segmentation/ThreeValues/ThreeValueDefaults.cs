using CustomerValue.Labels;

namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>
/// The usual eight segments and four tiers. The kin are those of Kumar, Petersen &amp; Leone (2007): champions, affluents, advocates, misers; and of
/// Reinartz &amp; Kumar (2002): true friends, butterflies, strangers.
/// </summary>
internal static class ThreeValueDefaults
{
    public static readonly ThreeValueDecision[] Segments =
    [
        Of("hhh", "Key value", "重要价值客户", "Champion, true friend", "冠军型、挚友型", "Protect; a named owner and early access; no over-contact.", "重点保护：指定专属负责人，优先体验新品；避免过度打扰。"),
        Of("hhl", "Key to develop", "重要发展客户", "Affluent", "富裕型", "Referral incentive, community, cross-sell.", "提供推荐奖励，邀请加入社群，开展交叉销售。"),
        Of("hlh", "Key to keep", "重要保持客户", "Champion, saturated", "饱和的冠军型", "Keep at low cost and use as reference; no discounts.", "低成本维系，作为标杆客户；不打折。"),
        Of("hll", "Key to retain", "重要挽留客户", "Affluent, butterfly", "富裕型、蝴蝶型", "Retain only where lift × value exceeds the cost.", "仅当挽留增益 × 价值大于成本时才挽留。"),
        Of("lhh", "General value", "一般价值客户", "Rising advocate", "成长中的倡导型", "Cross-sell and a referral programme.", "开展交叉销售与推荐计划。"),
        Of("lhl", "General to develop", "一般发展客户", "Low share of wallet", "钱包份额低", "Cross-sell; test offers.", "开展交叉销售，测试不同优惠。"),
        Of("llh", "General to keep", "一般保持客户", "Advocate", "倡导型", "Reward referrals, not purchases.", "奖励推荐，而非购买。"),
        Of("lll", "General to retain", "一般挽留客户", "Miser, stranger", "吝啬型、陌生型", "Self-service; exit if the value is negative.", "以自助服务为主；价值为负则退出。"),
    ];

    public static readonly CustomerTier[] Tiers =
    [
        new() { Segment = Tier("high", "High", "高", "The established value is high.", "既成价值高。"), EstablishedAtLeast = EstablishedLevel.High },
        new() { Segment = Tier("potential", "Potential", "潜力", "The potential value is high, the established value not yet.", "潜在价值高，既成价值尚未达到高。"), PotentialHigh = true },
        new() { Segment = Tier("middle", "Middle", "中", "The established value is middle, the potential value not high.", "既成价值中等，潜在价值不高。"), EstablishedAtLeast = EstablishedLevel.Middle },
        new() { Segment = Tier("low", "Low", "低", "Neither value is more than low.", "两种价值均低。") },
    ];

    private static ThreeValueDecision Of(string key, string label, string chineseLabel, string kin, string chineseKin, string decision, string chineseDecision) => new()
    {
        Key = key,
        Label = new LocalizedText(label, chineseLabel),
        Kin = new LocalizedText(kin, chineseKin),
        Decision = new LocalizedText(decision, chineseDecision),
    };

    private static Segment Tier(string key, string label, string chinese, string description, string chineseDescription) => new()
    {
        Key = key,
        Label = new LocalizedText(label, chinese),
        Description = new LocalizedText(description, chineseDescription),
    };
}
