using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Contribution.Full;

/// <summary>From gross sales to net contribution, a row a customer, in a period. All amounts are exact; in every row the parts sum to <see cref="Net"/>. Immutable.</summary>
public sealed class ContributionWaterfall
{
    private readonly decimal[] netSales;
    private readonly decimal[] grossMargin;
    private readonly decimal[] beforeSharedCosts;
    private readonly decimal[] net;

    internal ContributionWaterfall(ObservationWindow period, Currency currency, ContributionPart[] parts, (decimal[] NetSales, decimal[] GrossMargin, decimal[] BeforeSharedCosts, decimal[] Net) sums, LocalizedText[] notes)
    {
        (Period, Currency, Parts, Notes) = (period, currency, Array.AsReadOnly(parts), Array.AsReadOnly(notes));
        (netSales, grossMargin, beforeSharedCosts, net) = sums;
    }

    /// <summary>The days counted.</summary>
    public ObservationWindow Period { get; }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The steps, in order: gross sales, returns, cost of goods (where known), activities, late payment, bad debts, shared costs. Costs are negative.</summary>
    public IReadOnlyList<ContributionPart> Parts { get; }

    /// <summary>Gross sales less returns.</summary>
    public ReadOnlySpan<decimal> NetSales => netSales;

    /// <summary>Net sales less the cost of goods; net sales where costs are unknown.</summary>
    public ReadOnlySpan<decimal> GrossMargin => grossMargin;

    /// <summary>Gross margin less cost to serve, late payment and bad debts: what the customer alone decides.</summary>
    public ReadOnlySpan<decimal> BeforeSharedCosts => beforeSharedCosts;

    /// <summary>Net contribution: all parts together.</summary>
    public ReadOnlySpan<decimal> Net => net;

    /// <summary>What was done instead of what was asked, such as a cost divided evenly because its driver was 0; empty where nothing was.</summary>
    public IReadOnlyList<LocalizedText> Notes { get; }

    internal decimal[] NetAmounts => net;
}
