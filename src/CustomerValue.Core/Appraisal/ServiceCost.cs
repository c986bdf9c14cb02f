using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.Numerics;

namespace CustomerValue.Appraisal;

/// <summary>What a customer costs to serve while still a customer, discounted: the cost of a year times ∫₀ʰ P(alive at T + u) e^(−δu) du.</summary>
internal static class ServiceCost
{
    /// <summary>Panels of the integral: survival is smooth and bends most at first.</summary>
    private const int Panels = 4;

    public static double Of(PurchaseModel model, PurchaseSummary customer, double horizon, double discountRate, double costPerYear)
    {
        double rate = model.Unit.ContinuousRate(discountRate);
        double time = 0;
        for (int panel = 0; panel < Panels; panel++)
            time += GaussLegendre.Integrate(horizon * panel / Panels, horizon * (panel + 1) / Panels, new Alive(model, customer, rate));
        return costPerYear * time / model.Unit.PerYear();
    }

    private readonly struct Alive(PurchaseModel model, PurchaseSummary customer, double rate) : IFunction
    {
        public double At(double u) => model.ProbabilityAlive(customer, u) * Math.Exp(-rate * u);
    }
}
