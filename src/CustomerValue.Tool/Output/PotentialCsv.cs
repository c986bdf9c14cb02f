using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Labels;
using CustomerValue.PotentialValue;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Tool.Commands;

namespace CustomerValue.Tool.Output;

/// <summary>POTENTIAL.csv: a row a customer. What is not known is an empty field.</summary>
internal static class PotentialCsv
{
    private static readonly string[] Names =
    [
        "customer", "residual", "residual_low", "residual_high", "active_years", "upside", "upside_low", "upside_high",
        "potential", "potential_low", "potential_high", "reason", "upside_reason",
    ];

    public static void Write(CsvWriter csv, PotentialAnswer answer, DisplayLanguage language, CancellationToken cancellation)
    {
        int top = answer.Sold is null ? 0 : answer.Top;
        csv.Header([.. Names, .. Enumerable.Range(1, top).SelectMany(rank => new[] { $"product_{rank}", $"chance_{rank}", $"reason_{rank}" })]);
        for (int row = 0; row < answer.Potential.Value.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            CustomerId customer = answer.Appraisal.Customers.Customer(row);
            csv.Text(customer.Value);
            Sum(csv, answer, row);
            UpsideColumn? upside = answer.Potential.UpsideSource;
            csv.Text(answer.Potential.Of(row).Reason.In(language));
            csv.Text(upside?.RowOf(customer) is >= 0 and int place ? upside.Explain(place).In(language) : null);
            IReadOnlyList<ProductRecommendation> products = answer.Sold?.Recommendations.For(customer) ?? [];
            bool counted = upside?.RowOf(customer) >= 0;
            for (int rank = 0; rank < top; rank++)
            {
                ProductRecommendation? product = rank < products.Count ? products[rank] : null;
                csv.Text(product?.Product);
                csv.Number(product is null || !counted ? null : answer.Sold!.Chances.PerYear[rank]);
                csv.Text(product?.Reason.In(language));
            }

            csv.EndRow();
        }
    }

    private static void Sum(CsvWriter csv, PotentialAnswer answer, int row)
    {
        csv.Number(answer.Potential.Residual[row]);
        csv.Number(answer.Appraisal.LifetimeValueLow[row]);
        csv.Number(answer.Appraisal.LifetimeValueHigh[row]);
        double years = answer.Potential.ActiveYears[row];
        csv.Number(years);
        UpsideColumn? upside = answer.Potential.UpsideSource;
        int place = upside?.RowOf(answer.Appraisal.Customers.Customer(row)) ?? -1;
        csv.Number(place < 0 ? null : upside!.PerYear[place] * years);
        csv.Number(place < 0 ? null : upside!.PerYearLow[place] * years);
        csv.Number(place < 0 ? null : upside!.PerYearHigh[place] * years);
        csv.Number(answer.Potential.Value[row]);
        csv.Number(answer.Potential.Low[row]);
        csv.Number(answer.Potential.High[row]);
    }
}
