using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tests.Readme.ValuePages;

/// <summary>The pages of potential value show code that compiles, and print what stands below it.</summary>
public sealed class ValuePagesTests
{
    private const string Samples = "tests/CustomerValue.Core.Tests/Readme/ValuePages/";

    [Theory]
    [InlineData("docs/value/recommendation.md", "RecommendationSample.cs")]
    [InlineData("docs/value/potential.md", "PotentialSample.cs")]
    public void A_page_shows_its_sample(string page, string sample) => Assert.Equal(Pages.Samples(Samples + sample), Pages.Blocks(page, "csharp"));

    [Fact]
    public void Recommendation_prints_what_its_page_says() =>
        PagesTests.AssertPrinted(console => RecommendationSample.Run(CoffeeShop(), new LocalDate(2024, 7, 1), console), Assert.Single(Pages.Blocks("docs/value/recommendation.md", "text")));

    [Fact]
    public void Potential_prints_what_its_page_says() => PagesTests.AssertPrinted(PotentialSample.Run, Assert.Single(Pages.Blocks("docs/value/potential.md", "text")));

    /// <summary>Who takes coffee comes back for filters, who takes tea for a pot; a quarter of all buys a mug in between.</summary>
    private static List<Purchase> CoffeeShop()
    {
        List<Purchase> purchases = [];
        for (int customer = 0; customer < 40; customer++)
        {
            string name = customer == 0 ? "Ann" : $"c{customer}", drink = customer % 2 == 0 ? "coffee" : "tea";
            Buy(name, drink, 3);
            if (customer % 4 == 1)
                Buy(name, "mug", 4);
            if (customer > 0)
                Buy(name, drink == "coffee" ? "filters" : "pot", customer % 3 == 0 ? 4 : 8);
            if (customer % 6 == 4)
                Buy(name, "grinder", 5);
        }

        return purchases;

        void Buy(string customer, string product, int month) => purchases.Add(new Purchase { Customer = new CustomerId(customer), Product = product, Date = new LocalDate(2024, month, 15), Amount = 10 });
    }
}
