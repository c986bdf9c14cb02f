using CustomerValue.Customers;
using CustomerValue.Simulation;

namespace CustomerValue.Tests.Simulation;

public class RefundTests
{
    private static readonly SimulatedRetailer retailer = Retailers.Standard;
    private static readonly ILookup<string?, Purchase> bought = retailer.Purchases.Where(line => line.Amount > 0).ToLookup(line => line.Order);
    private static readonly ILookup<string?, Purchase> refunded = retailer.Purchases.Where(line => line.Amount < 0).ToLookup(line => line.Order);

    [Fact]
    public void A_refund_comes_after_its_order_and_gives_back_no_more_than_was_paid()
    {
        Assert.NotEmpty(refunded);
        foreach (IGrouping<string?, Purchase> refund in refunded)
        {
            Purchase[] order = bought[refund.Key].ToArray();
            Assert.All(refund, line => Assert.InRange(NodaTime.Period.DaysBetween(order[0].Date, line.Date), 1, 14));
            Assert.All(refund, line => Assert.Equal(order[0].Customer, line.Customer));
            Assert.True(-refund.Sum(line => line.Amount) <= order.Sum(line => line.Amount));
            Assert.True(-refund.Sum(line => line.Cost) <= order.Sum(line => line.Cost));
            Assert.True(-refund.Sum(line => line.Quantity) <= order.Sum(line => line.Quantity));
        }
    }

    [Fact]
    public void About_half_of_the_refunds_are_full_and_of_these_nothing_remains()
    {
        IGrouping<string?, Purchase>[] full = refunded.Where(refund => -refund.Sum(line => line.Amount) == bought[refund.Key].Sum(line => line.Amount)).ToArray();
        Assert.InRange(full.Length / (double)refunded.Count, 0.4, 0.6);
        Assert.All(full, refund => Assert.Equal(0, refund.Sum(line => line.Cost) + bought[refund.Key].Sum(line => line.Cost)));
        Assert.All(full, refund => Assert.Equal(0, refund.Sum(line => line.Quantity) + bought[refund.Key].Sum(line => line.Quantity)));
    }

    [Fact]
    public void As_many_orders_are_refunded_as_was_asked_for() => Assert.InRange(refunded.Count / (double)bought.Count, 0.035, 0.045);
}
