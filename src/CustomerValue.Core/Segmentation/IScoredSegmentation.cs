using CustomerValue.Customers;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Segmentation;

/// <summary>A segmentation that also scores recency, frequency and money.</summary>
public interface IScoredSegmentation : ISegmentation
{
    /// <summary>How many scores each dimension has.</summary>
    RfmScores Highest { get; }

    /// <summary>The scores of a row, or null for a prospect.</summary>
    RfmScores? Score(CustomerBase customers, int row);
}
