using CustomerValue.Customers;

namespace CustomerValue.Segmentation;

/// <summary>What every segmentation asks of a call that assigns all customers.</summary>
internal static class OnePlaceEach
{
    /// <summary>There are customers, and one place a customer.</summary>
    public static void Check(CustomerBase customers, ReadOnlySpan<int> segments)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        if (segments.Length != customers.Count)
            throw new ArgumentException($"The output has {segments.Length} places for {customers.Count} customers; it needs one a customer.", nameof(segments));
    }
}
