using CustomerValue.Labels;

namespace CustomerValue.Simulation;

/// <summary>The statements of the survey.</summary>
internal static class SurveyBattery
{
    public static IReadOnlyList<SimulatedSurveyItem> Items { get; } =
    [
        new() { Key = "price1", Factor = 0, Loading = 0.80, Statement = new("I compare prices before I buy.", "购买前我会比较价格。") },
        new() { Key = "price2", Factor = 0, Loading = 0.75, Statement = new("I wait for a promotion when I can.", "只要不急，我会等到促销时再买。") },
        new() { Key = "price3", Factor = 0, Loading = 0.70, Statement = new("I know what everyday goods cost in several shops.", "我清楚日用品在不同商店的价格。") },
        new() { Key = "price4", Factor = 0, Loading = 0.65, IsReversed = true, Statement = new("I seldom look at the price.", "我很少看价格。") },
        new() { Key = "quality1", Factor = 1, Loading = 0.80, Statement = new("I gladly pay more for better quality.", "为了更好的品质，我愿意多花钱。") },
        new() { Key = "quality2", Factor = 1, Loading = 0.75, Statement = new("A brand that I know gives me confidence.", "熟悉的品牌让我放心。") },
        new() { Key = "quality3", Factor = 1, Loading = 0.70, Statement = new("I look at ingredients or materials before I buy.", "购买前我会看成分或材质。") },
        new() { Key = "quality4", Factor = 1, Loading = 0.65, IsReversed = true, Statement = new("To me most brands are equally good.", "对我来说，大多数品牌都差不多。") },
        new() { Key = "social1", Factor = 2, Loading = 0.80, Statement = new("I tell others about shops that I like.", "我会把喜欢的店推荐给别人。") },
        new() { Key = "social2", Factor = 2, Loading = 0.75, Statement = new("Friends ask me what to buy.", "朋友会问我该买什么。") },
        new() { Key = "social3", Factor = 2, Loading = 0.70, Statement = new("I like to show online what I bought.", "我喜欢在网上晒自己买的东西。") },
        new() { Key = "social4", Factor = 2, Loading = 0.65, IsReversed = true, Statement = new("What I buy I keep to myself.", "我很少跟别人谈自己买了什么。") },
    ];
}
