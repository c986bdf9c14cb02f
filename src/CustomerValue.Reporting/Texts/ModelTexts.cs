using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>What the models assume, and how their fits went.</summary>
internal static class ModelTexts
{
    public static readonly LocalizedText Purchases = new("Purchases: {0}", "购买模型：{0}");

    public static readonly LocalizedText Spend = new("Spend: {0}", "消费金额模型：{0}");

    public static readonly LocalizedText Converged = new("The fit converged after {0} iterations.", "拟合已收敛，共迭代 {0} 次。");

    public static readonly LocalizedText NotConverged = new("The fit found no finite optimum, so the best point found stands for it. {0}", "拟合没有有限的最优解，以所得最佳点代替。{0}");

    public static readonly LocalizedText Parameter = new("Parameter", "参数");

    public static readonly LocalizedText Estimate = new("Estimate", "估计值");

    public static readonly LocalizedText StandardError = new("Standard error", "标准误");

    public static readonly LocalizedText LogLikelihood = new("Log-likelihood", "对数似然");

    public static readonly LocalizedText Bic = new("BIC (smaller is better)", "BIC（越小越好）");

    public static readonly LocalizedText Customers = new("Customers counted", "计入客户数");

    public static readonly LocalizedText Distinct = new("Distinct histories", "不同的购买历史");

    public static readonly LocalizedText Iterations = new("Iterations (evaluations)", "迭代次数（函数求值）");

    public static readonly LocalizedText Gradient = new("Largest slope left", "剩余最大梯度");

    public static readonly LocalizedText Unit = new("Time is counted in {0}.", "时间单位：{0}。");

    public static readonly LocalizedText Nbd = new(
        "NBD assumes that every customer buys at a steady personal rate, and that nobody ever leaves. Rates differ between customers (r, alpha). Where customers do leave, its forecasts are too high.",
        "NBD 假设：每位客户以各自稳定的速率购买，且永不离开。购买速率（r、alpha）因人而异。若客户实际会流失，其预测将偏高。");

    public static readonly LocalizedText ParetoNbd = new(
        "Pareto/NBD assumes that a customer who is there buys at a steady personal rate, and may leave for good at any moment, at a personal rate too. Purchase rates differ between customers (r, alpha), and so do the rates of leaving (s, beta); the one says nothing of the other. Silence tells: the longer a frequent buyer is quiet, the likelier the customer has left.",
        "Pareto/NBD 假设：客户在活跃期间以各自稳定的速率购买，并可能在任何时刻以各自的速率永久离开。购买速率（r、alpha）与离开速率（s、beta）因人而异，且互不相关。沉默即信息：频繁购买的客户沉默得越久，越可能已经流失。");

    public static readonly LocalizedText ParetoNbdCorrelated = new(
        "Pareto/NBD with correlation assumes what Pareto/NBD does, a steady personal rate of purchases (r, alpha) and of leaving (s, beta), but lets the two hang together (m): above 0, who buys often tends to leave early, below 0, late. Zero is Pareto/NBD.",
        "相关 Pareto/NBD 的假设与 Pareto/NBD 相同：客户各有稳定的购买速率（r、alpha）与离开速率（s、beta），但允许两者相关（m）：m 大于 0 表示购买频繁的客户往往较早离开，小于 0 则较晚；m 为 0 即 Pareto/NBD。");

    public static readonly LocalizedText BgNbd = new(
        "BG/NBD assumes that a customer who is there buys at a steady personal rate, and may leave for good right after any repeat purchase, with a personal probability. Rates differ between customers (r, alpha), and so do the probabilities of leaving (a, b). Nobody leaves before a repeat purchase: a one-time buyer always counts as still there, which is usually too kind.",
        "BG/NBD 假设：客户在活跃期间以各自稳定的速率购买，每次复购之后都可能以各自的概率永久离开。购买速率（r、alpha）与离开概率（a、b）因人而异。客户在首次复购之前不会离开，因此只买过一次的客户始终被视为仍活跃，这通常过于乐观。");

    public static readonly LocalizedText MbgNbd = new(
        "MBG/NBD assumes that a customer who is there buys at a steady personal rate, and may leave for good right after any purchase, the first one included, with a personal probability. Rates differ between customers (r, alpha), and so do the probabilities of leaving (a, b). Because even the first purchase may be the last, a one-time buyer may have left already.",
        "MBG/NBD 假设：客户在活跃期间以各自稳定的速率购买，每次购买（包括首次）之后都可能以各自的概率永久离开。购买速率（r、alpha）与离开概率（a、b）因人而异。由于首次购买也可能是最后一次，只买过一次的客户可能已经流失。");

    public static readonly LocalizedText GgomNbd = new(
        "GGom/NBD assumes that a customer who is there buys at a steady personal rate (r, alpha), and leaves for good after a lifetime whose risk may grow with age (b), more for some customers than for others (s, beta).",
        "GGom/NBD 假设：客户在活跃期间以各自稳定的速率购买（r、alpha），其离开的风险可以随时间上升（b），且因人而异（s、beta）。");

    public static readonly LocalizedText BgBb = new(
        "BG/BB assumes that chances to buy come at fixed times, one after the other, and that a customer buys at most once at each. A customer who is there takes a chance with a personal probability, and may leave for good before any of them, again with a personal probability. Both probabilities differ between customers (alpha, beta; gamma, delta).",
        "BG/BB 假设：购买机会按固定时间依次出现，每次机会客户最多购买一次。活跃客户以各自的概率抓住机会，并可能在任何一次机会之前以各自的概率永久离开。这两种概率都因人而异（alpha、beta；gamma、delta）。");

    public static readonly LocalizedText GammaGamma = new(
        "Gamma-Gamma assumes that each customer has a personal average spend around which single purchases scatter, that these averages differ between customers, and that spend has nothing to do with how often someone buys. The fewer purchases are known of a customer, the more the estimate leans on the average of all.",
        "Gamma-Gamma 假设：每位客户都有各自的平均消费水平，单次消费围绕其波动；不同客户的平均水平不同，且与购买频率无关。已知的购买次数越少，估计值越接近全体客户的平均水平。");

    public static readonly LocalizedText Ahead = new(
        "Models leave out what they don't know: seasons, campaigns, prices and news. The forecast says what happens if everything goes on as before.",
        "模型不考虑其未知的因素，如季节、促销、价格和突发事件；预测描述的是一切照旧时的结果。");
}
