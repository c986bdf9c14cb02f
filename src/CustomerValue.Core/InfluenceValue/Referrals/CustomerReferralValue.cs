using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>
/// The value of one customer's referrals, discounted: of those who would not have come otherwise (type-one) margin − reward − marketing + saved acquisition cost,
/// of the others the saved acquisition cost alone. Each flow counts as either by its probability. Source: Kumar, Petersen &amp; Leone (2007, 2010).
/// </summary>
public sealed record CustomerReferralValue
{
    private CustomerReferralValue(double typeOne, double typeTwo, IReadOnlyList<CustomerId> referred)
    {
        TypeOne = typeOne;
        TypeTwo = typeTwo;
        Referred = referred;
    }

    /// <summary>From customers who would not have come otherwise.</summary>
    public double TypeOne { get; }

    /// <summary>From customers who would have come anyway.</summary>
    public double TypeTwo { get; }

    /// <summary>The sum of both.</summary>
    public double Value => TypeOne + TypeTwo;

    /// <summary>The customers booked here, in ordinal order. No influence value may count them again.</summary>
    public IReadOnlyList<CustomerId> Referred { get; }

    /// <summary>Discounts the flows of the customers whom one customer referred.</summary>
    /// <param name="flows">The flows, in any order.</param>
    /// <param name="rate">The discount rate per period, &gt; −1 and finite.</param>
    /// <exception cref="DataRejectedException">A flow is invalid; lists every problem, the first row being 0.</exception>
    public static CustomerReferralValue Of(IEnumerable<ReferralCashFlow> flows, double rate)
    {
        if (flows is null)
            throw new ArgumentNullException(nameof(flows));
        if (!(rate > -1 && rate < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A discount rate is a finite number above −1.");
        ReferralCashFlow[] all = flows.ToArray();
        Check(all);

        // In one order, so that the last digits don't depend on the order of the input.
        List<double> typeOne = [], typeTwo = [];
        foreach (ReferralCashFlow flow in all)
        {
            double discount = Math.Pow(1 + rate, -flow.Period);
            typeOne.Add(flow.TypeOneProbability * (flow.Margin - flow.Reward - flow.MarketingCost + flow.SavedAcquisitionCost) * discount);
            typeTwo.Add((1 - flow.TypeOneProbability) * flow.SavedAcquisitionCost * discount);
        }

        typeOne.Sort();
        typeTwo.Sort();
        CustomerId[] referred = all.Select(flow => flow.Customer).Distinct().OrderBy(customer => customer).ToArray();
        return new CustomerReferralValue(typeOne.Sum(), typeTwo.Sum(), Array.AsReadOnly(referred));
    }

    private static void Check(ReferralCashFlow[] flows)
    {
        ProblemList problems = new();
        for (int row = 0; row < flows.Length; row++)
        {
            ReferralCashFlow flow = flows[row];
            void Refuse(bool wrong, string field, IFormattable value, string message)
            {
                if (wrong)
                    problems.Add(row, field, value.ToString(null, CultureInfo.InvariantCulture), $"{message} (customer '{flow.Customer}')");
            }

            if (!CustomerId.IsValid(flow.Customer.Value))
                problems.Add(row, "customer", null, "is no customer id (the default value).");
            Refuse(flow.Period < 0, "period", flow.Period, "is below 0.");
            Refuse(flow.TypeOneProbability is not (>= 0 and <= 1), "type-one probability", flow.TypeOneProbability, "is not in [0, 1].");
            double sum = flow.Margin + flow.Reward + flow.MarketingCost + flow.SavedAcquisitionCost;
            Refuse(double.IsNaN(sum) || double.IsInfinity(sum), "amount", sum, "is not finite; every amount of a flow is.");
        }

        problems.ThrowIfAny();
    }
}
