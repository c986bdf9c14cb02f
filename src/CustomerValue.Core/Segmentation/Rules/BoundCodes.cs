#if NET
using System.Runtime.CompilerServices;
#endif
using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>What holds of each distinct text of a column, and of a missing one: asked once a text, looked up by row.</summary>
internal sealed class BoundCodes : BoundCondition
{
    private readonly TextColumn column;
    private readonly bool[] byCode;

    private BoundCodes(TextColumn column, bool[] byCode) => (this.column, this.byCode) = (column, byCode);

    public static BoundCodes Of(TextColumn column, bool missing, Func<int, bool> holds)
    {
        // A missing text has the code −1, and so the first place.
        bool[] byCode = new bool[column.Texts.Count + 1];
        byCode[0] = missing;
        for (int code = 0; code < byCode.Length - 1; code++)
            byCode[code + 1] = holds(code);
        return new BoundCodes(column, byCode);
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public override void Mark(int start, Span<bool> holds)
    {
        bool[] table = byCode;
        ReadOnlySpan<int> codes = column.Codes.Slice(start, holds.Length);
        for (int i = 0; i < codes.Length; i++)
            holds[i] = table[codes[i] + 1];
    }
}
