using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdCorrelated;

/// <summary>The parameters, and what they say of one customer: a mixture, with a negative weight among four, of Pareto/NBD with α or α + 1 and β or β + 1.</summary>
internal readonly struct CorrelatedParameters(double r, double alpha, double s, double beta, double m)
{
    private readonly SarmanovLink link = new(r, alpha, s, beta);

    /// <summary>c = m L1 L2.</summary>
    private double Weight => m * link.Both;

    /// <summary>ln L = ln L00 + ln(1 + c (1 − L10/L00 − L01/L00 + L11/L00)).</summary>
    public double LogLikelihood(PurchaseSummary customer)
    {
        double plain = new ParetoNbdParameters(r, alpha, s, beta).LogLikelihood(customer);
        return Weight == 0 ? plain : plain + SpecialFunctions.Log1P(Weight * Excess(customer));
    }

    /// <summary>P(alive) of Pareto/NBD, times how much likelier the silence of one who is alive becomes than that of any.</summary>
    public double ProbabilityAlive(PurchaseSummary customer)
    {
        double plain = new ParetoNbdParameters(r, alpha, s, beta).ProbabilityAlive(customer.Frequency, customer.Recency, customer.Age);
        return Weight == 0 ? plain : Math.Max(0, Math.Min(1, plain * Alive(customer.Frequency, customer.Age).Total / (1 + (Weight * Excess(customer)))));
    }

    /// <summary>A customer with this history who is alive at T; (0, 0) is a new customer.</summary>
    public CorrelatedBuyer Alive(int frequency, double age)
    {
        // Likelihood of being alive after all this, with α + 1 in place of α, and with β + 1 in place of β.
        double byAlpha = (r * SpecialFunctions.Log1P(1 / alpha)) - ((r + frequency) * SpecialFunctions.Log1P(1 / (alpha + age)));
        double byBeta = s * (SpecialFunctions.Log1P(1 / beta) - SpecialFunctions.Log1P(1 / (beta + age)));
        return new CorrelatedBuyer(r + frequency, alpha + age, s, beta + age, Weight, byAlpha, byBeta);
    }

    /// <summary>Repeat purchases of one customer drawn from the process. Marginally λ is Gamma(r, α); then μ is drawn by rejection from g2(μ)[1 + m φ1(λ) φ2(μ)].</summary>
    public IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon)
    {
        double rate = Sampling.Gamma(random, r, alpha);
        double slope = m * (Math.Exp(-rate) - link.First);
        double highest = 1 + Math.Max(slope * (1 - link.Second), -slope * link.Second);
        double leaving = Sampling.Gamma(random, s, beta);
        while (random.NextDouble() * highest > 1 + (slope * (Math.Exp(-leaving) - link.Second)))
            leaving = Sampling.Gamma(random, s, beta);
        return ParetoNbdParameters.SimulatePurchaseTimes(random, rate, leaving, horizon);
    }

    /// <summary>1 − L10/L00 − L01/L00 + L11/L00.</summary>
    private double Excess(PurchaseSummary customer)
    {
        double plain = Times(alpha, beta, customer);
        double raised = customer.Frequency * SpecialFunctions.Log1P(1 / alpha);
        double first = SpecialFunctions.Expm1(Times(alpha + 1, beta, customer) - raised - plain);
        double second = SpecialFunctions.Expm1(Times(alpha, beta + 1, customer) - plain);
        double both = SpecialFunctions.Expm1(Times(alpha + 1, beta + 1, customer) - raised - plain);
        return both - first - second;
    }

    private double Times(double a, double b, PurchaseSummary customer) => ParetoNbdTimes.Evaluate(r, a, s, b, customer.Frequency, customer.Recency, customer.Age);
}
