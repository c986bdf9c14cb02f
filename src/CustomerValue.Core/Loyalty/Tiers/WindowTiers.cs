using CustomerValue.Loyalty.Calendars;
using NodaTime;

namespace CustomerValue.Loyalty.Tiers;

/// <summary>Tiers over a window that ends now: what counts is kept by the instant at which it leaves the window, with the sum of what is still in it.</summary>
internal sealed class WindowTiers(TierScheme scheme, LoyaltyCalendar calendar)
{
    private readonly Period window = scheme.Window ?? throw new ArgumentException("Tiers over a rolling window need its length.", nameof(scheme));
    private readonly List<(Instant Leaves, decimal Sum)> days = [];

    // The entries from first on are in the window of the instant asked for last.
    private int first;
    private decimal sum;

    /// <summary>Counts an entry: from its civil day on, for as many days as the window has.</summary>
    public void Add(Instant occurred, decimal amount)
    {
        Instant leaves = calendar.StartOf(LoyaltyCalendar.Plus(calendar.DateOf(occurred), window));
        int index = days.Count;
        while (index > 0 && days[index - 1].Leaves > leaves)
            index--;
        bool known = index > 0 && days[index - 1].Leaves == leaves;
        if (known)
            days[--index] = (leaves, days[index].Sum + amount);
        else
            days.Insert(index, (leaves, amount));
        if (index >= first)
            sum += amount;
        else if (!known)
            first++;
    }

    /// <summary>Where the member stands with all that was counted.</summary>
    public Standing At(Instant at)
    {
        Move(at);
        int rank = TierLevels.Reached(scheme, sum);
        return new Standing(rank, rank == 0 ? TierReason.Initial : TierReason.Qualified, sum);
    }

    /// <summary>The next instant at which something leaves the window, or null for never.</summary>
    public Instant? NextBoundary(Instant at)
    {
        Move(at);
        return first < days.Count ? days[first].Leaves : null;
    }

    private void Move(Instant at)
    {
        while (first < days.Count && days[first].Leaves <= at)
            sum -= days[first++].Sum;
        while (first > 0 && days[first - 1].Leaves > at)
            sum += days[--first].Sum;
    }
}
