using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.PotentialValue;

namespace CustomerValue.Appraisal;

/// <summary>Makes the potential value of one card.</summary>
internal static class PotentialCards
{
    /// <summary>Null where nothing is known of spend.</summary>
    public static PotentialCard? Of(CustomerAppraisal appraisal, int row)
    {
        if (appraisal.Potential is not { } table)
            return null;
        Currency currency = appraisal.Customers.Purchases.Currency;
        Money Of(double value) => new(CardMaker.Money(value), currency);
        Upside? upside = table.UpsideOf(row);
        CustomerPotential sum = table.Of(row);
        return new PotentialCard
        {
            Value = Of(table.Value[row]),
            Low = Of(table.Low[row]),
            High = Of(table.High[row]),
            Residual = Of(table.Residual[row]),
            ActiveYears = table.ActiveYears[row],
            Upside = upside is null ? null : Of(upside.Value),
            Kappa = sum.Upside is null ? null : sum.Kappa,
            Reason = Reason(sum, upside, table.ActiveYears[row], currency.Beside),
            UpsideReason = upside is null ? null : table.UpsideSource!.Explain(table.UpsideRow(row)),
        };
    }

    private static LocalizedText Reason(CustomerPotential sum, Upside? upside, double years, string currency)
    {
        string Amount(double value) => Wording.Amount(CardMaker.Money(value), currency);
        string residual = Amount(sum.Residual.Value), time = Wording.Number(years);
        LocalizedText kept = new(
            $"{residual} to come at the present run rate, in {time} expected years as a customer",
            $"按目前水平预计未来价值 {residual}（预计剩余客户年数 {time}）");
        if (upside is null)
            return new($"{kept.English}.", $"{kept.Chinese}。");
        string possible = Amount(upside.Value);
        if (sum.Upside is null)
            return new($"{kept.English}; up to {possible} from {upside.Source.English} is not counted.", $"{kept.Chinese}；{upside.Source.Chinese}最多 {possible}，未计入。");
        return new(
            $"{kept.English}, and {Wording.Percent(sum.Kappa)} of {possible} from {upside.Source.English}: {Amount(sum.Value)}.",
            $"{kept.Chinese}，加上{upside.Source.Chinese} {possible} 的 {Wording.Percent(sum.Kappa)}：共 {Amount(sum.Value)}。");
    }
}
