using CustomerValue.Loyalty.Ledger;
using NodaTime;

namespace CustomerValue.Loyalty.Liability;

/// <summary>
/// The part of points that is not redeemed by an age, in whole days from the earn: the product-limit estimate of Kaplan and Meier (1958, eq. 2a) over units.
/// What expires, is taken back or is still there leaves the units at risk when it does; what comes by transfer joins them at its age.
/// </summary>
public sealed class RedemptionCurve
{
    /// <summary>How far past the oldest age observed the curve is carried on flat, as a part of it: twelve months are 365 or 366 days.</summary>
    private const double Carried = 1.1;

    private readonly double[] survival;

    private RedemptionCurve(double[] survival, int lots) => (this.survival, RedeemedLots) = (survival, lots);

    /// <summary>The oldest age of which something is known, in days; −1 where there are no lots.</summary>
    public int ObservedThrough => survival.Length - 1;

    /// <summary>The number of lots of which something was redeemed.</summary>
    public int RedeemedLots { get; }

    /// <summary>Estimates the curve from lots with their histories.</summary>
    /// <param name="lots">The lots.</param>
    /// <param name="asOf">The instant until which the histories go: what is left then was not seen to its end.</param>
    public static RedemptionCurve Of(IEnumerable<LotHistory> lots, Instant asOf)
    {
        List<long> joining = [];
        List<long> leaving = [];
        List<long> redeemed = [];
        int with = 0;
        foreach (LotHistory lot in lots ?? throw new ArgumentNullException(nameof(lots)))
        {
            long undone = lot.Sum(LotMoveKind.Restored);
            with += lot.Sum(LotMoveKind.Redeemed) > undone ? 1 : 0;
            // From the end, so that a redemption that was undone never happened: the last is undone first.
            for (int at = lot.Moves.Count - 1; at >= 0; at--)
            {
                LotMove move = lot.Moves[at];
                int age = lot.AgeAt(move.At);
                if (move.Kind == LotMoveKind.Granted)
                    Add(joining, age, move.Units);
                else if (move.Kind == LotMoveKind.Redeemed)
                {
                    long still = Math.Max(0, move.Units - undone);
                    undone -= move.Units - still;
                    Add(redeemed, age, still);
                }
                else if (move.Kind != LotMoveKind.Restored)
                    Add(leaving, age, move.Units);
            }

            Add(leaving, lot.AgeAt(asOf), lot.Outstanding);
        }

        return new(Estimate(joining, leaving, redeemed), with);
    }

    /// <summary>The part not redeemed by the end of an age's day; 1 before the first age, and the last value after the oldest one.</summary>
    public double At(int age) => age < 0 || survival.Length == 0 ? 1 : survival[Math.Min(age, survival.Length - 1)];

    /// <summary>
    /// The part of what is left at an age that is never redeemed before the lot's end: S(end) ÷ S(age). It is 0 where nothing is known of that: for lots
    /// without an end, for ends more than a tenth past the oldest age observed, and where no redemption was ever seen. So the liability is not too small for want of knowledge.
    /// </summary>
    /// <returns>A part from 0 to 1, rounded to nine decimals.</returns>
    public decimal BreakageOf(int age, int? end)
    {
        if (end is not { } last || RedeemedLots == 0 || last > ObservedThrough * Carried || At(age) <= 0)
            return 0;
        return last <= age ? 1 : Math.Round((decimal)(At(last) / At(age)), 9);
    }

    private static double[] Estimate(List<long> joining, List<long> leaving, List<long> redeemed)
    {
        double[] survival = new double[Math.Max(joining.Count, Math.Max(leaving.Count, redeemed.Count))];
        long atRisk = 0;
        double left = 1;
        for (int age = 0; age < survival.Length; age++)
        {
            // Of one day, units join before any are redeemed, and others leave after.
            atRisk = checked(atRisk + Of(joining, age));
            long now = Of(redeemed, age);
            if (now > 0)
                left *= (double)(atRisk - now) / atRisk;
            survival[age] = left;
            atRisk -= now + Of(leaving, age);
        }

        return survival;
    }

    private static long Of(List<long> units, int age) => age < units.Count ? units[age] : 0;

    private static void Add(List<long> units, int age, long more)
    {
        if (more == 0)
            return;
        while (units.Count <= age)
            units.Add(0);
        units[age] = checked(units[age] + more);
    }
}
