using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Overview;

/// <summary>How many members were in each tier in the last twelve months, and how they moved between the first and the last of these days.</summary>
public sealed record TierOverview
{
    private const int MonthsBack = 12;

    private readonly int[][] sizes;
    private readonly int[,] moves;

    private TierOverview(IReadOnlyList<TierLevel> levels, IReadOnlyList<LocalDate> dates, int[][] sizes, int[,] moves)
    {
        Levels = levels;
        Dates = dates;
        this.sizes = sizes;
        this.moves = moves;
    }

    /// <summary>The tiers from the lowest; those that only an earlier version had come last.</summary>
    public IReadOnlyList<TierLevel> Levels { get; }

    /// <summary>Days a month apart, the last one that of the instant; none before the first member.</summary>
    public IReadOnlyList<LocalDate> Dates { get; }

    /// <summary>Members by tier at the end of a day, in the order of <see cref="Levels"/>.</summary>
    public IReadOnlyList<int> Sizes(int date) => Array.AsReadOnly(sizes[date]);

    /// <summary>How many of those who were in a tier on the first day are in another (or the same) one on the last.</summary>
    public int Moved(int from, int to) => moves[from, to];

    internal static TierOverview? Of(LoyaltyLedger ledger, IReadOnlyList<CustomerId> members, Instant asOf, LoyaltyCalendar calendar)
    {
        TierLevel[] levels = [.. ledger.Programs.All.OrderBy(version => version == ledger.Programs.Nearest(asOf) ? 0 : 1).SelectMany(version => version.Program.Tiers?.Levels ?? [])
            .GroupBy(level => level.Id, StringComparer.Ordinal).Select(same => same.First())];
        if (levels.Length == 0)
            return null;
        Instant[] since = [.. members.Select(member => ledger.Journal(member) is { Count: > 0 } journal ? journal[0].EffectiveAt : Instant.MaxValue)];
        LocalDate today = calendar.DateOf(asOf);
        Instant EndOf(LocalDate date) => date == today ? asOf : calendar.StartOf(date.PlusDays(1)) - Duration.Epsilon;
        Instant first = since.DefaultIfEmpty(asOf).Min();
        LocalDate[] dates = [.. Enumerable.Range(0, MonthsBack + 1).Select(at => today.PlusMonths(at - MonthsBack)).Where(date => date == today || EndOf(date) >= first)];
        int[][] sizes = [.. dates.Select(_ => new int[levels.Length])];
        int[,] moves = new int[levels.Length, levels.Length];
        for (int row = 0; row < members.Count; row++)
        {
            int began = -1, rank = -1;
            for (int date = 0; date < dates.Length; date++)
            {
                Instant end = EndOf(dates[date]);
                if (since[row] > end)
                    continue;
                rank = Array.FindIndex(levels, level => level.Id == ledger.Tier(members[row], end)?.Level);
                if (rank < 0)
                    continue;
                sizes[date][rank]++;
                began = date == 0 ? rank : began;
            }

            if (began >= 0 && rank >= 0)
                moves[began, rank]++;
        }

        return new(levels, dates, sizes, moves);
    }
}
