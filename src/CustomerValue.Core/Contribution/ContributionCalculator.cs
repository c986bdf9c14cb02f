using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Contribution;

/// <summary>
/// Contribution as a share of what all gave: profit where costs are known, else revenue, in the window of the summaries.
/// Levels are high, middle or low by <see cref="ContributionOptions"/>; by shares, who gives nothing or less is low, and all are where the total is not positive.
/// </summary>
public sealed class ContributionCalculator : IContributionCalculator
{
    private readonly ContributionOptions options;

    /// <summary>Makes the calculator.</summary>
    /// <param name="options">Where levels begin; null for 80 % and 95 %.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public ContributionCalculator(ContributionOptions? options = null)
    {
        this.options = options ?? new ContributionOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => "share";

    /// <inheritdoc/>
    public ContributionTable Calculate(CustomerBase customers)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        decimal[] revenue = new decimal[customers.Count];
        customers.Purchases.Revenue.CopyTo(revenue);
        return ContributionRanking.Of(customers, options, revenue, ContributionRanking.Profit(customers.Purchases, revenue));
    }
}
