using CustomerValue.Customers;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>The day to which is counted where nobody says another.</summary>
internal static class LastPurchase
{
    /// <summary>The day of the last purchase. 9999-12-31 and the like stand for "unknown" in many books; ages must not run to such a day.</summary>
    public static LocalDate Of(PurchaseSummaryBuilder purchases, string option)
    {
        LocalDate last = purchases.LastDate!.Value;
        return last <= CommonOptions.LatestDate
            ? last
            : throw new DataRejectedException(new DataProblem { Field = "last purchase", Value = last.Iso(), Message = $"is after {CommonOptions.LatestDate.Iso()}; correct the rows of that date, or say by {option} where the observation ends." });
    }
}
