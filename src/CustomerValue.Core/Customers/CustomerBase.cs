namespace CustomerValue.Customers;

/// <summary>
/// All customers at one date: first those who bought, in the order of their summaries, then prospects, known by profile only or
/// with nothing but refunded purchases. What strategies are fitted on and assign to. Immutable.
/// </summary>
public sealed class CustomerBase
{
    private readonly CustomerId[] prospects;
    private readonly Dictionary<CustomerId, CustomerProfile> profiles;

    /// <summary>Joins summaries and profiles.</summary>
    /// <param name="purchases">What the purchases say.</param>
    /// <param name="profiles">Profiles of customers and prospects; null where there are none. One a customer.</param>
    public CustomerBase(PurchaseSummaries purchases, IEnumerable<CustomerProfile>? profiles = null)
    {
        Purchases = purchases ?? throw new ArgumentNullException(nameof(purchases));
        this.profiles = (profiles ?? []).ToDictionary(profile => profile.Customer);
        HashSet<CustomerId> buyers = [.. purchases.Columns.Customers.ToArray()];
        prospects = this.profiles.Keys.Concat(purchases.Report.CustomersWithoutPurchase).Where(id => !buyers.Contains(id)).Distinct().OrderBy(id => id).ToArray();
    }

    /// <summary>The buyers' summaries.</summary>
    public PurchaseSummaries Purchases { get; }

    /// <summary>Buyers and prospects.</summary>
    public int Count => Purchases.Count + prospects.Length;

    /// <summary>Rows below this number bought; the others are prospects.</summary>
    public int Buyers => Purchases.Count;

    /// <summary>The id of a row.</summary>
    public CustomerId Customer(int row) => row < Buyers ? Purchases.Columns.Customers[row] : prospects[row - Buyers];

    /// <summary>The profile of a row, or null.</summary>
    public CustomerProfile? Profile(int row) => profiles.TryGetValue(Customer(row), out CustomerProfile? profile) ? profile : null;
}
