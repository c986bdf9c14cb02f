using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>A segmentation that also scores recency, frequency and money.</summary>
public interface IScoredSegmentation : ISegmentation
{
    /// <summary>How many scores each dimension has.</summary>
    RfmScores Highest { get; }

    /// <summary>The scores of a row, or null for a prospect.</summary>
    RfmScores? Score(CustomerBase customers, int row);
}
