using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Liability;
using CustomerValue.Loyalty.Programs;
using NodaTime;

namespace CustomerValue.Loyalty.Overview;

/// <summary>A wallet of a programme at an instant: where its points are, how they came and went, when they expire, what is owed for them.</summary>
public sealed record WalletOverview
{
    private static readonly int[] Days = [30, 60, 90];

    private WalletOverview()
    {
    }

    /// <summary>The wallet.</summary>
    public required Wallet Wallet { get; init; }

    /// <summary>The accounts over all members.</summary>
    public required PointsTotals Totals { get; init; }

    /// <summary>How many members have points that can be spent.</summary>
    public required int Holders { get; init; }

    /// <summary>The months from the first movement to the one of the instant, each of them; empty where nothing moved.</summary>
    public required IReadOnlyList<PointsMonth> Months { get; init; }

    /// <summary>What is left by the days until it expires: to 30, 31 to 60, 61 to 90, and the rest.</summary>
    public required IReadOnlyList<ExpiringPoints> Expiring { get; init; }

    /// <summary>What is owed, or null where the wallet does not say what a point is worth.</summary>
    public LiabilityReport? Liability { get; init; }

    /// <summary>What its points have cost by rule, or null as <see cref="Liability"/>.</summary>
    public ProgramCost? Cost { get; init; }

    internal static WalletOverview Of(LoyaltyLedger ledger, Wallet wallet, int holders, Instant asOf, LoyaltyCalendar calendar, BreakageCurves? breakage)
    {
        IReadOnlyList<LotHistory> lots = ledger.Lots(asOf, wallet.Id);
        bool isWorth = ledger.Programs.Nearest(asOf).Wallets.Any(each => each.Id == wallet.Id && (each.LiabilityUnitValue is not null || each.Currency is not null));
        BreakageCurves? curves = isWorth ? breakage ?? BreakageCurves.Of(lots, asOf) : null;
        return new()
        {
            Wallet = wallet,
            Totals = ledger.Totals(asOf, wallet.Id),
            Holders = holders,
            Months = MonthsOf(lots, calendar, calendar.DateOf(asOf)),
            Expiring = ExpiringOf(lots, calendar, calendar.DateOf(asOf)),
            Liability = isWorth ? LiabilityReport.Of(ledger, asOf, wallet.Id, curves) : null,
            Cost = isWorth ? ProgramCost.Of(ledger, asOf, wallet.Id, curves) : null,
        };
    }

    private static PointsMonth[] MonthsOf(IReadOnlyList<LotHistory> lots, LoyaltyCalendar calendar, LocalDate today)
    {
        Dictionary<LocalDate, PointsMonth> months = [];
        foreach (LotHistory lot in lots)
        {
            foreach (LotMove move in lot.Moves)
            {
                LocalDate day = calendar.DateOf(move.At);
                LocalDate first = new(day.Year, day.Month, 1);
                PointsMonth month = months.TryGetValue(first, out PointsMonth? known) ? known : new(first, 0, 0, 0, 0);
                months[first] = Add(month, move, isMoved: lot.Origin is null);
            }
        }

        if (months.Count == 0)
            return [];
        List<PointsMonth> all = [];
        for (LocalDate month = months.Keys.Min(); month <= today; month = month.PlusMonths(1))
            all.Add(months.TryGetValue(month, out PointsMonth? known) ? known : new(month, 0, 0, 0, 0));
        return [.. all];
    }

    /// <summary>What a member or lot got from another one left that one as taken back: it comes off there, and nobody earned it.</summary>
    private static PointsMonth Add(PointsMonth month, LotMove move, bool isMoved) => move.Kind switch
    {
        LotMoveKind.Granted when isMoved => month with { TakenBack = checked(month.TakenBack - move.Units) },
        LotMoveKind.Granted => month with { Earned = checked(month.Earned + move.Units) },
        LotMoveKind.Redeemed => month with { Redeemed = checked(month.Redeemed + move.Units) },
        LotMoveKind.Restored => month with { Redeemed = checked(month.Redeemed - move.Units) },
        LotMoveKind.Expired => month with { Expired = checked(month.Expired + move.Units) },
        _ => month with { TakenBack = checked(month.TakenBack + move.Units) },
    };

    private static ExpiringPoints[] ExpiringOf(IReadOnlyList<LotHistory> lots, LoyaltyCalendar calendar, LocalDate today)
    {
        long[] units = new long[Days.Length + 1];
        HashSet<long>[] members = [.. units.Select(_ => new HashSet<long>())];
        foreach (LotHistory lot in lots)
        {
            if (lot.Outstanding <= 0)
                continue;
            int at = lot.Terms.ExpiresAt is { } end ? ClassOf(NodaTime.Period.DaysBetween(today, calendar.DateOf(end - Duration.Epsilon))) : Days.Length;
            units[at] = checked(units[at] + lot.Outstanding);
            members[at].Add(lot.Member);
        }

        return [.. units.Select((sum, at) => new ExpiringPoints(at < Days.Length ? Days[at] : null, sum, members[at].Count))];
    }

    private static int ClassOf(int days)
    {
        int at = 0;
        while (at < Days.Length && days > Days[at])
            at++;
        return at;
    }
}
