namespace CustomerValue.Segmentation;

/// <summary>A segmentation that was estimated from a population and can say how that went.</summary>
public interface IFittedSegmentation : ISegmentation
{
    /// <summary>How the fit went.</summary>
    SegmentationFit Fit { get; }
}
