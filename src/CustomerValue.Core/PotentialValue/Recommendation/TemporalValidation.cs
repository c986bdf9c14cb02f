using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>
/// Fits candidates to purchases before a day and asks what they say of the purchases from that day on. Only products count that the customer
/// did not have before and that somebody bought before. The highest NDCG at the largest k wins, but the first candidate that is not more than two
/// standard errors behind it, over the same customers, is taken.
/// </summary>
public static class TemporalValidation
{
    /// <summary>Compares.</summary>
    /// <param name="purchases">All purchases; read twice.</param>
    /// <param name="cut">The first day of what is to be foreseen.</param>
    /// <param name="options">Who takes part; null for all models as they are by default.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Options or purchases are invalid, no customer can be tested with this cut, or no candidate could be fitted.</exception>
    public static RecommenderValidation Run(IReadOnlyList<Purchase> purchases, LocalDate cut, ValidationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        options ??= new ValidationOptions();
        if (options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        Interactions before = Interactions.Of(purchases, cut), after = Interactions.Of(purchases.Where(purchase => purchase.Date >= cut));
        ForeseenProducts truth = new(before, after);
        if (truth.Customers == 0)
            throw new DataRejectedException(new DataProblem { Field = "cut", Value = cut.ToString("uuuu-MM-dd", null), Message = "leaves no customer who bought before it and something new after it; take a day in the middle of the data." });

        int candidates = options.Candidates.Count, last = options.At.Count - 1;
        RankingQuality?[] quality = new RankingQuality?[candidates];
        string?[] refusals = new string?[candidates];
        for (int i = 0; i < candidates; i++)
        {
            try
            {
                IRecommender model = options.Candidates[i].Fit(before, cancellationToken);
                quality[i] = truth.Test(TopProducts.ForAll(model, before, new TopProductsOptions { Count = options.At[last] }, cancellationToken), options.At);
            }
            catch (DataRejectedException refusal)
            {
                // A candidate that is too large for the budget is a finding, not the end of the comparison.
                refusals[i] = refusal.Message;
            }
        }

        int best = -1;
        for (int i = 0; i < candidates; i++)
        {
            if (quality[i] is { } each && (best < 0 || each.Ndcg[last] > quality[best]!.Ndcg[last]))
                best = i;
        }

        if (best < 0)
            throw new DataRejectedException([.. refusals.Select(refusal => new DataProblem { Field = "candidates", Message = refusal! })]);
        int chosen = Array.FindIndex(quality, each => each is not null && NotClearlyBehind(each.Behind(quality[best]!)));
        return new RecommenderValidation
        {
            Cut = cut,
            Customers = truth.Customers,
            At = [.. options.At],
            Scores = [.. options.Candidates.Select((candidate, i) => Score(candidate.Name, quality[i], quality[chosen]!, refusals[i], options.At.Count))],
            Chosen = options.Candidates[chosen].Name,
            Reason = Reason(options, truth.Customers, chosen, quality[chosen]!.Ndcg[last], best, quality[best]!.Ndcg[last]),
        };
    }

    private static bool NotClearlyBehind((double Mean, double Error) behind) => behind.Mean <= 2 * behind.Error;

    private static RecommenderScore Score(string name, RankingQuality? quality, RankingQuality chosen, string? refusal, int ks)
    {
        (double behind, double error) = quality?.Behind(chosen) ?? (0, 0);
        return new() { Name = name, Recall = quality?.Recall ?? new double[ks], Ndcg = quality?.Ndcg ?? new double[ks], Behind = behind, BehindError = error, Refusal = refusal };
    }

    private static LocalizedText Reason(ValidationOptions options, int customers, int chosen, double ndcg, int best, double bestNdcg)
    {
        string k = Wording.Number(options.At[options.At.Count - 1]), count = Wording.Count(customers, "customer"), name = options.Candidates[chosen].Name;
        return chosen == best
            ? new($"{name} foresaw best what {count} bought new: NDCG@{k} {Wording.Percent(ndcg)}.", $"{name}对{Wording.Number(customers)}名客户新购产品的预测最准：NDCG@{k}为{Wording.Percent(ndcg)}。")
            : new(
                $"{name} (NDCG@{k} {Wording.Percent(ndcg)} for {count}) is simpler than {options.Candidates[best].Name} ({Wording.Percent(bestNdcg)}), which is not clearly ahead.",
                $"{name}（{Wording.Number(customers)}名客户，NDCG@{k}为{Wording.Percent(ndcg)}）比{options.Candidates[best].Name}（{Wording.Percent(bestNdcg)}）更简单，而后者没有明显优势。");
    }
}
