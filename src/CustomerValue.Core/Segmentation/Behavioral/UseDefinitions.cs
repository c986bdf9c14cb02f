using CustomerValue.Customers.Habits;
using CustomerValue.Labels;
using static CustomerValue.Segmentation.Behavioral.BehavioralBound;
using static CustomerValue.Segmentation.Behavioral.BehavioralDefault;
using static CustomerValue.Segmentation.Behavioral.BehavioralSegments;
using static CustomerValue.Segmentation.Behavioral.BehavioralTest;
using static CustomerValue.Segmentation.Behavioral.BehavioralUnit;

namespace CustomerValue.Segmentation.Behavioral;

/// <summary>How customers use the shop: by what habits tell.</summary>
internal static class UseDefinitions
{
    private static readonly BehavioralField
        Orders = new("orders", Number, new("orders", "订单数"), HabitColumns.Orders),
        BasketValue = new("basket", Number, new("amount per order", "客单价"), HabitColumns.BasketValue, "basket_value"),
        DiscountShare = new("discount", Share, new("discount share", "折扣占比"), HabitColumns.DiscountShare, "discount_share"),
        ReturnRate = new("returns", Share, new("return rate", "退货率"), HabitColumns.ReturnRate, "return_rate"),
        MainChannelShare = new("mainChannel", Share, new("share of the main channel", "主要渠道占比"), HabitColumns.MainChannelShare),
        Online = new("online", Share, new("share of online channels", "线上渠道占比")) { IsOnlineShare = true },
        Categories = new("categories", Number, new("categories", "品类数"), HabitColumns.Categories),
        MainCategoryShare = new("mainCategory", Share, new("share of the main category", "主要品类占比"), HabitColumns.MainCategoryShare),
        Weekend = new("weekend", Share, new("orders on weekends", "周末订单占比"), HabitColumns.WeekendShare),
        Night = new("night", Share, new("orders at night (0–6)", "夜间订单占比（0–6时）"), HabitColumns.NightShare),
        Morning = new("morning", Share, new("orders in the morning (6–11)", "上午订单占比（6–11时）"), HabitColumns.MorningShare),
        Midday = new("midday", Share, new("orders at midday (11–14)", "午间订单占比（11–14时）"), HabitColumns.MiddayShare),
        Afternoon = new("afternoon", Share, new("orders in the afternoon (14–18)", "下午订单占比（14–18时）"), HabitColumns.AfternoonShare),
        Evening = new("evening", Share, new("orders in the evening (18–24)", "晚间订单占比（18–24时）"), HabitColumns.EveningShare);

    private static readonly BehavioralDefault
        ManyReturns = Upper("manyReturns", "returns", At(0.3)),
        HighDiscount = Upper("highDiscount", "discount", AtQuantile(0.8)),
        ManyCategories = Upper("manyCategories", "categories", AtQuantile(0.8));

    public static BehavioralDefinition Use { get; } = new(
        [Orders.Needed(), ReturnRate, DiscountShare, BasketValue, Categories, MainChannelShare, Online, Evening, Weekend],
        [
            ManyReturns,
            HighDiscount,
            Upper("largeBasket", "basket", AtQuantile(0.8)),
            ManyCategories,
            Upper("mainlyOnline", "online", At(0.5)),
            Upper("mainlyEvening", "evening", At(0.5)),
            Upper("mainlyWeekend", "weekend", At(0.6)),
        ],
        [
            new(FrequentReturners, Above("returns", "manyReturns")),
            new(BargainHunters, Above("discount", "highDiscount")),
            new(LargeBaskets, Above("basket", "largeBasket")),
            new(Explorers, Above("categories", "manyCategories")),
            new(OnlineShoppers, Above("online", "mainlyOnline")),
            new(EveningShoppers, Above("evening", "mainlyEvening")),
            new(WeekendShoppers, Above("weekend", "mainlyWeekend")),
            new(OrdinaryUse),
        ]);

    public static BehavioralDefinition Basket { get; } = new(
        [BasketValue.Needed()],
        [Upper("largeBasket", "basket", AtQuantile(2.0 / 3)), Lower("smallBasket", "basket", AtQuantile(1.0 / 3), below: "largeBasket")],
        [new(LargeBaskets, Above("basket", "largeBasket")), new(SmallBaskets, Below("basket", "smallBasket")), new(MediumBaskets)]);

    public static BehavioralDefinition Channel { get; } = new(
        [MainChannelShare.Needed(), Online],
        [Lower("oneChannel", "mainChannel", At(0.8)), Upper("mainlyOnline", "online", At(0.5))],
        [new(SeveralChannels, Below("mainChannel", "oneChannel")), new(OnlineShoppers, Above("online", "mainlyOnline")), new(StoreShoppers)]);

    public static BehavioralDefinition Discount { get; } = new(
        [DiscountShare.Needed()],
        [HighDiscount, Upper("fullPrice", "discount", At(0.01))],
        [new(BargainHunters, Above("discount", "highDiscount")), new(FullPrice, AtMost("discount", "fullPrice")), new(MixedPrice)]);

    public static BehavioralDefinition DayPart { get; } = new(
        [Night.Needed(), Morning.Needed(), Midday.Needed(), Afternoon.Needed(), Evening.Needed()],
        [Upper("mainlyNight", "night", At(0.5)), Upper("mainlyMorning", "morning", At(0.5)), Upper("mainlyMidday", "midday", At(0.5)), Upper("mainlyAfternoon", "afternoon", At(0.5)), Upper("mainlyEvening", "evening", At(0.5))],
        [
            new(NightShoppers, Above("night", "mainlyNight")),
            new(MorningShoppers, Above("morning", "mainlyMorning")),
            new(MiddayShoppers, Above("midday", "mainlyMidday")),
            new(AfternoonShoppers, Above("afternoon", "mainlyAfternoon")),
            new(EveningShoppers, Above("evening", "mainlyEvening")),
            new(AnyTime),
        ]);

    public static BehavioralDefinition Returns { get; } = new(
        [ReturnRate.Needed()],
        [ManyReturns, Upper("someReturns", "returns", At(0))],
        [new(FrequentReturners, Above("returns", "manyReturns")), new(SomeReturns, Above("returns", "someReturns")), new(NoReturns)]);

    public static BehavioralDefinition ProductMix { get; } = new(
        [Categories.Needed(), MainCategoryShare],
        [ManyCategories, Upper("oneCategory", "mainCategory", At(0.8))],
        [new(Explorers, Above("categories", "manyCategories")), new(Specialists, Above("mainCategory", "oneCategory")), new(MixedCategories)]);
}
