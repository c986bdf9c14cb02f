using System.Globalization;
using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>What people are told when an event is refused.</summary>
internal static class Rejections
{
    public static Rejection Of(LedgerError error, string english, string chinese) => new(error, new LocalizedText(english, chinese));

    public static Rejection Insufficient(long wanted, long there, int scale) => Of(
        LedgerError.InsufficientPoints,
        $"{Points(wanted, scale)} points are asked for and {Points(there, scale)} are available; ask for less, or wait until pending points can be spent.",
        $"需要 {Points(wanted, scale)} 积分，可用 {Points(there, scale)} 积分；请减少数量，或等待待生效积分可用。");

    public static Rejection Unknown(LedgerError error, string what, string what2, string? id) => Of(
        error,
        $"There is no {what} '{id}' of this member; check the name, or send what made it first.",
        $"该会员没有{what2}“{id}”；请核对名称，或先提交产生它的事件。");

    public static Rejection Invalid(string field, string value, string allowed, string allowed2) => Of(
        LedgerError.InvalidValue, $"{field}: '{value}' must be {allowed}.", $"{field}：“{value}”须为{allowed2}。");

    public static string Points(long units, int scale)
    {
        decimal points = units;
        for (int at = 0; at < scale; at++)
            points /= 10;
        return points.ToString(CultureInfo.InvariantCulture);
    }
}
