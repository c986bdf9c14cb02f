using CustomerValue.Customers;

namespace CustomerValue.Contribution;

/// <summary>Says what each customer gave in the period of the summaries. Stateless and thread-safe.</summary>
public interface IContributionCalculator
{
    /// <summary>The name by which the calculator is asked for, such as <c>share</c>.</summary>
    string Name { get; }

    /// <summary>The contribution of every row of the base, prospects too; theirs is 0.</summary>
    ContributionTable Calculate(CustomerBase customers);
}
