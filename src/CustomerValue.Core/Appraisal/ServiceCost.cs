using CustomerValue.Customers;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Appraisal;

/// <summary>What a customer costs to serve while still a customer, discounted: the cost of a year times the discounted active years.</summary>
internal static class ServiceCost
{
    public static double Of(PurchaseModel model, PurchaseSummary customer, double horizon, double discountRate, double costPerYear) =>
        costPerYear * model.DiscountedActiveTime(customer, horizon, discountRate) / model.Unit.PerYear();
}
