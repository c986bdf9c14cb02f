using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Appraisal;

/// <summary>What holds for one customer alone. What is null holds as for all.</summary>
public sealed record CustomerTerms
{
    /// <summary>The customer; one that isn't appraised is passed over.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Effective discount rate a year of this customer's money, in [0, 10]; null for that of the appraisal.</summary>
    public double? DiscountRate { get; init; }

    /// <summary>What a purchase costs to serve beside the cost of what is sold: delivery, advice. ≥ 0; null for nothing.</summary>
    public decimal? CostPerPurchase { get; init; }

    /// <summary>What the customer costs to serve a year while still a customer: an account manager, a free line. ≥ 0; null for nothing.</summary>
    public decimal? CostPerYear { get; init; }

    /// <summary>What is wrong with the terms of all customers.</summary>
    internal static IEnumerable<DataProblem> Problems(IReadOnlyList<CustomerTerms> all)
    {
        HashSet<CustomerId> seen = [];
        for (int row = 0; row < all.Count; row++)
        {
            CustomerTerms terms = all[row];
            DataProblem Problem(string field, IFormattable value, string message) => new() { Row = row, Field = $"{nameof(AppraisalOptions.Terms)}.{field}", Value = value.ToString(null, CultureInfo.InvariantCulture), Message = message };
            if (terms.Customer == default || !seen.Add(terms.Customer))
                yield return new DataProblem { Row = row, Field = $"{nameof(AppraisalOptions.Terms)}.{nameof(Customer)}", Value = terms.Customer.Value, Message = "is no customer id, or has terms already; give one row a customer." };
            if (terms.DiscountRate is double rate && !(rate >= 0 && rate <= 10))
                yield return Problem(nameof(DiscountRate), rate, "is not in [0, 10]; 0.10 is 10 % a year.");
            if (terms.CostPerPurchase is decimal purchase and < 0)
                yield return Problem(nameof(CostPerPurchase), purchase, "is below 0; it is what a purchase costs to serve.");
            if (terms.CostPerYear is decimal year and < 0)
                yield return Problem(nameof(CostPerYear), year, "is below 0; it is what the customer costs to serve a year.");
        }
    }
}
