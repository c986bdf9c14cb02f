namespace CustomerValue.Segmentation.Rules;

/// <summary>At least one of some conditions.</summary>
internal sealed class BoundAny(BoundCondition[] conditions) : BoundCondition
{
    public override void Mark(int start, Span<bool> holds) => Join(conditions, start, holds, isAll: false);
}
