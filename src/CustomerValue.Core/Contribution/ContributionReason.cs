using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Contribution;

/// <summary>Puts the evidence of a contribution's level into words.</summary>
internal static class ContributionReason
{
    public static LocalizedText Of(ContributionTable table, int row)
    {
        string value = Amount(table.Value[row], table.Currency), total = Amount(table.Total, table.Currency);
        string part = table.Total > 0 ? Percent(table.Share[row]) : "";
        string rank = Number(table.Rank[row]), count = Number(table.Count);
        (string level, string levelChinese) = table.Level[row] switch
        {
            ContributionLevel.High => ("high", "高贡献"),
            ContributionLevel.Middle => ("middle", "中贡献"),
            _ => ("low", "低贡献"),
        };
        return new LocalizedText(
            $"Gave {(table.IsProfit ? "a profit of " : "")}{value} of {total} in all{(part == "" ? "" : $" ({part} %)")}, rank {rank} of {count}: {level}.",
            $"贡献{(table.IsProfit ? "利润" : "收入")}{value}，全部客户合计{total}{(part == "" ? "" : $"（占{part}%）")}，在{count}名客户中排第{rank}：{levelChinese}。");
    }

    /// <summary>One decimal, and never 0.0 for a part that is not 0.</summary>
    private static string Percent(double share) => Math.Abs(share) is > 0 and < 0.0005
        ? share > 0 ? "<0.1" : ">-0.1"
        : (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Amount(decimal amount, Currency currency)
        => amount.ToString("#,##0.00", CultureInfo.InvariantCulture) + (currency == Currency.None ? "" : $" {currency}");

    private static string Number(int value) => value.ToString("#,##0", CultureInfo.InvariantCulture);
}
