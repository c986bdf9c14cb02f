using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Liability;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Liability;

/// <summary>The product-limit estimate by hand, and against a naive one.</summary>
public sealed class RedemptionCurveTests
{
    private static readonly Instant Start = Instant.FromUtc(2025, 1, 1, 12, 0);

    [Fact]
    public void Four_lots_by_hand()
    {
        // Of 400 units 100 are redeemed at 10 days; then 100 expire at 20; of the 200 left 50 are redeemed at 30, and 150 are still there at 40.
        LotHistory[] lots =
        [
            Lot(null, (0, LotMoveKind.Granted, 100), (10, LotMoveKind.Redeemed, 100)),
            Lot(20, (0, LotMoveKind.Granted, 100), (20, LotMoveKind.Expired, 100)),
            Lot(null, (0, LotMoveKind.Granted, 100), (30, LotMoveKind.Redeemed, 50)),
            Lot(null, (0, LotMoveKind.Granted, 100)),
        ];
        RedemptionCurve curve = RedemptionCurve.Of(lots, Start + Duration.FromDays(40));
        Assert.Equal([1, .75, .75, .75 * .75], new[] { 9, 10, 29, 30 }.Select(curve.At));
        Assert.Equal((40, 2), (curve.ObservedThrough, curve.RedeemedLots));
        Assert.Equal(.75m, curve.BreakageOf(15, 35));
        Assert.Equal(.5625m, curve.BreakageOf(0, 40));
        Assert.Equal(.5625m, curve.BreakageOf(0, 44));
        Assert.Equal(0, curve.BreakageOf(0, 45));
        Assert.Equal(0, curve.BreakageOf(0, null));
    }

    [Fact]
    public void A_redemption_that_was_undone_never_happened()
    {
        LotHistory whole = Lot(30, (0, LotMoveKind.Granted, 100), (5, LotMoveKind.Redeemed, 80), (7, LotMoveKind.Restored, 80));
        LotHistory part = Lot(30, (0, LotMoveKind.Granted, 100), (5, LotMoveKind.Redeemed, 80), (7, LotMoveKind.Restored, 30), (9, LotMoveKind.Redeemed, 10));
        Assert.Equal(0, RedemptionCurve.Of([whole], Start + Duration.FromDays(10)).RedeemedLots);
        Assert.Equal(1, RedemptionCurve.Of([whole], Start + Duration.FromDays(10)).At(10));
        RedemptionCurve curve = RedemptionCurve.Of([part], Start + Duration.FromDays(10));
        // The last 30 undone are the 10 of day 9 first, then 20 of day 5's 80.
        Assert.Equal((.4, .4), (Math.Round(curve.At(5), 12), Math.Round(curve.At(10), 12)));
    }

    [Fact]
    public void Points_from_another_member_join_at_their_age()
    {
        LotHistory[] lots = [Lot(null, (0, LotMoveKind.Granted, 100), (10, LotMoveKind.Redeemed, 50)), Lot(null, (8, LotMoveKind.Granted, 300))];
        RedemptionCurve curve = RedemptionCurve.Of(lots, Start + Duration.FromDays(20));
        Assert.Equal((1, .875), (curve.At(9), curve.At(10)));
    }

    [Fact]
    public void Nothing_known_is_no_breakage()
    {
        RedemptionCurve none = RedemptionCurve.Of([], Start);
        Assert.Equal((-1, 1.0, 0m), (none.ObservedThrough, none.At(5), none.BreakageOf(0, 10)));
        RedemptionCurve never = RedemptionCurve.Of([Lot(30, (0, LotMoveKind.Granted, 100), (30, LotMoveKind.Expired, 100))], Start + Duration.FromDays(40));
        Assert.Equal(0, never.BreakageOf(0, 30));
        Assert.Equal(0.03m, BreakageCurves.Stated(.03m).Of(Lot(null, (0, LotMoveKind.Granted, 1)), Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => BreakageCurves.Stated(1.1m));
    }

    /// <summary>Unit by unit: of those still there at an age, the part redeemed then, multiplied up.</summary>
    [Fact]
    public void Any_histories_agree_with_units_counted_one_by_one()
    {
        Random random = new(7);
        for (int trial = 0; trial < 200; trial++)
        {
            List<LotHistory> lots = [];
            List<(int From, int To, bool Redeemed)> units = [];
            Instant asOf = Start + Duration.FromDays(40);
            for (int lot = 0; lot < random.Next(1, 12); lot++)
            {
                List<(int, LotMoveKind, long)> moves = [];
                int joined = random.Next(3) == 0 ? random.Next(10) : 0;
                int left = random.Next(1, 9);
                moves.Add((joined, LotMoveKind.Granted, left));
                for (int day = joined; day < 40 && left > 0; day += random.Next(1, 15))
                {
                    int some = random.Next(0, left + 1);
                    LotMoveKind kind = random.Next(3) switch { 0 => LotMoveKind.Redeemed, 1 => LotMoveKind.Expired, _ => LotMoveKind.Withdrawn };
                    if (some == 0)
                        continue;
                    moves.Add((day, kind, some));
                    left -= some;
                    units.AddRange(Enumerable.Repeat((joined, day, kind == LotMoveKind.Redeemed), some));
                }

                units.AddRange(Enumerable.Repeat((joined, 40, false), left));
                lots.Add(Lot(null, [.. moves]));
            }

            RedemptionCurve curve = RedemptionCurve.Of(lots, asOf);
            double survival = 1;
            for (int age = 0; age <= curve.ObservedThrough; age++)
            {
                int atRisk = units.Count(unit => unit.From <= age && unit.To >= age);
                int redeemed = units.Count(unit => unit.To == age && unit.Redeemed);
                survival *= redeemed == 0 ? 1 : 1 - ((double)redeemed / atRisk);
                Assert.Equal(survival, curve.At(age), 12);
            }
        }
    }

    private static LotHistory Lot(int? end, params (int Day, LotMoveKind Kind, long Units)[] moves)
    {
        LotMove[] all = [.. moves.Select(move => new LotMove(Start + Duration.FromDays(move.Day), move.Kind, move.Units))];
        return new()
        {
            Member = 1,
            Terms = new(1, Start, Start, end is { } day ? Start + Duration.FromDays(day) : null),
            Moves = all,
            Outstanding = all.Sum(move => move.Kind is LotMoveKind.Granted or LotMoveKind.Restored ? move.Units : -move.Units),
        };
    }
}
