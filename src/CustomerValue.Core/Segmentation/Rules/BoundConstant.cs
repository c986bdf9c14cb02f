namespace CustomerValue.Segmentation.Rules;

/// <summary>The same for everyone, as of a column that a base does not have.</summary>
internal sealed class BoundConstant(bool value) : BoundCondition
{
    public override void Mark(int start, Span<bool> holds) => holds.Fill(value);
}
