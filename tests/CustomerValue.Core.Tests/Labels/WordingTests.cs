using CustomerValue.Labels;

namespace CustomerValue.Tests.Labels;

public class WordingTests
{
    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.0001, "<0.1%")]
    [InlineData(-0.0001, ">-0.1%")]
    [InlineData(0.1, "10%")]
    [InlineData(0.976, "97.6%")]
    [InlineData(0.9994, "99.9%")]
    [InlineData(0.99999, ">99.9%")]
    [InlineData(1, "100%")]
    [InlineData(-0.5, "-50%")]
    [InlineData(12.34, "1,234%")]
    public void Percents_call_nothing_certain_that_is_not(double part, string words) => Assert.Equal(words, Wording.Percent(part));

    [Theory]
    [InlineData(1, "1 day")]
    [InlineData(1.5, "1.5 days")]
    [InlineData(12345, "12,345 days")]
    public void Counts_have_the_words_number(double count, string words) => Assert.Equal(words, Wording.Count(count, "day"));
}
