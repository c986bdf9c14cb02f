using CustomerValue.Contribution.Credit;

namespace CustomerValue.Json;

/// <summary>The words of credit ratings in documents.</summary>
internal static class CreditWords
{
    public static readonly IReadOnlyDictionary<string, CreditMeasure> Measures = new Dictionary<string, CreditMeasure>
    {
        ["days-sales-outstanding"] = CreditMeasure.DaysSalesOutstanding,
        ["overdue-share"] = CreditMeasure.OverdueShare,
        ["mean-days-late"] = CreditMeasure.MeanDaysLate,
        ["limit-use"] = CreditMeasure.LimitUse,
    };
}
