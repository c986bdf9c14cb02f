namespace CustomerValue.Lifecycle.Definition;

/// <summary>A range for each measure, ends open or closed: one alternative of a guard. Immutable.</summary>
internal sealed class EvidenceBox
{
    private const int Measures = (int)Measure.DaysToTermEnd + 1;
    private readonly (double At, bool Open)[] low = new (double, bool)[Measures];
    private readonly (double At, bool Open)[] high = new (double, bool)[Measures];

    private EvidenceBox()
    {
        for (int measure = 0; measure < Measures; measure++)
            (low[measure], high[measure]) = ((Least((Measure)measure), false), (Most((Measure)measure), false));
    }

    public static EvidenceBox Everything => new();

    /// <summary>No value lies in some range.</summary>
    public bool IsEmpty
    {
        get
        {
            for (int measure = 0; measure < Measures; measure++)
            {
                if (low[measure].At > high[measure].At || (low[measure].At == high[measure].At && (low[measure].Open || high[measure].Open)))
                    return true;
            }

            return false;
        }
    }

    public static EvidenceBox Of(CompareGuard guard)
    {
        EvidenceBox box = new();
        bool open = guard.Comparison is Comparison.Above or Comparison.Below;
        if (guard.Comparison is Comparison.AtLeast or Comparison.Above)
            box.low[(int)guard.Measure] = Higher(box.low[(int)guard.Measure], (guard.Bound, open));
        else
            box.high[(int)guard.Measure] = Lower(box.high[(int)guard.Measure], (guard.Bound, open));
        return box;
    }

    public EvidenceBox And(EvidenceBox other)
    {
        EvidenceBox both = new();
        for (int measure = 0; measure < Measures; measure++)
            (both.low[measure], both.high[measure]) = (Higher(low[measure], other.low[measure]), Lower(high[measure], other.high[measure]));
        return both;
    }

    private static (double At, bool Open) Higher((double At, bool Open) left, (double At, bool Open) right) =>
        left.At != right.At ? left.At > right.At ? left : right : (left.At, left.Open || right.Open);

    private static (double At, bool Open) Lower((double At, bool Open) left, (double At, bool Open) right) =>
        left.At != right.At ? left.At < right.At ? left : right : (left.At, left.Open || right.Open);

    private static double Least(Measure measure) => measure == Measure.DaysToTermEnd ? double.NegativeInfinity : 0;

    private static double Most(Measure measure) => measure is Measure.Alive or Measure.SecondPurchase ? 1 : double.PositiveInfinity;
}
