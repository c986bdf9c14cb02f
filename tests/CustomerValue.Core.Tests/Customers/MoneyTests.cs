using CustomerValue.Customers;

namespace CustomerValue.Tests.Customers;

public class MoneyTests
{
    private static readonly Currency Yuan = new("CNY");

    [Fact]
    public void Amounts_of_one_currency_add_and_subtract_exactly()
    {
        Assert.Equal(new Money(0.3m, Yuan), new Money(0.1m, Yuan) + new Money(0.2m, Yuan));
        Assert.Equal(new Money(-0.1m, Yuan), new Money(0.1m, Yuan) - new Money(0.2m, Yuan));
        Assert.Equal(new Money(-0.1m, Yuan), -new Money(0.1m, Yuan));
        Assert.Equal("12.50 CNY", new Money(12.50m, Yuan).ToString());
    }

    [Fact]
    public void Mixing_currencies_is_an_error_naming_both()
    {
        InvalidOperationException mixed = Assert.Throws<InvalidOperationException>(() => new Money(1, Yuan) + new Money(2, new Currency("EUR")));
        Assert.Contains("1 CNY and 2 EUR", mixed.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new Money(1, Yuan) - default(Money));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cny")]
    [InlineData("CN")]
    [InlineData("CNYY")]
    [InlineData("C1Y")]
    [InlineData("ÄÖÜ")]
    [InlineData(null)]
    public void A_currency_is_three_capital_letters(string? code)
    {
        Assert.False(Currency.IsValid(code));
        Assert.Throws<ArgumentException>(() => new Currency(code!));
    }

    [Fact]
    public void The_default_currency_is_none()
    {
        Assert.Equal(default, Currency.None);
        Assert.Equal(Currency.None, new Currency("XXX"));
        Assert.Equal("XXX", default(Currency).Code);
        Assert.NotEqual(Currency.None, Yuan);
    }
}
