using CustomerValue.Customers;
using CustomerValue.Customers.Summing;
using NodaTime;

namespace CustomerValue.Lifecycle.Clock;

/// <summary>The days that count towards silence: not those on which a business or its season is closed. Immutable and thread-safe.</summary>
public sealed class OpenDays
{
    private readonly int first;
    private readonly int[] openBefore;

    private OpenDays(int first, int[] openBefore) => (this.first, this.openBefore) = (first, openBefore);

    /// <summary>A calendar.</summary>
    /// <param name="start">The first day it knows; days before it count all.</param>
    /// <param name="end">The day after the last that it knows, later than <paramref name="start"/> and at most 200 years; days from it on count all.</param>
    /// <param name="isOpen">Whether a day counts.</param>
    public static OpenDays Between(LocalDate start, LocalDate end, Func<LocalDate, bool> isOpen)
    {
        if (isOpen is null)
            throw new ArgumentNullException(nameof(isOpen));
        int first = DayNumber.Of(start), days = DayNumber.Of(end) - first;
        if (days is < 1 or > 73_050)
            throw new ArgumentOutOfRangeException(nameof(end), end, $"A calendar from {start} on ends 1 to 73050 days later.");
        int[] openBefore = new int[days + 1];
        for (int day = 0; day < days; day++)
            openBefore[day + 1] = openBefore[day] + (isOpen(PurchaseSummaries.Epoch.PlusDays(first + day)) ? 1 : 0);
        return new(first, openBefore);
    }

    /// <summary>Days that count among those after <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    /// <param name="from">In days from 1970-01-01.</param>
    /// <param name="to">Not before <paramref name="from"/>.</param>
    internal int Between(int from, int to) => Through(to) - Through(from);

    /// <summary>Open days from the start of the calendar up to and including a day, negative before it.</summary>
    private int Through(int day)
    {
        int place = day + 1 - first, last = openBefore.Length - 1;
        return place < 0 ? place : place > last ? openBefore[last] + place - last : openBefore[place];
    }
}
