using CustomerValue.Customers;

namespace CustomerValue.Segmentation;

/// <summary>A segmentation that knows more of a customer than the segment: scores, bands, factors.</summary>
public interface IDetailedSegmentation : ISegmentation
{
    /// <summary>What it knows, as columns of one row a customer, missing where it knows nothing.</summary>
    /// <param name="customers">The customers.</param>
    IReadOnlyList<CustomerColumn> Details(CustomerBase customers);
}
