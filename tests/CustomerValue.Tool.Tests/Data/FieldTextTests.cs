using System.Text;
using CustomerValue.Data;

namespace CustomerValue.Tool.Tests.Data;

public class FieldTextTests
{
    [Theory]
    [InlineData("1970-01-01", 0)]
    [InlineData("1997/01/02", 9863)]
    [InlineData("19970102", 9863)]
    [InlineData("2024-02-29", 19782)]
    [InlineData("2010-12-29 00:00:00", 14972)]
    [InlineData("2010-12-29 23:59", 14972)]
    [InlineData("2010-12-29T23:59:59.123456Z", 14972)]
    [InlineData("2010-12-29 23:59:59+08", 14972)]
    [InlineData("2010-12-29T23:59:59-05:30", 14972)]
    [InlineData("0001-01-01", -719162)]
    [InlineData("9999-12-31", 2932896)]
    public void Dates_are_days_since_1970(string text, int day)
    {
        Assert.True(FieldText.TryDay(Encoding.UTF8.GetBytes(text), out int read));
        Assert.Equal(day, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00-01")]
    [InlineData("2024-01-00")]
    [InlineData("2024-04-31")]
    [InlineData("0000-01-01")]
    [InlineData("20230229")]
    [InlineData("2024-01/01")]
    [InlineData("2024-1-5")]
    [InlineData("01/02/2024")]
    [InlineData("2024-01-01x")]
    [InlineData("2024-01-01 24:00:00")]
    [InlineData("2024-01-01 10:61:00")]
    [InlineData("2024-01-01 10:00:00+99")]
    [InlineData("10000-01-01")]
    [InlineData("infinity")]
    [InlineData("today")]
    public void What_is_no_clear_day_is_refused(string text) => Assert.False(FieldText.TryDay(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("12.5", 12_500_000)]
    [InlineData("+12.5", 12_500_000)]
    [InlineData("-12.50", -12_500_000)]
    [InlineData(".5", 500_000)]
    [InlineData("5.", 5_000_000)]
    [InlineData("0.000001", 1)]
    [InlineData("0.0000014999", 1)]
    [InlineData("2171.2942", 2_171_294_200)]
    [InlineData("1.5e3", 1_500_000_000)]
    [InlineData("1E-6", 1)]
    [InlineData("9000000000000", 9_000_000_000_000_000_000)]
    [InlineData("-9000000000000.000000", -9_000_000_000_000_000_000)]
    [InlineData("0.30000000000000004", 300_000)]
    public void Amounts_are_millionths(string text, long millionths)
    {
        Assert.True(FieldText.TryMillionths(Encoding.UTF8.GetBytes(text), out long read));
        Assert.Equal(millionths, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1.2.3")]
    [InlineData("1,234.56")]
    [InlineData("1,5")]
    [InlineData("$5")]
    [InlineData("¥5")]
    [InlineData("5 CNY")]
    [InlineData("(5)")]
    [InlineData("5-")]
    [InlineData("NaN")]
    [InlineData("inf")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("9000000000000.000001")]
    [InlineData("9000000000001")]
    [InlineData("1e")]
    [InlineData("0x10")]
    [InlineData("１２")]
    [InlineData("5\0")]
    public void What_is_no_plain_amount_is_refused(string text) => Assert.False(FieldText.TryMillionths(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("1e999")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("1,5")]
    [InlineData("")]
    public void What_is_no_finite_number_is_refused(string text) => Assert.False(FieldText.TryNumber(Encoding.UTF8.GetBytes(text), out _));
}
