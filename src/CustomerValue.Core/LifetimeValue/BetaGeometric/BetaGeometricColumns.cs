using CustomerValue.Customers;
#if NET
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace CustomerValue.LifetimeValue.BetaGeometric;

/// <summary>P(alive) of columns: four customers at a time where the processor can, agreeing with the scalar form to 1e-11.</summary>
internal static class BetaGeometricColumns
{
    public static void ProbabilityAlive(BetaGeometricParameters parameters, SummaryColumns columns, Span<double> alive)
    {
        int row = 0;
#if NET
        if (Vector256.IsHardwareAccelerated)
            row = ProbabilityAliveByFour(parameters, columns.Frequency, columns.Recency, columns.Age, alive);
#endif
        BetaGeometricFormulas model = new(parameters);
        for (; row < columns.Count; row++)
            alive[row] = model.ProbabilityAlive(columns[row]);
    }

#if NET
    private static int ProbabilityAliveByFour(BetaGeometricParameters parameters, ReadOnlySpan<int> frequency, ReadOnlySpan<double> recency, ReadOnlySpan<double> age, Span<double> alive)
    {
        Vector256<double> r = Vector256.Create(parameters.R);
        Vector256<double> alpha = Vector256.Create(parameters.Alpha);
        Vector256<double> a = Vector256.Create(parameters.A);
        Vector256<double> b = Vector256.Create(parameters.B);
        Vector256<double> before = Vector256.Create(parameters.Extra - 1.0);
        // Without a chance to have left, the odds are none: BG/NBD's customers without a repeat purchase.
        Vector256<double> never = Vector256.Create(parameters.LeavesAtFirst ? -1.0 : 0.0);
        ref int x0 = ref MemoryMarshal.GetReference(frequency);
        ref double t0 = ref MemoryMarshal.GetReference(recency);
        ref double T0 = ref MemoryMarshal.GetReference(age);
        ref double out0 = ref MemoryMarshal.GetReference(alive);
        int row = 0;
        for (; row <= frequency.Length - Vector256<double>.Count; row += Vector256<double>.Count)
        {
            (Vector128<long> low, Vector128<long> high) = Vector128.Widen(Vector128.LoadUnsafe(ref x0, (nuint)row));
            Vector256<double> x = Vector256.ConvertToDouble(Vector256.Create(low, high));
            Vector256<double> atLast = alpha + Vector256.LoadUnsafe(ref t0, (nuint)row);
            Vector256<double> silence = Vector256.Log((alpha + Vector256.LoadUnsafe(ref T0, (nuint)row)) / atLast);
            Vector256<double> odds = a / (b + (x + before)) * Vector256.Exp((r + x) * silence);
            Vector256<double> probability = Vector256<double>.One / (Vector256<double>.One + odds);
            Vector256.ConditionalSelect(Vector256.Equals(x, never), Vector256<double>.One, probability).StoreUnsafe(ref out0, (nuint)row);
        }

        return row;
    }
#endif
}
