using CustomerValue.Customers;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.PotentialValue.Recommendation;

/// <summary>What is owned, what is left out, and bad input: one clear message each.</summary>
public sealed class RecommendationRefusalTests
{
    [Fact]
    public void Refunds_lower_amounts_and_end_ownership()
    {
        Interactions interactions = Interactions.Of(
        [
            Shop.Buy("a", "x", 1, 10), Shop.Buy("a", "x", 5, 10), Shop.Buy("a", "x", 9, -10), Shop.Buy("a", "y", 1, 10), Shop.Buy("a", "y", 3, -10),
            Shop.Buy("b", "z", 2, -4), Shop.Buy("b", "w", 2, 0), Shop.Buy("b", "w", 2) with { Product = null },
        ]);
        Assert.Equal(["w", "x", "y", "z"], interactions.Products);
        Assert.Equal(["a", "b"], interactions.Customers.ToArray().Select(id => id.Value));
        Assert.Equal([1], interactions.ProductsOf(0).ToArray());
        Assert.Equal([2.0], interactions.CountsOf(0).ToArray());
        Assert.Equal([10.0], interactions.AmountsOf(0).ToArray());
        Assert.Equal(Shop.Day.PlusDays(5), interactions.LastDay);
        Assert.Equal([0], interactions.ProductsOf(1).ToArray());
        Assert.Equal([1], interactions.CustomersOf(0).ToArray());
        Assert.Equal([1.0], interactions.CountsByCustomer(0).ToArray());
        Assert.Equal(1, interactions.PurchasesWithoutProduct);
        Assert.Equal(2, interactions.Count);
        Assert.Equal(1, interactions.RowOf(new CustomerId("b")));
        Assert.Equal(-1, interactions.RowOf(new CustomerId("zz")));
    }

    [Fact]
    public void Currencies_are_not_mixed_and_everyone_has_an_id()
    {
        Currency yuan = new("CNY");
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => Interactions.Of([Shop.Buy("a", "x"), Shop.Buy("a", "y") with { Currency = yuan }, Shop.Buy("a", "y") with { Customer = default }]));
        Assert.Equal(["currency", "customer"], refusal.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Nothing_bought_teaches_nothing()
    {
        Interactions empty = Interactions.Of([Shop.Buy("a", "x", 0, -1)]);
        Assert.Equal(0, empty.Count);
        Assert.Null(empty.LastDay);
        Assert.Contains("at least one product bought", Assert.Throws<DataRejectedException>(() => EaseRecommender.Fit(empty)).Message, StringComparison.Ordinal);
        Assert.Throws<DataRejectedException>(() => AlsRecommender.Fit(Interactions.Of([])));
    }

    [Fact]
    public void Ease_refuses_a_matrix_above_the_budget_and_says_what_to_take()
    {
        Interactions many = Interactions.Of(Enumerable.Range(0, 100_000).Select(product => Shop.Buy("a", $"p{product}")));
        string message = Assert.Throws<DataRejectedException>(() => EaseRecommender.Fit(many)).Message;
        Assert.Contains("'100000' need a matrix of 80,000,000,000 bytes, above the budget of 1,073,741,824; take ItemItemRecommender", message, StringComparison.Ordinal);
        Assert.Throws<DataRejectedException>(() => EaseRecommender.Fit(many, new EaseOptions { MemoryBudget = long.MaxValue }));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Interactions toy = Shop.Toy();
        Assert.Throws<DataRejectedException>(() => EaseRecommender.Fit(toy, new EaseOptions { Lambda = 0, MemoryBudget = 0 }));
        Assert.Equal(4, Assert.Throws<DataRejectedException>(() => AlsRecommender.Fit(toy, new AlsOptions { Factors = 0, Lambda = double.NaN, Alpha = -1, Iterations = 0 })).Problems.Count);
        Assert.Equal(4, Assert.Throws<DataRejectedException>(() => ItemItemRecommender.Fit(toy, new ItemItemOptions { Similarity = (ItemSimilarity)9, Neighbours = 0, K1 = -1, B = 2 })).Problems.Count);
        Assert.Equal(3, Assert.Throws<DataRejectedException>(() => AssociationRecommender.Fit(toy, new AssociationOptions { MinSupport = 2, MinConfidence = -1, MinLift = double.NaN })).Problems.Count);
        Assert.Equal(2, Assert.Throws<DataRejectedException>(() => PopularityRecommender.Fit(toy, new PopularityOptions { HalfLifeDays = 0, AsOf = Shop.Day.PlusDays(-1) })).Problems.Count);
        Assert.Equal(2, Assert.Throws<DataRejectedException>(() => TopProducts.ForAll(EaseRecommender.Fit(toy), toy, new TopProductsOptions { Count = 0, Reasons = 0 })).Problems.Count);
        Assert.Equal(2, Assert.Throws<DataRejectedException>(() => TemporalValidation.Run([], Shop.Day, new ValidationOptions { Candidates = [], At = [3, 1] })).Problems.Count);
        Assert.Contains("take a day in the middle", Assert.Throws<DataRejectedException>(() => TemporalValidation.Run(Shop.Of("ab"), Shop.Day.PlusDays(9))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Histories_that_can_not_be_are_refused()
    {
        foreach (IRecommender model in Shop.Models(Shop.Toy()))
        {
            Assert.Throws<ArgumentException>(() => model.Score([0], [1], new double[2]));
            Assert.Throws<ArgumentException>(() => model.Score([0], [1, 2], new double[3]));
            Assert.Throws<ArgumentOutOfRangeException>(() => model.Score([3], [1], new double[3]));
            Assert.Throws<ArgumentOutOfRangeException>(() => model.Score([0], [double.NaN], new double[3]));
            Assert.Throws<ArgumentOutOfRangeException>(() => model.Explain([0], [1], 3, new double[1]));
            Assert.Throws<ArgumentException>(() => model.Explain([0], [1], 1, new double[2]));
            Assert.All(Shop.Score(model, [], []), score => Assert.True(model.Name == "popularity" ? score > 0 : score == 0));
        }

        Assert.Throws<DataRejectedException>(() => TopProducts.ForAll(EaseRecommender.Fit(Shop.Toy()), Interactions.Of(Shop.Of("xy"))));
    }

    [Fact]
    public void Owned_and_unavailable_products_are_left_out_and_reasons_name_what_is_owned()
    {
        Interactions interactions = Interactions.Of(Shop.Of("abc", "abc", "abd", "ab", "cd", "a"));
        IRecommender model = ItemItemRecommender.Fit(interactions);
        ProductRecommendation first = TopProducts.For(model, [0], [1])[0];
        Assert.Equal("b", first.Product);
        Assert.Equal(["a"], first.Because);
        Assert.Equal("Because the customer has a.", first.Reason.English);
        Assert.Equal("因为该客户已购买a。", first.Reason.Chinese);
        Assert.Equal(["c", "d"], TopProducts.For(model, [0], [1], new TopProductsOptions { Unavailable = ["b", "unknown"] }).Select(each => each.Product));
        Assert.Equal(["a", "c", "b", "d"], TopProducts.For(model, [0, 1], [1, 1], new TopProductsOptions { IncludeOwned = true }).Select(each => each.Product).OrderBy(name => name == "a" ? 0 : name == "c" ? 1 : name == "b" ? 2 : 3));
        Assert.Single(TopProducts.For(model, [0], [1], new TopProductsOptions { Count = 1 }));
        Assert.Equal("Many customers bought it lately.", TopProducts.For(PopularityRecommender.Fit(interactions), [0], [1])[0].Reason.English);
    }

    /// <summary>A candidate over its budget is a finding; the others are compared, and a simple one wins against one that is not clearly ahead.</summary>
    [Fact]
    public void A_candidate_that_can_not_be_fitted_is_reported()
    {
        Purchase[] purchases = Shop.Random(200, 20, 8, 17);
        RecommenderCandidate tooLarge = new() { Name = "ease", Fit = (interactions, stop) => EaseRecommender.Fit(interactions, new EaseOptions { MemoryBudget = 8 }, stop) };
        RecommenderCandidate popularity = RecommenderCandidate.Defaults[0], twin = popularity with { Name = "twin" };
        RecommenderValidation validation = TemporalValidation.Run(purchases, Shop.Day.PlusDays(350), new ValidationOptions { Candidates = [tooLarge, popularity, twin] });
        Assert.Equal("popularity", validation.Chosen);
        Assert.Contains("budget", validation.Scores[0].Refusal, StringComparison.Ordinal);
        Assert.Equal((0.0, 0.0), (validation.Scores[2].Behind, validation.Scores[2].BehindError));
        Assert.StartsWith("popularity foresaw best what ", validation.Reason.English, StringComparison.Ordinal);
        Assert.Throws<DataRejectedException>(() => TemporalValidation.Run(purchases, Shop.Day.PlusDays(350), new ValidationOptions { Candidates = [tooLarge] }));
    }
}
