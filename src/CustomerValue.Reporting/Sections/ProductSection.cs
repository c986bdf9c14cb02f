using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>Which products to offer whom next, why, and how far that can be trusted.</summary>
internal static class ProductSection
{
    private const int Products = 10;
    private const int Customers = 12;
    private const int Offers = 3;

    public static void Write(Page page, CustomerRecommendations recommendations)
    {
        Most(page, recommendations);
        Table(page, recommendations);
        RecommenderTable.Write(page, recommendations);
    }

    private static void Most(Page page, CustomerRecommendations recommendations)
    {
        Interactions known = recommendations.Interactions;
        int all = known.Customers.Length;
        int[] offered = new int[known.Products.Count];
        TopProductsTable table = recommendations.ForAll();
        for (int customer = 0; customer < table.Count; customer++)
        {
            foreach (int product in table.ProductsOf(customer))
                offered[product]++;
        }

        int[] best = [.. Enumerable.Range(0, offered.Length).Where(product => offered[product] > 0).OrderByDescending(product => offered[product]).Take(Products)];
        if (best.Length == 0)
            return;
        double Owners(int product) => (double)known.CustomersOf(product).Length / all;
        double Offered(int product) => (double)offered[product] / all;
        string first = known.Products[best[0]];
        page.Write($"<p class=\"takeaway\">{page.Sentence(ProductTexts.Lead, Format.Number(all), Format.Small((double)known.Count / all), Format.Number(known.Products.Count))}</p>");
        PairBars bars = new(best.Max(product => Math.Max(Owners(product), Offered(product))));
        foreach (int product in best)
            bars.Add(known.Products[product], Owners(product), Offered(product), page.Say(ProductTexts.MostTip, known.Products[product], Format.Number(known.CustomersOf(product).Length), Format.Number(offered[product])));
        page.Figure(page.Say(ProductTexts.MostTitle), page.Sentence(ProductTexts.MostTakeaway, first, Format.Percent(Owners(best[0])), Format.Percent(Offered(best[0]))), bars.ToMarkup(), page.Say(ProductTexts.MostHow), ("actual", ProductTexts.Owned), ("model", ProductTexts.Offered));
    }

    private static void Table(Page page, CustomerRecommendations recommendations)
    {
        page.Element("h3", page.Say(ProductTexts.Table), "lead");
        page.OpenTable(ProductTexts.Table, "words offers");
        page.Element("th", page.Say(TableTexts.Customer));
        foreach (LocalizedText head in new[] { ProductTexts.First, ProductTexts.Second, ProductTexts.Third })
            page.Element("th", page.Say(head));
        page.Write("</tr></thead><tbody>");
        ReadOnlySpan<double> worth = page.Overview.HasValue ? page.Appraisal.LifetimeValue : page.Appraisal.ExpectedPurchases;
        foreach (int row in TopSection.Rows(worth).Take(Customers))
        {
            CustomerId customer = page.Appraisal.Customers.Customer(row);
            IReadOnlyList<ProductRecommendation> offers = recommendations.For(customer);
            page.Write($"<tr><th scope=\"row\"><bdi>{Page.Encode(customer.Value)}</bdi></th>");
            for (int i = 0; i < Offers; i++)
                page.Write(i < offers.Count ? $"<td><b><bdi>{Page.Encode(offers[i].Product)}</bdi></b><small>{Page.Encode(page.Say(offers[i].Reason))}</small></td>" : "<td>–</td>");
            page.Write("</tr>");
        }

        page.CloseTable();
        page.Element("p", page.Say(ProductTexts.TableHow), "note");
    }
}
