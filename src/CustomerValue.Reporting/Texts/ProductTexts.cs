using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>Products to recommend, and how the recommender was chosen.</summary>
internal static class ProductTexts
{
    public static readonly LocalizedText Lead = new("{0} customers have {1} of {2} products on average.", "{0} 位客户平均拥有 {2} 种产品中的 {1} 种。");
    public static readonly LocalizedText MostTitle = new("The products to offer most often", "最常推荐的产品");
    public static readonly LocalizedText MostTakeaway = new("“{0}” is owned by {1} of customers and would be offered to {2}.", "“{0}”已有 {1} 的客户拥有，另可推荐给 {2}。");
    public static readonly LocalizedText MostHow = new("the first bar is the part of customers who have the product, the second the part to whom it is among the best to offer next.", "第一条为已拥有该产品的客户占比，第二条为适合推荐该产品的客户占比。");
    public static readonly LocalizedText Owned = new("Have it", "已拥有");
    public static readonly LocalizedText Offered = new("To be offered it", "可推荐");
    public static readonly LocalizedText MostTip = new("{0}: {1} have it, {2} to be offered it", "{0}：{1} 位已拥有，可推荐给 {2} 位");

    public static readonly LocalizedText Table = new("What to offer the customers with most to come", "向未来价值最高的客户推荐什么");
    public static readonly LocalizedText First = new("First", "首选");
    public static readonly LocalizedText Second = new("Second", "次选");
    public static readonly LocalizedText Third = new("Third", "第三");
    public static readonly LocalizedText TableHow = new("Products that the customer has are left out. Reasons name what the customer owns that speaks most for the product.", "不含客户已拥有的产品；理由列出最能支持该推荐的已购产品。");

    public static readonly LocalizedText Chosen = new("Which recommender foresees best", "哪种推荐方法最准");
    public static readonly LocalizedText Recommender = new("Recommender", "推荐方法");
    public static readonly LocalizedText Recall = new("Recall@{0}", "召回率@{0}");
    public static readonly LocalizedText Ndcg = new("NDCG@{0}", "NDCG@{0} 排序得分");
    public static readonly LocalizedText Behind = new("Behind the one taken", "落后于所选方法");
    public static readonly LocalizedText ChosenHow = new("Each learnt from the purchases before {0} and was asked what {1} customers would buy new from then on. Recall is the part of it among the first recommendations; NDCG counts early ones more. ± is one standard error.", "各方法仅用 {0}之前的购买学习，并预测此后 {1} 位客户新购的产品。召回率为前几项推荐命中的比例，NDCG 更看重靠前的推荐；± 为一个标准误。");
    public static readonly LocalizedText NotCompared = new("The recommender was given; nobody compared it with others.", "推荐方法为指定，未与其他方法比较。");
}
