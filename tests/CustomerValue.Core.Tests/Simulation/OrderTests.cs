using CustomerValue.Customers;
using CustomerValue.Simulation;

namespace CustomerValue.Tests.Simulation;

public class OrderTests
{
    private static readonly SimulatedRetailer retailer = Retailers.Standard;

    [Fact]
    public void Everything_happens_within_the_span()
    {
        Assert.All(retailer.Purchases, line => Assert.InRange(line.Date, retailer.Options.FirstDay, retailer.Options.LastDay));
        Assert.All(retailer.Referrals, referral => Assert.InRange(referral.Date, retailer.Options.FirstDay, retailer.Options.LastDay));
        Assert.All(retailer.Surveys, survey => Assert.InRange(survey.Date, retailer.Options.FirstDay, retailer.Options.LastDay));
        Assert.All(retailer.Truth, truth => Assert.InRange(truth.Joined, retailer.Options.FirstDay, retailer.Options.LastDay));
    }

    [Fact]
    public void Customers_join_in_the_acquisition_days_unless_a_friend_brings_them()
    {
        SimulatedRetailer early = SimulatedRetailer.Simulate(new() { Customers = 500, AcquisitionDays = 90 });
        Assert.All(early.Truth.Where(truth => truth.CameBecauseOfReferral is null), truth => Assert.True(truth.Joined < early.Options.FirstDay.PlusDays(90)));
        Assert.Contains(early.Truth, truth => truth.Joined > early.Options.FirstDay.PlusDays(90));
    }

    [Fact]
    public void Lines_of_an_order_share_customer_day_and_channel()
    {
        foreach (IGrouping<string?, Purchase> order in retailer.Purchases.Where(line => line.Amount > 0).GroupBy(line => line.Order))
        {
            Assert.InRange(order.Count(), 1, 4);
            Assert.Single(order.Select(line => (line.Customer, line.Date, line.Channel)).Distinct());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(18_083)]
    [InlineData(1_000_000_000_000)]
    public void Lines_sum_to_the_order_to_the_cent(long cents)
    {
        Random random = new(1);
        for (int i = 0; i < 200; i++)
        {
            IReadOnlyList<Purchase> lines = CustomerValue.Simulation.Orders.Make(random, retailer.Truth[0], "order", retailer.Options.FirstDay, cents);
            Assert.Equal(cents, lines.Sum(line => line.Amount) * 100);
            Assert.All(lines, line => Assert.True(line.Amount > 0 && line.Cost >= 0 && line.Quantity >= 1));
        }
    }

    [Fact]
    public void Amounts_and_costs_are_whole_cents_and_costs_lie_below_amounts()
    {
        Assert.All(retailer.Purchases, line =>
        {
            Assert.Equal(decimal.Round(line.Amount, 2), line.Amount);
            Assert.Equal(decimal.Round(line.Cost!.Value, 2), line.Cost);
            Assert.True(Math.Abs(line.Cost.Value) <= Math.Abs(line.Amount));
            Assert.Equal("CNY", line.Currency.Code);
        });
        Assert.InRange(1 - (retailer.Purchases.Sum(line => line.Cost!.Value) / retailer.Purchases.Sum(line => line.Amount)), 0.15m, 0.5m);
    }

    [Fact]
    public void All_products_categories_and_channels_are_in_use()
    {
        Assert.Equal(30, retailer.Purchases.Select(line => line.Product).Distinct().Count());
        Assert.Equal(10, retailer.Purchases.Select(line => line.Category).Distinct().Count());
        Assert.All(retailer.Purchases, line => Assert.Contains('/', line.Category!));
        Assert.Equal(4, retailer.Purchases.Select(line => line.Channel).Distinct().Count());
    }

    [Fact]
    public void Latent_segments_prefer_their_categories()
    {
        Dictionary<CustomerId, LatentSegment> segments = retailer.Truth.ToDictionary(truth => truth.Customer, truth => truth.Segment);
        double Share(LatentSegment segment, string category)
        {
            decimal all = retailer.Purchases.Where(line => segments[line.Customer] == segment).Sum(line => line.Amount);
            return (double)(retailer.Purchases.Where(line => segments[line.Customer] == segment && line.Category == category).Sum(line => line.Amount) / all);
        }

        Assert.True(Share(LatentSegment.BusyFamily, "Family/Baby") > 3 * Share(LatentSegment.TrendFollower, "Family/Baby"));
        Assert.True(Share(LatentSegment.TrendFollower, "Beauty/Skin care") > 2 * Share(LatentSegment.BusyFamily, "Beauty/Skin care"));
    }

    [Fact]
    public void Prices_paid_are_near_the_price_of_the_product()
    {
        // Within a factor of two for nine lines in ten.
        Dictionary<string, double> prices = Catalogue.Products.ToDictionary(product => product.Name, product => product.Price);
        double[] ratios = retailer.Purchases.Where(line => line.Amount > 0).Select(line => (double)(line.Amount / line.Quantity!.Value) / prices[line.Product!]).ToArray();
        Assert.InRange(ratios.Count(ratio => ratio is > 0.5 and < 2) / (double)ratios.Length, 0.85, 1);
    }

    [Fact]
    public void Some_customers_order_twice_on_one_day() =>
        Assert.Contains(retailer.Purchases.Where(line => line.Amount > 0).GroupBy(line => (line.Customer, line.Date)), day => day.Select(line => line.Order).Distinct().Count() > 1);
}
