using CustomerValue.Customers;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.Customers;

public class CustomerIdTests
{
    public static TheoryData<string?> Invalid => [null, "", "  ", "a\nb", "a\0", new string('x', CustomerId.LongestKey + 1)];

    [Theory]
    [MemberData(nameof(Invalid))]
    public void A_key_is_short_and_not_blank_and_has_no_control_characters(string? key)
    {
        Assert.False(CustomerId.IsValid(key));
        Assert.Throws<ArgumentException>(() => new CustomerId(key!));
    }

    [Fact]
    public void Keys_are_kept_as_given_and_compared_ordinally()
    {
        Assert.Equal(" 客户-1", new CustomerId(" 客户-1").Value);
        Assert.NotEqual(new CustomerId("a"), new CustomerId("A"));
        Assert.True(new CustomerId("B") < new CustomerId("a"));
        Assert.True(new CustomerId("a10") <= new CustomerId("a9"));
        Assert.True(CustomerId.IsValid(new string('x', CustomerId.LongestKey)));
    }

    [Fact]
    public void The_default_value_is_no_customer()
    {
        Assert.Equal("", default(CustomerId).Value);
        Assert.False(CustomerId.IsValid(default(CustomerId).Value));
    }

    [Fact]
    public void A_customer_base_has_buyers_in_their_order_then_prospects_by_id()
    {
        PurchaseSummaryBuilder builder = new();
        builder.Add([Line("b", 5), Line("a", 5), Line("refunder", -5)]);
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(new LocalDate(2024, 1, 31)), TimeUnit.Day), [Named("z"), Named("a"), Named("c")]);
        Assert.Equal((5, 2), (customers.Count, customers.Buyers));
        Assert.Equal(["a", "b", "c", "refunder", "z"], Enumerable.Range(0, customers.Count).Select(row => customers.Customer(row).Value));
        Assert.Equal([true, false, true, false, true], Enumerable.Range(0, customers.Count).Select(row => customers.Profile(row) is not null));
    }

    [Fact]
    public void A_customer_base_takes_one_profile_a_customer()
    {
        PurchaseSummaries none = new PurchaseSummaryBuilder().Build(ObservationWindow.Through(new LocalDate(2024, 1, 31)), TimeUnit.Day);
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new CustomerBase(none, [Named("a"), Named("a"), Named("b") with { Customer = default }]));
        Assert.Equal([1L, 2L], refused.Problems.Select(problem => problem.Row!.Value));
        Assert.Equal(0, new CustomerBase(none).Count);
    }

    private static Purchase Line(string id, decimal amount) => new() { Customer = new CustomerId(id), Date = new LocalDate(2024, 1, 3), Amount = amount };

    private static CustomerProfile Named(string id) => new() { Customer = new CustomerId(id), Attributes = new Dictionary<string, string>() };
}
