using CustomerValue.Customers;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>Which products a report recommends, and what they could bring.</summary>
internal static class ReportRecommendations
{
    /// <summary>Products a customer is offered and counted for.</summary>
    private const int Top = 3;

    /// <summary>Null where fewer than two products are known, or too little was bought to compare models; then the sentence says so.</summary>
    public static CrossSold? Of(ReportInput input, LocalDate last, List<string> sentences, CancellationToken cancellation)
    {
        if (input.Read is { LinesDropped: true })
            sentences.Add($"No recommendations: there are more lines with products than {ReportInput.MostLines}; customer-value potential takes more.");
        Purchase[] known = [.. input.ProductLines.Where(line => line.Product is not null && line.Date <= last)];
        if (known.Select(line => line.Product).Distinct(StringComparer.Ordinal).Take(2).Count() < 2)
            return null;
        try
        {
            return CrossSold.Of(known, last, null, RecommenderCandidate.Defaults, new TopProductsOptions { Count = Top }, null, cancellation);
        }
        catch (DataRejectedException refusal)
        {
            sentences.Add($"No recommendations: {refusal.Problems[0]}");
            return null;
        }
    }
}
