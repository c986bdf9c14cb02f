using NodaTime;

namespace CustomerValue.LifetimeValue.Simple;

/// <summary>What a customer has been worth so far: no forecast, no assumption, and for customers without a rhythm often all that can be said.</summary>
public static class HistoricValue
{
    /// <summary>The sum of all margins up to and including <paramref name="asOf"/>, exact to the last digit; later ones are not counted.</summary>
    /// <param name="margins">Revenue less cost of each purchase.</param>
    /// <param name="asOf">The day on which it is looked back.</param>
    public static decimal Of(IEnumerable<DatedAmount> margins, LocalDate asOf) => Known(margins, asOf).Sum(margin => margin.Amount);

    /// <summary>The same with older margins counting less: each times (1 + d)^(−age), its age in years of 365.25 days.</summary>
    /// <param name="margins">Revenue less cost of each purchase.</param>
    /// <param name="asOf">The day on which it is looked back.</param>
    /// <param name="discountRate">Effective rate d a year, finite and ≥ 0; at 1, what is a year old counts half.</param>
    public static decimal Of(IEnumerable<DatedAmount> margins, LocalDate asOf, double discountRate)
    {
        double rate = Discounting.Rate(discountRate);
        return Known(margins, asOf).Sum(margin => margin.Amount * Discounting.Factor(Discounting.OfDays(rate, Period.DaysBetween(margin.Date, asOf))));
    }

    private static IEnumerable<DatedAmount> Known(IEnumerable<DatedAmount> margins, LocalDate asOf) =>
        (margins ?? throw new ArgumentNullException(nameof(margins))).Where(margin => margin.Date <= asOf);
}
