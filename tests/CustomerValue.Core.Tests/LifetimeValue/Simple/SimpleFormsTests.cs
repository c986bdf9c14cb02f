using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;
using CustomerValue.LifetimeValue.Simple;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.LifetimeValue.Simple;

public class SimpleFormsTests
{
    private static readonly DatedAmount[] Margins = [new(new(2023, 1, 10), 100.10m), new(new(2023, 7, 1), -20.05m), new(new(2024, 1, 10), 50.00m), new(new(2024, 2, 1), 999m)];

    [Fact]
    public void Historic_value_is_the_exact_sum_up_to_the_day_and_older_margins_count_less()
    {
        LocalDate asOf = new(2024, 1, 10);
        Assert.Equal(130.05m, HistoricValue.Of(Margins, asOf));
        Assert.Equal(130.05m, HistoricValue.Of(Margins, asOf, 0));
        double expected = 50 + (100.10 * Math.Pow(2, -365 / 365.25)) - (20.05 * Math.Pow(2, -193 / 365.25));
        Assert.Equal(expected, (double)HistoricValue.Of(Margins, asOf, 1), 1e-10);
        Assert.Equal(0, HistoricValue.Of([], asOf));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoricValue.Of(Margins, asOf, -0.1));
    }

    /// <summary>Gupta &amp; Lehmann (2003), table 1: margin multiples r/(1 + d − r).</summary>
    [Theory]
    [InlineData(0.60, 0.10, 1.20)]
    [InlineData(0.70, 0.10, 1.75)]
    [InlineData(0.80, 0.10, 2.67)]
    [InlineData(0.90, 0.10, 4.50)]
    [InlineData(0.90, 0.12, 4.09)]
    [InlineData(0.80, 0.16, 2.22)]
    public void Gupta_lehmann_2003_margin_multiples_to_two_decimals(double retention, double rate, decimal multiple) =>
        Assert.Equal(multiple, Math.Round(new ConstantRetention(1, retention, TimeUnit.Year).Value(rate, FirstMargin.AtRenewal), 2));

    [Theory]
    [InlineData(0.8, 0.1)]
    [InlineData(0.999999, 1e-7)]
    [InlineData(0.3, 0)]
    [InlineData(0, 0.2)]
    [InlineData(1, 0.05)]
    public void Constant_retention_is_the_sum_of_its_margins(double retention, double rate)
    {
        ConstantRetention form = new(250, retention, TimeUnit.Month);
        double discount = Math.Pow(1 + rate, -1.0 / 12);
        foreach ((FirstMargin first, double factor) in new[] { (FirstMargin.Now, 1), (FirstMargin.AtPeriodEnd, discount), (FirstMargin.AtRenewal, retention * discount) })
        {
            double sum = Enumerable.Range(0, 24).Sum(t => 250 * factor * Math.Pow(retention * discount, t));
            Assert.Equal(sum, (double)form.Value(rate, first, 24), 1e-9);
            Assert.Equal(0, form.Value(rate, first, 0));
            double all = 250 * factor / ((1 - retention) + (retention * -SpecialMinus(rate)));
            Relative.Equal(all == 0 ? 1 : all, all == 0 ? 1 : (double)form.Value(rate, first), 1e-12);
        }

        // (1 + d)^(−1/12) − 1 without cancellation.
        static double SpecialMinus(double rate) => CustomerValue.Numerics.SpecialFunctions.Expm1(-CustomerValue.Numerics.SpecialFunctions.Log1P(rate) / 12);
    }

    [Fact]
    public void What_has_no_finite_value_is_refused()
    {
        ConstantRetention loyal = new(10, 1, TimeUnit.Year);
        Assert.Throws<ArgumentOutOfRangeException>(() => loyal.Value(0, FirstMargin.Now));
        Assert.Throws<ArgumentOutOfRangeException>(() => loyal.Value(1e-14, FirstMargin.Now));
        Assert.Equal(70, loyal.Value(0, FirstMargin.Now, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => loyal.Value(0.1, (FirstMargin)7));
        Assert.Equal("retention", Assert.Single(Assert.Throws<DataRejectedException>(() => new ConstantRetention(1, 1.01, TimeUnit.Year)).Problems).Field);
    }

    [Fact]
    public void Renewals_follow_the_civil_calendar_from_the_start()
    {
        RenewalSchedule monthly = new(new(2024, 1, 31), Period.FromMonths(1));
        Assert.Equal(new LocalDate[] { new(2024, 1, 31), new(2024, 2, 29), new(2024, 3, 31), new(2024, 4, 30) }, Enumerable.Range(0, 4).Select(monthly.Renewal));
        Assert.Equal(new LocalDate(2024, 3, 31), monthly.Next(new(2024, 2, 29)));
        Assert.Equal(1, monthly.RenewalsUntil(new(2024, 2, 29)));
        Assert.Equal(0, monthly.RenewalsUntil(new(2024, 2, 28)));
        Assert.Equal(new LocalDate(2029, 2, 28), new RenewalSchedule(new(2028, 2, 29), Period.FromYears(1)).Next(new(2028, 3, 1)));
        foreach (Period none in new[] { Period.Zero, Period.FromDays(-7), Period.FromHours(48) })
            Assert.Throws<ArgumentOutOfRangeException>(() => new RenewalSchedule(new(2024, 1, 1), none));
    }

    [Fact]
    public void A_contract_is_worth_its_renewals_each_as_likely_and_as_far_off_as_it_is()
    {
        RenewalSchedule contract = new(new(2022, 3, 15), Period.FromYears(1));
        LocalDate asOf = new(2024, 9, 1);
        int renewals = contract.RenewalsUntil(asOf);
        ShiftedBetaGeometricModel retention = new(0.668, 3.806, TimeUnit.Year);
        decimal value = contract.Value(1200, n => retention.ResidualSurvival(renewals, n), asOf, new(2027, 3, 15), 0.1);

        Assert.Equal(2, renewals);
        double expected = 1200 * ((retention.Retention(2) * Math.Pow(1.1, -195 / 365.25))
            + (retention.Retention(2) * retention.Retention(3) * Math.Pow(1.1, -560 / 365.25))
            + (retention.Retention(2) * retention.Retention(3) * retention.Retention(4) * Math.Pow(1.1, -925 / 365.25)));
        Assert.Equal(expected, (double)value, 1e-9);
        Assert.Equal(2400, contract.Value(1200, new ConstantRetention(1200, 1, TimeUnit.Year).Survival, asOf, new(2026, 12, 31), 0));
        Assert.Equal(0, contract.Value(1200, _ => 1, asOf, asOf, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => contract.Value(1200, _ => 1.5, asOf, new(2026, 1, 1), 0));
    }
}
