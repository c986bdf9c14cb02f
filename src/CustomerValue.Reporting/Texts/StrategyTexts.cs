using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>What the ways to segment are called.</summary>
internal static class StrategyTexts
{
    public static readonly LocalizedText Rfm = new("Recency, frequency and spend (RFM)", "RFM：近度、频度、消费额");
    public static readonly LocalizedText Demographic = new("Demographic", "人口统计");
    public static readonly LocalizedText Behavioral = new("Behavioral", "行为");
    public static readonly LocalizedText Psychographic = new("Psychographic", "心理");
    public static readonly LocalizedText Geographic = new("Geographic", "地理");
    public static readonly LocalizedText Geohash = new("Geographic, by cells", "地理：网格");
    public static readonly LocalizedText Dbscan = new("Geographic, by density", "地理：密度聚类");
    public static readonly LocalizedText Catchment = new("Geographic, by store", "地理：门店商圈");
    public static readonly LocalizedText KMeans = new("Clusters (k-means)", "聚类（k 均值）");
    public static readonly LocalizedText Mixture = new("Clusters (Gaussian mixture)", "聚类（高斯混合）");
    public static readonly LocalizedText Prototypes = new("Clusters (k-prototypes)", "聚类（k 原型）");
    public static readonly LocalizedText Medoids = new("Clusters (medoids)", "聚类（中心点）");
    public static readonly LocalizedText LatentClass = new("Latent classes", "潜在类别");
    public static readonly LocalizedText Rules = new("Rules", "规则");
    public static readonly LocalizedText Cross = new("Crossed", "交叉");
    public static readonly LocalizedText Hierarchy = new("In levels", "分层");
    public static readonly LocalizedText FirstMatch = new("First match", "首个匹配");
    public static readonly LocalizedText ThreeValues = new("Established, potential and influence value", "既成、潜在与影响价值");

    /// <summary>A strategy of your own goes by its own name.</summary>
    public static LocalizedText Of(string strategy) => strategy switch
    {
        "rfm" => Rfm,
        "demographic" => Demographic,
        "behavioral" => Behavioral,
        "psychographic" => Psychographic,
        "geographic" => Geographic,
        "geohash" => Geohash,
        "dbscan" => Dbscan,
        "catchment" => Catchment,
        "kmeans" => KMeans,
        "mixture" => Mixture,
        "kprototypes" => Prototypes,
        "medoids" => Medoids,
        "latent-class" => LatentClass,
        "rules" => Rules,
        "cross" => Cross,
        "hierarchy" => Hierarchy,
        "first-match" => FirstMatch,
        "three-values" => ThreeValues,
        _ => new LocalizedText(strategy, strategy),
    };
}
