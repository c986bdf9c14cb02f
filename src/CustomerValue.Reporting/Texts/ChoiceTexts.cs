using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>Why the model of purchases was taken.</summary>
internal static class ChoiceTexts
{
    public static readonly LocalizedText Title = new("Which model, and why", "选用的模型及原因");
    public static readonly LocalizedText Model = new("Model", "模型");
    public static readonly LocalizedText LogScore = new("Log score a customer", "人均对数得分");
    public static readonly LocalizedText Error = new("Mean absolute error", "平均绝对误差");
    public static readonly LocalizedText Forecast = new("Purchases forecast", "预测购买次数");
    public static readonly LocalizedText Actual = new("Purchases made", "实际购买次数");
    public static readonly LocalizedText Naive = new("goes on as before (x/T)", "按原频率延续（x/T）");
    public static readonly LocalizedText How = new("Each model was fitted on the purchases up to {0} and forecast what the same {1} customers bought after it. The log score says how probable a model held what then happened: the nearer to 0, the better. The model taken was then fitted on all purchases.", "各模型仅用截至 {0}的购买记录拟合，再预测同样 {1} 位客户此后的购买。对数得分衡量模型认为实际结果有多可能，越接近 0 越好。选定的模型再用全部购买记录重新拟合。");
}
