using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>The usual fields, to be taken as they are or changed by <c>with</c>. Without a column each takes the first of its usual names that the population has.</summary>
public static class DemographicFields
{
    /// <summary>Age (<c>age</c>) by the date or the year of birth, cut at 25, 35, 45, 55 and 65; plausible from 10 to 110.</summary>
    public static DemographicField Age { get; } = new() { Key = "age", Label = new LocalizedText("age", "年龄"), Kind = DemographicKind.Birth, Least = 10, Most = 110, Bands = DemographicBands.At(25, 35, 45, 55, 65) };

    /// <summary>The same by a column that holds the age in years.</summary>
    public static DemographicField AgeInYears { get; } = Age with { Kind = DemographicKind.Number, Whole = true };

    /// <summary>Income (<c>income</c>) by quartiles; plausible from 0 up to a fence of 3.</summary>
    public static DemographicField Income { get; } = new() { Key = "income", Label = new LocalizedText("income", "收入"), Kind = DemographicKind.Number, Least = 0, Fence = 3, Bands = DemographicBands.Quantiles(4) };

    /// <summary>Gender (<c>gender</c>): female, male.</summary>
    public static DemographicField Gender { get; } = new()
    {
        Key = "gender",
        Label = new LocalizedText("gender", "性别"),
        Kind = DemographicKind.Category,
        Levels = [Level("female", "female", "女", "f", "woman", "女性", "女士"), Level("male", "male", "男", "m", "man", "男性", "先生")],
    };

    /// <summary>Education (<c>education</c>), lowest first: basic, high school, college, bachelor, master, doctorate. '2n Cycle' is a master's, as Bologna's second cycle.</summary>
    public static DemographicField Education { get; } = new()
    {
        Key = "education",
        Label = new LocalizedText("education", "学历"),
        Kind = DemographicKind.Ordinal,
        Levels =
        [
            Level("basic", "basic", "初中及以下", "partial high school", "primary", "elementary", "none", "小学", "初中"),
            Level("high-school", "high school", "高中", "secondary", "中专", "职高", "技校", "高中/中专"),
            Level("college", "some college", "大专", "partial college", "college", "associate", "专科", "高职"),
            Level("bachelor", "bachelor", "本科", "bachelors", "bachelor degree", "bachelors degree", "graduation", "undergraduate", "学士", "大学", "大学本科"),
            Level("master", "master", "硕士", "masters", "master degree", "masters degree", "graduate degree", "graduate", "2n cycle", "2nd cycle", "postgraduate", "研究生", "硕士研究生"),
            Level("doctorate", "doctorate", "博士", "phd", "doctor", "doctoral", "博士研究生"),
        ],
    };

    /// <summary>Occupation (<c>occupation</c>): the 20 most frequent of the population.</summary>
    public static DemographicField Occupation { get; } = new() { Key = "occupation", Label = new LocalizedText("occupation", "职业"), Kind = DemographicKind.Category };

    /// <summary>Marital status (<c>marital-status</c>): single, married, together, divorced, widowed. 'Alone' is single, 'separated' divorced.</summary>
    public static DemographicField MaritalStatus { get; } = new()
    {
        Key = "marital-status",
        Label = new LocalizedText("marital status", "婚姻状况"),
        Kind = DemographicKind.Category,
        Levels =
        [
            Level("single", "single", "未婚", "s", "alone", "never married", "unmarried", "单身"),
            Level("married", "married", "已婚", "m"),
            Level("together", "together", "同居", "cohabiting", "partner", "domestic partner"),
            Level("divorced", "divorced", "离异", "d", "separated", "离婚", "离婚/离异"),
            Level("widowed", "widowed", "丧偶", "w", "widow", "widower"),
        ],
    };

    /// <summary>Children (<c>children</c>): 0, 1, 2, 3 and over; plausible from 0 to 20. Columns of small and of older children are added up.</summary>
    public static DemographicField Children { get; } = new() { Key = "children", Label = new LocalizedText("children", "子女数"), Kind = DemographicKind.Number, Whole = true, Least = 0, Most = 20, Bands = DemographicBands.At(1, 2, 3) };

    /// <summary>People in the household (<c>household-size</c>): 1, 2, 3–4, 5 and over; plausible from 1 to 30.</summary>
    public static DemographicField HouseholdSize { get; } = new() { Key = "household-size", Label = new LocalizedText("household size", "家庭人口"), Kind = DemographicKind.Number, Whole = true, Least = 1, Most = 30, Bands = DemographicBands.At(2, 3, 5) };

    /// <summary>Whether the customer owns the home (<c>home-owner</c>): yes, no.</summary>
    public static DemographicField HomeOwner { get; } = new()
    {
        Key = "home-owner",
        Label = new LocalizedText("home owner", "自有住房"),
        Kind = DemographicKind.Category,
        Levels = [Level("yes", "yes", "是", "1", "y", "true", "有"), Level("no", "no", "否", "0", "n", "false", "无")],
    };

    /// <summary>All of them, in the order in which segments take them; age by birth comes before age in years.</summary>
    public static IReadOnlyList<DemographicField> All { get; } = Array.AsReadOnly<DemographicField>([Age, AgeInYears, Income, Gender, Education, Occupation, MaritalStatus, Children, HouseholdSize, HomeOwner]);

    private static DemographicLevel Level(string key, string english, string chinese, params string[] more) => new() { Key = key, Label = new LocalizedText(english, chinese), Values = Array.AsReadOnly([key, english, chinese, .. more]) };
}
