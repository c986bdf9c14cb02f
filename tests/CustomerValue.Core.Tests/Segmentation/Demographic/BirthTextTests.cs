using CustomerValue.Segmentation.Demographic;
using FsCheck.Xunit;
using NodaTime;

namespace CustomerValue.Tests.Segmentation.Demographic;

public sealed class BirthTextTests
{
    private static readonly LocalDate Day = new(2024, 6, 30);

    [Theory]
    [InlineData("1984-06-30", 40)]
    [InlineData("1984-07-01", 39)]
    [InlineData("1984/7/1", 39)]
    [InlineData("1984.06.30", 40)]
    [InlineData("19840630", 40)]
    [InlineData("19840701", 39)]
    [InlineData("1984-06-30 00:00:00", 40)]
    [InlineData("1984-06-30T23:59:59.999+08:00", 40)]
    [InlineData("19840630T00:00:00Z", 40)]
    [InlineData("1984", 40)]
    [InlineData("1984.0", 40)]
    [InlineData("1893", 131)]
    [InlineData("2024-06-30", 0)]
    [InlineData("2024-07-01", -1)]
    [InlineData("2024-12-31", -1)]
    [InlineData("2030-06-30", -6)]
    [InlineData("2031", -7)]
    [InlineData("2000-02-29", 24)]
    public void Births_are_read_to_an_age(string text, int age) => Assert.Equal(age, BirthText.Age(text, Day));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("84")]
    [InlineData("-1984")]
    [InlineData("1984.5")]
    [InlineData("1984-02-30")]
    [InlineData("1983-02-29")]
    [InlineData("0000-00-00")]
    [InlineData("1984-13-01")]
    [InlineData("19841301")]
    [InlineData("30/06/1984")]
    [InlineData("1984-06-30 about noon")]
    [InlineData("1984-06-30 ")]
    [InlineData("1984-06-30-01")]
    [InlineData("1984-+6-30")]
    [InlineData("1984-006-30")]
    [InlineData("1e3")]
    [InlineData("1,984")]
    [InlineData("99999999999999999999999999")]
    [InlineData("١٩٨٤")]
    public void What_is_no_birth_is_not_guessed(string text) => Assert.True(double.IsNaN(BirthText.Age(text, Day)));

    [Fact]
    public void Born_on_29_February_has_the_birthday_on_28_February_in_other_years()
    {
        Assert.Equal(2, BirthText.Age("2012-02-29", new LocalDate(2015, 2, 27)));
        Assert.Equal(3, BirthText.Age("2012-02-29", new LocalDate(2015, 2, 28)));
        Assert.Equal(3, BirthText.Age("2012-02-29", new LocalDate(2016, 2, 28)));
        Assert.Equal(4, BirthText.Age("2012-02-29", new LocalDate(2016, 2, 29)));
    }

    /// <summary>All writings of a day are one; the year alone gives the age that the year brings.</summary>
    [Property(MaxTest = 200)]
    public void Writings_of_one_day_agree(int some)
    {
        LocalDate birth = new LocalDate(1900, 1, 1).PlusDays(Math.Abs(some % 55_000));
        double age = BirthText.Age($"{birth.Year:D4}-{birth.Month:D2}-{birth.Day:D2}", Day);
        Assert.All(
            new[] { $"{birth.Year}/{birth.Month}/{birth.Day}", $"{birth.Year:D4}{birth.Month:D2}{birth.Day:D2}", $"{birth.Year}-{birth.Month}-{birth.Day} 12:00" },
            text => Assert.Equal(age, BirthText.Age(text, Day)));
        Assert.Equal(age, BirthText.Age((birth.Year * 10_000.0) + (birth.Month * 100) + birth.Day, Day));
        if (birth <= Day)
            Assert.InRange(BirthText.Age($"{birth.Year}", Day) - age, 0, 1);
    }
}
