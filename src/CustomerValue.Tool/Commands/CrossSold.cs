using CustomerValue.Customers;
using CustomerValue.PotentialValue.CrossSell;
using CustomerValue.PotentialValue.Recommendation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>What customers could be sold beyond what they have: the model that foresaw best, what its ranks are worth, and the upside of all customers.</summary>
internal sealed record CrossSold
{
    /// <summary>The part of the days that is to be foreseen where nobody says another cut.</summary>
    private const int HeldOut = 5;

    public required CustomerRecommendations Recommendations { get; init; }

    public required RankCalibration Chances { get; init; }

    public required ProductMargins Margins { get; init; }

    public required CrossSellColumn Upside { get; init; }

    /// <summary>Learns from lines up to a day, all of which name their product; at least one.</summary>
    public static CrossSold Of(IReadOnlyList<Purchase> known, LocalDate last, LocalDate? cut, IReadOnlyList<IRecommenderEstimator> candidates, TopProductsOptions top, double? marginRate, CancellationToken cancellation)
    {
        LocalDate from = cut ?? last.PlusDays(-Period.DaysBetween(known.Min(line => line.Date), last) / HeldOut);
        int[] at = [.. new[] { 1, 3, 5, top.Count }.Where(k => k <= top.Count).Distinct().Order()];
        RecommenderValidation validation = TemporalValidation.Run(known, from, new ValidationOptions { Candidates = candidates, At = at }, cancellation);
        IRecommenderEstimator chosen = candidates.First(candidate => candidate.Name == validation.Chosen);
        RankCalibration chances = RankCalibration.Of(known, from, chosen, new RankCalibrationOptions { Ranks = top.Count, Through = last }, cancellation);
        Interactions interactions = Interactions.Of(known);
        IRecommender model = chosen.Fit(interactions, cancellation);
        ProductMargins margins = ProductMargins.Of(known, marginRate);
        return new()
        {
            Recommendations = new CustomerRecommendations(model, interactions, validation, top),
            Chances = chances,
            Margins = margins,
            Upside = CrossSellColumn.Of(model, interactions, chances, margins, top, cancellation),
        };
    }
}
