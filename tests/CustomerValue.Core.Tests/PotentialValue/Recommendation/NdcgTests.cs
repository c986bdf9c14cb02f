using CustomerValue.Customers;
using CustomerValue.PotentialValue.Recommendation;
using NodaTime;

namespace CustomerValue.Tests.PotentialValue.Recommendation;

/// <summary>What decides the choice of a recommender, reckoned by hand.</summary>
public class NdcgTests
{
    private static readonly LocalDate Cut = new(2024, 6, 1);

    /// <summary>Popularity puts P, Q and R in this order for Z, who then buys Q and R: gains 0, 1/log₂ 3 and 1/log₂ 4 of 1 and 1/log₂ 3 at best.</summary>
    [Fact]
    public void Gains_fall_with_the_logarithm_of_the_place_and_count_beside_the_best_there_could_be()
    {
        Purchase[] purchases =
        [
            Of("a", "P", -1), Of("b", "P", -1), Of("c", "P", -1), Of("a", "Q", -1), Of("b", "Q", -1), Of("a", "R", -1), Of("Z", "S", -1),
            Of("Z", "Q", 3), Of("Z", "R", 4), Of("a", "P", 5),
        ];
        RecommenderValidation result = TemporalValidation.Run(purchases, Cut, new ValidationOptions { Candidates = [.. RecommenderCandidate.Defaults.Where(candidate => candidate.Name == "popularity")], At = [1, 2, 3] });
        double second = 1 / Math.Log(3, 2);
        Assert.Equal(1, result.Customers);
        Assert.Equal([0, second / (1 + second), (second + 0.5) / (1 + second)], result.Scores[0].Ndcg.Select(value => Math.Round(value, 15)), (left, right) => Math.Abs(left - right) < 1e-12);
        Assert.Equal([0, 0.5, 1], result.Scores[0].Recall);
    }

    private static Purchase Of(string customer, string product, int day) => new() { Customer = new CustomerId(customer), Product = product, Date = Cut.PlusDays(day), Amount = 1 };
}
