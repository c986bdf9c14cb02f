using CustomerValue.Labels;

namespace CustomerValue.Contribution;

/// <summary>Puts the evidence of a contribution's level into words.</summary>
internal static class ContributionReason
{
    public static LocalizedText Of(ContributionTable table, int row)
    {
        string value = Wording.Amount(table.Value[row], table.Currency.Beside), total = Wording.Amount(table.Total, table.Currency.Beside);
        string part = table.Total > 0 ? Wording.Percent(table.Share[row]) : "";
        string rank = Wording.Number(table.Rank[row]), count = Wording.Number(table.Count);
        (string level, string levelChinese) = table.Level[row] switch
        {
            ContributionLevel.High => ("high", "高贡献"),
            ContributionLevel.Middle => ("middle", "中贡献"),
            _ => ("low", "低贡献"),
        };
        return new LocalizedText(
            $"Gave {(table.IsNet ? "a net contribution of " : table.IsProfit ? "a profit of " : "")}{value} of {total} in all{(part == "" ? "" : $" ({part})")}, rank {rank} of {count}: {level}.",
            $"{(table.IsNet ? "净贡献" : table.IsProfit ? "贡献利润" : "贡献收入")}{value}，全部客户合计{total}{(part == "" ? "" : $"（占{part}）")}，在{count}名客户中排第{rank}：{levelChinese}。");
    }
}
