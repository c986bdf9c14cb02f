using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ParetoNbd;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbd;

/// <summary>Columns take another way to P(alive) than single customers, a continued fraction instead of a quadrature: they share nothing, and agree.</summary>
public class ParetoNbdColumnsTests
{
    [Fact]
    public void The_fraction_by_four_and_the_quadrature_agree_to_1e_minus_11_over_eight_orders_of_magnitude()
    {
        Random random = new(5);
        double Any(double lowest, double highest) => Math.Exp(Math.Log(lowest) + (random.NextDouble() * Math.Log(highest / lowest)));
        for (int trial = 0; trial < 2000; trial++)
        {
            double beta = Any(1e-4, 1e4);
            double alpha = trial % 3 == 0 ? Any(1e-4, 1e4) : beta * Any(0.05, 20);
            ParetoNbdModel model = new(Any(1e-4, 1e4), alpha, Any(1e-4, 1e4), beta, TimeUnit.Week);
            int[] frequency = new int[8];
            double[] recency = new double[8];
            double[] age = new double[8];
            for (int i = 0; i < 8; i++)
            {
                frequency[i] = i == 0 ? 0 : (int)Any(0.5, 2000);
                age[i] = Any(1e-2, 1e4);
                recency[i] = frequency[i] == 0 ? 0 : i == 1 ? age[i] : age[i] * random.NextDouble();
            }

            SummaryColumns columns = new(TimeUnit.Week, frequency, recency, age);
            double[] alive = new double[8];
            model.ProbabilityAlive(columns, alive);
            for (int i = 0; i < 8; i++)
            {
                double single = model.ProbabilityAlive(columns[i]);
                Assert.True(Math.Abs(single - alive[i]) <= (1e-11 * single) + 1e-300, $"{alive[i]:R} is not {single:R} of {columns[i]} with {string.Join(' ', model.Parameters)}");
            }
        }
    }
}
