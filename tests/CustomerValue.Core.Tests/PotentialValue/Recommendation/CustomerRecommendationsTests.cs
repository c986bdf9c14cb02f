using CustomerValue.Customers;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Validation;

namespace CustomerValue.Tests.PotentialValue.Recommendation;

/// <summary>What one asks for a customer: recommendations of the chosen model, or what is popular where it has none.</summary>
public sealed class CustomerRecommendationsTests
{
    private static readonly Interactions Bought = Interactions.Of(Shop.Of("abc", "abc", "abd", "ab", "cd", "a"));
    private static readonly IRecommender Model = ItemItemRecommender.Fit(Bought);

    [Fact]
    public void A_known_customer_gets_the_models_products()
    {
        CustomerRecommendations shop = new(Model, Bought, options: new TopProductsOptions { Unavailable = ["d"] });
        CustomerId customer = new("c005");
        Assert.Equal(["b", "c"], shop.For(customer).Select(each => each.Product));
        Assert.Equal(["a"], shop.For(customer)[0].Because);
        Assert.Equal("因为该客户已购买a。", shop.For(customer)[0].Reason.Chinese);
        Assert.Same(Model, shop.Model);
        Assert.Same(Bought, shop.Interactions);
        Assert.Null(shop.Validation);
    }

    [Fact]
    public void Somebody_without_history_gets_what_is_popular()
    {
        foreach (IRecommender model in Shop.Models(Bought))
        {
            IReadOnlyList<ProductRecommendation> found = new CustomerRecommendations(model, Bought, options: new TopProductsOptions { Count = 2, Unavailable = ["a"] }).For(new CustomerId("nobody"));
            Assert.Equal(["b", "c"], found.Select(each => each.Product));
            Assert.All(found, each => Assert.Empty(each.Because));
            Assert.Equal("Many customers bought it lately.", found[0].Reason.English);
        }
    }

    [Fact]
    public void A_purchase_of_a_minute_ago_counts_without_a_fit()
    {
        CustomerRecommendations shop = new(Model, Bought);
        CustomerId known = new("c005"), nobody = new("nobody");
        IReadOnlyList<ProductRecommendation> found = shop.For(known, ["b", "b", "a new product"]);
        Assert.DoesNotContain("b", found.Select(each => each.Product));
        Assert.Equal(["a", "b"], found[0].Because.OrderBy(name => name, StringComparer.Ordinal));
        Assert.Equal(shop.For(known).Select(each => (each.Product, each.Score)), shop.For(known, []).Select(each => (each.Product, each.Score)));
        Assert.Equal(shop.For(known).Select(each => (each.Product, each.Score)), shop.For(nobody, ["a"]).Select(each => (each.Product, each.Score)));
        Assert.Equal("a", shop.For(nobody, ["a new product"])[0].Product);

        // The same as if the purchase had been counted, by a model fitted before it.
        Interactions after = Interactions.Of([.. Shop.Of("abc", "abc", "abd", "ab", "cd", "a"), Shop.Buy("c005", "b"), Shop.Buy("c005", "b")]);
        foreach (IRecommender model in Shop.Models(Bought))
        {
            int row = after.RowOf(known);
            Assert.Equal(
                TopProducts.For(model, after.ProductsOf(row), after.CountsOf(row), new TopProductsOptions { Count = 3 }).Select(each => (each.Product, each.Score)),
                new CustomerRecommendations(model, Bought).For(known, ["b", "b"]).Select(each => (each.Product, each.Score)));
        }
    }

    [Fact]
    public void Bad_input_is_refused_at_once()
    {
        Assert.Throws<DataRejectedException>(() => new CustomerRecommendations(Model, Interactions.Of(Shop.Of("xy"))));
        Assert.Throws<DataRejectedException>(() => new CustomerRecommendations(Model, Bought, options: new TopProductsOptions { Count = 0 }));
        Assert.Throws<ArgumentNullException>(() => new CustomerRecommendations(Model, null!));
        Assert.Throws<ArgumentNullException>(() => new CustomerRecommendations(Model, Bought).For(new CustomerId("a"), null!));
        Assert.Equal((-1, 1), (Bought.PlaceOf("zz"), Bought.PlaceOf("b")));
    }
}
