using CustomerValue.Validation;

namespace CustomerValue.Customers;

/// <summary>
/// All customers at one date: first those who bought, in the order of their summaries, then prospects, known by profile only or
/// with nothing but refunded purchases. What strategies are fitted on and assign to. Immutable.
/// </summary>
public sealed partial class CustomerBase
{
    private readonly CustomerId[] prospects;
    private readonly Dictionary<CustomerId, CustomerProfile> profiles;
    private readonly HashSet<string> attributes;

    /// <summary>Joins summaries and profiles.</summary>
    /// <param name="purchases">What the purchases say.</param>
    /// <param name="profiles">Profiles of customers and prospects; null where there are none. One a customer.</param>
    /// <exception cref="DataRejectedException">A profile has no customer, or a customer has two; names every row, the first being 0.</exception>
    public CustomerBase(PurchaseSummaries purchases, IEnumerable<CustomerProfile>? profiles = null)
    {
        Purchases = purchases ?? throw new ArgumentNullException(nameof(purchases));
        this.profiles = ByCustomer(profiles ?? []);
        attributes = new HashSet<string>(this.profiles.Values.SelectMany(profile => profile.Attributes.Keys), StringComparer.Ordinal);
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
    /// <param name="row">Range: [0, <see cref="Count"/>).</param>
    public CustomerId Customer(int row) => row < Buyers ? Purchases.Columns.Customers[row] : prospects[row - Buyers];

    /// <summary>The profile of a row, or null.</summary>
    /// <param name="row">Range: [0, <see cref="Count"/>).</param>
    public CustomerProfile? Profile(int row) => profiles.TryGetValue(Customer(row), out CustomerProfile? profile) ? profile : null;

    private static Dictionary<CustomerId, CustomerProfile> ByCustomer(IEnumerable<CustomerProfile> profiles)
    {
        Dictionary<CustomerId, CustomerProfile> byCustomer = [];
        ProblemList problems = new();
        long row = 0;
        foreach (CustomerProfile profile in profiles)
        {
            string? wrong = profile.Customer == default ? "is no customer id (the default value); every profile needs a customer."
                : byCustomer.ContainsKey(profile.Customer) ? "has a profile already; give one a customer."
                : null;
            if (wrong is null)
                byCustomer.Add(profile.Customer, profile);
            else
                problems.Add(row, "customer", profile.Customer.Value, wrong);
            row++;
        }

        problems.ThrowIfAny();
        return byCustomer;
    }
}
