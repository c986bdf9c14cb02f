namespace CustomerValue.Segmentation.Rules;

/// <summary>Every one of some conditions.</summary>
internal sealed class BoundAll(BoundCondition[] conditions) : BoundCondition
{
    public override void Mark(int start, Span<bool> holds) => Join(conditions, start, holds, isAll: true);
}
