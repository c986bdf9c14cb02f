using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Behavioral;

/// <summary>The segments that the definitions speak of.</summary>
internal static class BehavioralSegments
{
    public static readonly Segment
        New = Make("new", "New", "新客户", "Bought for the first time lately.", "近期首次购买。"),
        Trial = Make("trial", "Trial", "试用客户", "Tried the shop, not for the first time lately, and have not come back yet.", "曾尝试购买，尚未复购。"),
        HighQuality = Make("high-quality", "High-quality", "高质客户", "Active, with more spend per purchase than most.", "活跃，且单次消费高于多数客户。"),
        HighFrequency = Make("high-frequency", "High-frequency", "高频客户", "Active, with more purchases than most.", "活跃，且购买次数多于多数客户。"),
        Dormant = Make("dormant", "Dormant", "休眠客户", "Have not bought for long.", "较长时间没有购买。"),
        Regular = Make("regular", "Regular", "常规客户", "Active, neither new nor outstanding.", "活跃，不属于新客户，也无突出特征。"),
        HighValue = Make("high-value", "High value", "高价值", "Gave much, and more is expected.", "贡献高，且预期仍将带来价值。"),
        Potential = Make("potential", "Potential", "潜力客户", "More is expected than they have given.", "预期价值高于已有贡献。"),
        MiddleValue = Make("middle-value", "Middle value", "中价值", "Neither high nor low by contribution and expectation.", "贡献与预期居中。"),
        LowValue = Make("low-value", "Low value", "低价值", "Gave little, and little is expected.", "贡献低，预期也低。"),
        Advocate = Make("advocate", "Advocate", "拥护客户", "Recommend the shop to others.", "向他人推荐。"),
        Sticky = Make("sticky", "Sticky", "粘性客户", "Loyal, and back at shorter intervals than most.", "忠诚，且回访间隔短于多数客户。"),
        Loyal = Make("loyal", "Loyal", "忠诚客户", "Bought several times and keep to their rhythm.", "多次购买，并保持自身的购买节奏。"),
        PotentiallyLoyal = Make("potentially-loyal", "Potentially loyal", "潜在忠诚客户", "Few purchases so far, and still in their rhythm.", "购买次数尚少，但仍在购买节奏之内。"),
        Wavering = Make("wavering", "Wavering", "摇摆客户", "Later than their rhythm, but not lost yet.", "已晚于自身节奏，但尚未流失。"),
        LostCustomer = Make("lost", "Lost", "流失客户", "Silent for so long that they hardly come back by themselves.", "沉默已久，很可能不再回来。"),
        FrequentReturners = Make("frequent-returners", "Frequent returners", "高退货客户", "Much of what they buy comes back.", "退货比例高。"),
        SomeReturns = Make("some-returns", "Some returns", "偶尔退货客户", "Some of what they buy comes back.", "偶有退货。"),
        NoReturns = Make("no-returns", "No returns", "无退货客户", "Keep what they buy.", "没有退货。"),
        BargainHunters = Make("bargain-hunters", "Bargain hunters", "折扣敏感客户", "Buy at a larger discount than most.", "折扣占比高于多数客户。"),
        FullPrice = Make("full-price", "Full price", "正价客户", "Buy at full price.", "基本按正价购买。"),
        MixedPrice = Make("mixed-price", "Mixed prices", "混合价格客户", "Buy with and without discounts.", "正价与折扣购买兼有。"),
        LargeBaskets = Make("large-baskets", "Large baskets", "大额购物篮客户", "Larger orders than most.", "客单价高于多数客户。"),
        MediumBaskets = Make("medium-baskets", "Medium baskets", "中额购物篮客户", "Orders of a middling size.", "客单价居中。"),
        SmallBaskets = Make("small-baskets", "Small baskets", "小额购物篮客户", "Smaller orders than most.", "客单价低于多数客户。"),
        Explorers = Make("explorers", "Explorers", "多品类客户", "Buy from more categories than most.", "购买的品类多于多数客户。"),
        Specialists = Make("specialists", "Specialists", "单品类客户", "Buy nearly all from one category.", "几乎只购买一个品类。"),
        MixedCategories = Make("mixed-categories", "Mixed categories", "一般品类客户", "Neither many categories nor one alone.", "品类既不特别多，也不单一。"),
        OnlineShoppers = Make("online", "Online shoppers", "线上客户", "Buy mainly online.", "主要在线上购买。"),
        StoreShoppers = Make("store", "Store shoppers", "线下客户", "Buy mainly through one channel that is not online.", "主要通过一个线下渠道购买。"),
        SeveralChannels = Make("several-channels", "Several channels", "多渠道客户", "No channel has nearly all.", "没有单一渠道占绝大部分。"),
        NightShoppers = Make("night", "Night shoppers", "夜间客户", "Order mainly from 0:00 to 6:00.", "主要在0至6时下单。"),
        MorningShoppers = Make("morning", "Morning shoppers", "上午客户", "Order mainly from 6:00 to 11:00.", "主要在6至11时下单。"),
        MiddayShoppers = Make("midday", "Midday shoppers", "午间客户", "Order mainly from 11:00 to 14:00.", "主要在11至14时下单。"),
        AfternoonShoppers = Make("afternoon", "Afternoon shoppers", "下午客户", "Order mainly from 14:00 to 18:00.", "主要在14至18时下单。"),
        EveningShoppers = Make("evening", "Evening shoppers", "晚间客户", "Order mainly from 18:00 on.", "主要在18时之后下单。"),
        WeekendShoppers = Make("weekend", "Weekend shoppers", "周末客户", "Order mainly on Saturdays and Sundays.", "主要在周六、周日下单。"),
        AnyTime = Make("any-time", "Any time", "全时段客户", "No part of the day has most orders.", "没有占多数的时段。"),
        OrdinaryUse = Make("ordinary", "Ordinary use", "一般使用客户", "No habit stands out.", "没有突出的购买习惯。");

    private static Segment Make(string key, string english, string chinese, string about, string aboutChinese)
        => new() { Key = key, Label = new LocalizedText(english, chinese), Description = new LocalizedText(about, aboutChinese) };
}
