using CustomerValue.LifetimeValue.ParetoNbdHb;
using CustomerValue.Numerics;
using CustomerValue.Tests.Simulation;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdHb;

/// <summary>Drawn times of leaving against the integral of their density, by either way of drawing them.</summary>
public class DropoutTimeTests
{
    [Theory]
    [InlineData(0.55, 10.6, 1.6, 11.7, 38)]
    [InlineData(12.5, 30, 1.6, 40, 5)]
    [InlineData(0.4, 0.05, 1.5, 40, 38)]
    [InlineData(0.4, 3, 30, 0.2, 38)]
    [InlineData(50, 0.5, 2, 300, 100)]
    [InlineData(1, 1, 1.0000000001, 200, 1000)]
    public void Mean_variance_and_median_are_those_of_the_density(double a, double alpha, double b, double beta, double silence)
    {
        const int draws = 40_000;
        RandomStream random = new(21, 0, 0, 0);
        double[] times = new double[draws];
        for (int i = 0; i < draws; i++)
            times[i] = DropoutTime.AfterLast(ref random, a, alpha, b, beta, silence);
        Assert.All(times, time => Assert.True(time >= 0 && time <= silence));

        double total = Integral(_ => 1);
        double mean = Integral(y => y) / total;
        Assert.InRange(Z.OfMean(times, mean), -Z.Most, Z.Most);
        Assert.InRange(Z.OfVariance(times, mean, Integral(y => (y - mean) * (y - mean)) / total), -Z.Most, Z.Most);
        double early = Math.Min(mean, silence / 3);
        double share = Integral(y => y < early ? 1 : 0) / total;
        Assert.InRange((times.Count(time => time < early) - (draws * share)) / Math.Sqrt(draws * share * (1 - share)), -Z.Most - 0.5, Z.Most + 0.5);

        double Integral(Func<double, double> f)
        {
            // Midpoints in l = ln(1 + y/scale), where the density is smooth.
            double scale = Math.Min(alpha, beta);
            double length = Math.Log(1 + (silence / scale));
            double sum = 0;
            for (int i = 0; i < draws; i++)
            {
                double y = scale * (Math.Exp((i + 0.5) / draws * length) - 1);
                sum += f(y) * (scale + y) * Math.Exp(-(a * Math.Log(1 + (y / alpha))) - (b * Math.Log(1 + (y / beta))));
            }

            return sum;
        }
    }
}
