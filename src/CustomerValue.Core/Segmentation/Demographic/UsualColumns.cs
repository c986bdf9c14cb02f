using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>The names under which sources keep the usual fields; the first that a base has is taken. Compared as <see cref="PlainText"/>.</summary>
internal static class UsualColumns
{
    private static readonly (string Key, DemographicKind Kind, string[] Names)[] All =
    [
        ("age", DemographicKind.Birth, ["birthdate", "dateofbirth", "birthday", "dob", "birth", "yearbirth", "birthyear", "yearofbirth", "出生日期", "生日", "出生年份", "出生年"]),
        ("age", DemographicKind.Number, ["age", "ageyears", "年龄"]),
        ("income", DemographicKind.Number, ["income", "yearlyincome", "annualincome", "householdincome", "monthlyincome", "salary", "收入", "年收入", "月收入"]),
        ("gender", DemographicKind.Category, ["gender", "sex", "性别"]),
        ("education", DemographicKind.Ordinal, ["education", "englisheducation", "educationlevel", "学历", "教育程度", "文化程度"]),
        ("occupation", DemographicKind.Category, ["occupation", "englishoccupation", "job", "profession", "jobtitle", "职业"]),
        ("marital-status", DemographicKind.Category, ["maritalstatus", "marital", "婚姻", "婚姻状况", "婚姻状态"]),
        ("children", DemographicKind.Number, ["totalchildren", "children", "numberofchildren", "kids", "numberchildrenathome", "子女数", "孩子数", "子女"]),
        ("children", DemographicKind.Number, ["kidhome+teenhome"]),
        ("household-size", DemographicKind.Number, ["householdsize", "familysize", "家庭人口", "家庭人数", "家庭规模"]),
        ("home-owner", DemographicKind.Category, ["houseownerflag", "homeowner", "houseowner", "ownshome", "有房", "是否有房"]),
    ];

    public static bool Know(DemographicField field) => All.Any(usual => usual.Key == field.Key && usual.Kind == field.Kind);

    /// <summary>The columns of a base for a field; none where it has none of the usual names.</summary>
    public static IReadOnlyList<string> Of(DemographicField field, CustomerBase customers)
    {
        IReadOnlyList<string> columns = customers.Columns;
        foreach ((_, _, string[] names) in All.Where(usual => usual.Key == field.Key && usual.Kind == field.Kind))
        {
            foreach (string name in names)
            {
                string?[] found = [.. name.Split('+').Select(part => columns.FirstOrDefault(column => PlainText.Of(column) == part))];
                if (found.All(column => column is not null))
                    return found!;
            }
        }

        return [];
    }
}
