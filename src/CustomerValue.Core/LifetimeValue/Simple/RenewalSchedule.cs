using NodaTime;

namespace CustomerValue.LifetimeValue.Simple;

/// <summary>
/// The renewal dates of a contract by the civil calendar, and what it is still worth. Dates are counted from the start, so a monthly contract
/// of 31 January is renewed on 28 or 29 February and on 31 March. Immutable.
/// </summary>
public sealed class RenewalSchedule
{
    private readonly Period length;

    /// <summary>Makes a schedule.</summary>
    /// <param name="start">The day on which the contract began.</param>
    /// <param name="length">The time from one renewal to the next: whole years, months, weeks or days, in all at least a day.</param>
    public RenewalSchedule(LocalDate start, Period length)
    {
        this.length = length ?? throw new ArgumentNullException(nameof(length));
        if (length.HasTimeComponent || start.Plus(length) <= start)
            throw new ArgumentOutOfRangeException(nameof(length), length, "A contract runs for years, months, weeks or days, in all at least a day; Period.FromMonths(12) is a year.");
        Start = start;
    }

    /// <summary>The day on which the contract began.</summary>
    public LocalDate Start { get; }

    /// <summary>The date of the renewal with this number, from 1 up; 0 is the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0.</exception>
    /// <exception cref="OverflowException">The date lies beyond the calendar, which ends in 9999.</exception>
    public LocalDate Renewal(int number)
    {
        int times = Discounting.Periods(number);
        return Start.Plus(new PeriodBuilder
        {
            Years = checked(length.Years * times),
            Months = checked(length.Months * times),
            Weeks = checked(length.Weeks * times),
            Days = checked(length.Days * times),
        }.Build());
    }

    /// <summary>How many renewals fell due up to and including <paramref name="asOf"/>; 0 before the first.</summary>
    public int RenewalsUntil(LocalDate asOf)
    {
        int due = 0;
        while (Renewal(due + 1) <= asOf)
            due++;
        return due;
    }

    /// <summary>The first renewal after <paramref name="asOf"/>.</summary>
    public LocalDate Next(LocalDate asOf) => Renewal(RenewalsUntil(asOf) + 1);

    /// <summary>
    /// The margins of the renewals after <paramref name="asOf"/> up to and including <paramref name="until"/>, each times the chance that it is made and
    /// discounted from its date to <paramref name="asOf"/>, by (1 + d)^(−days/365.25). A customer must be there on <paramref name="asOf"/>.
    /// </summary>
    /// <param name="margin">Margin of one renewal, of any sign.</param>
    /// <param name="survival">The chance, in [0, 1], that the next n ≥ 1 renewals are all made: <c>n => model.ResidualSurvival(renewals, n)</c> of sBG, or <see cref="ConstantRetention.Survival"/>.</param>
    /// <param name="asOf">The day to which is discounted.</param>
    /// <param name="until">The last day looked at.</param>
    /// <param name="discountRate">Effective rate a year, finite and ≥ 0.</param>
    public decimal Value(decimal margin, Func<int, double> survival, LocalDate asOf, LocalDate until, double discountRate)
    {
        if (survival is null)
            throw new ArgumentNullException(nameof(survival));
        double rate = Discounting.Rate(discountRate);
        int past = RenewalsUntil(asOf);
        double margins = 0;
        for (int n = 1; Renewal(past + n) is var date && date <= until; n++)
        {
            double made = survival(n);
            if (!(made is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(survival), made, $"The chance that {n} renewals are made is not in [0, 1].");
            margins += made * Discounting.OfDays(rate, Period.DaysBetween(asOf, date));
        }

        return margin * Discounting.Factor(margins);
    }
}
