using CustomerValue.Customers;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>Which products a report recommends: by the model that foresaw best what was bought in the last fifth of the days.</summary>
internal static class ReportRecommendations
{
    /// <summary>The part of the days that is to be foreseen.</summary>
    private const int HeldOut = 5;

    /// <summary>Null where fewer than two products are known, or too little was bought to compare models; then the sentence says so.</summary>
    public static CustomerRecommendations? Of(IReadOnlyList<Purchase> lines, LocalDate last, List<string> sentences, CancellationToken cancellation)
    {
        Purchase[] known = [.. lines.Where(line => line.Product is not null && line.Date <= last)];
        if (known.Select(line => line.Product).Distinct(StringComparer.Ordinal).Take(2).Count() < 2)
            return null;
        LocalDate cut = last.PlusDays(-Period.DaysBetween(known.Min(line => line.Date), last) / HeldOut);
        try
        {
            RecommenderValidation validation = TemporalValidation.Run(known, cut, cancellationToken: cancellation);
            Interactions interactions = Interactions.Of(known);
            IRecommender model = RecommenderCandidate.Defaults.First(candidate => candidate.Name == validation.Chosen).Fit(interactions, cancellation);
            return new CustomerRecommendations(model, interactions, validation);
        }
        catch (DataRejectedException refusal)
        {
            sentences.Add($"No recommendations: {refusal.Problems[0]}");
            return null;
        }
    }
}
