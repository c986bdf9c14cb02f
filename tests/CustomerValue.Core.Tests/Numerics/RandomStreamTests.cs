using CustomerValue.Numerics;
using CustomerValue.Tests.Simulation;
using MathNet.Numerics.Distributions;

namespace CustomerValue.Tests.Numerics;

/// <summary>Every sampler's moments and quantiles in standard errors; seeds are fixed.</summary>
public class RandomStreamTests
{
    private const int Draws = 200_000;

    [Fact]
    public void Uniform_numbers_are_uniform()
    {
        double[] draws = Of(1, (ref RandomStream random) => random.Uniform());
        Assert.All(draws, draw => Assert.True(draw is > 0 and < 1));
        Moments(draws, 0.5, 1.0 / 12);
        Follow(draws, x => x, 0.001, 0.1, 0.5, 0.9, 0.999);
    }

    [Fact]
    public void Normal_numbers_are_normal_to_the_tails()
    {
        double[] draws = Of(2, (ref RandomStream random) => random.Normal());
        Moments(draws, 0, 1);
        Assert.InRange(Z.OfMean(draws.Select(x => x * x * x * x).ToArray(), 3), -Z.Most, Z.Most);
        // Beyond 3.44 it is the tail, between 0.27 and 0.3 the highest layer.
        Follow(draws, x => Normal.CDF(0, 1, x), -3.6, -3.45, -3, -1, -0.3, 0.27, 0.5, 1.7, 2.5, 3.45, 3.6);
    }

    [Fact]
    public void Exponential_numbers_are_exponential()
    {
        double[] draws = Of(3, (ref RandomStream random) => random.Exponential());
        Moments(draws, 1, 1);
        Follow(draws, x => 1 - Math.Exp(-x), 0.001, 0.1, 1, 3, 8);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.55)]
    [InlineData(1)]
    [InlineData(1.6)]
    [InlineData(12)]
    [InlineData(2000)]
    public void Gamma_numbers_are_gamma(double shape)
    {
        double[] draws = Of(4, (ref RandomStream random) => random.Gamma(shape));
        Moments(draws, shape, shape);
        Follow(draws, x => Cumulative(shape, x), [.. new[] { 0.1, 0.5, 0.9, 0.99 }.Select(p => shape < 0.1 ? Math.Pow(p, 1 / shape) : Gamma.InvCDF(shape, 1, p))]);
        double[] logs = Of(5, (ref RandomStream random) => random.LogGamma(shape));
        Moments(logs, SpecialFunctions.Digamma(shape), SpecialFunctions.Trigamma(shape));
    }

    [Fact]
    public void The_log_of_a_gamma_number_is_finite_where_the_number_is_not_above_0()
    {
        RandomStream random = new(1, 0, 0, 0);
        for (int i = 0; i < 1000; i++)
            Assert.True(double.IsFinite(random.LogGamma(1e-6)));
    }

    /// <summary>Neighbouring keys, in each part of the key, have streams that know nothing of each other.</summary>
    [Fact]
    public void Streams_of_neighbouring_keys_are_independent()
    {
        Func<int, RandomStream>[] keys = [i => new(i, 0, 0, 0), i => new(0, i, 0, 0), i => new(0, 0, i, 0), i => new(0, 0, 0, i)];
        foreach (Func<int, RandomStream> key in keys)
        {
            double[] first = [.. Enumerable.Range(0, 20_000).Select(i => First(key(i)))];
            Moments(first, 0.5, 1.0 / 12);
            Assert.InRange(Z.Correlation(first.Skip(1), first.Take(first.Length - 1)) * Math.Sqrt(first.Length), -Z.Most, Z.Most);
        }

        static double First(RandomStream random) => random.Uniform();
    }

    [Fact]
    public void The_same_key_gives_the_same_numbers_on_every_framework()
    {
        RandomStream random = new(42, 1, 2, 3);
        Assert.Equal([7147147844182819895UL, 5681149312596652528UL, 14561231796037482860UL], Enumerable.Range(0, 3).Select(_ => random.Bits()));
    }

    /// <summary>MathNet's is 0 for tiny numbers, so there the series x^a e^(−x)/Γ(a+1) Σ x^n/(a+1)_n.</summary>
    private static double Cumulative(double shape, double x)
    {
        if (x > 5)
            return Gamma.CDF(shape, 1, x);
        double sum = 0;
        double term = 1;
        for (int n = 1; n < 60; n++, term *= x / (shape + n - 1))
            sum += term;
        return Math.Exp((shape * Math.Log(x)) - x - SpecialFunctions.LogGamma(shape + 1)) * sum;
    }

    private delegate double Sampler(ref RandomStream random);

    private static double[] Of(int seed, Sampler sampler)
    {
        RandomStream random = new(seed, 0, 0, 0);
        double[] draws = new double[Draws];
        for (int i = 0; i < Draws; i++)
            draws[i] = sampler(ref random);
        return draws;
    }

    private static void Moments(double[] draws, double mean, double variance)
    {
        Assert.InRange(Z.OfMean(draws, mean), -Z.Most, Z.Most);
        Assert.InRange(Z.OfVariance(draws, mean, variance), -Z.Most, Z.Most);
    }

    private static void Follow(double[] draws, Func<double, double> cumulative, params double[] points)
    {
        foreach (double point in points)
        {
            double p = cumulative(point);
            double z = (draws.Count(x => x <= point) - (draws.Length * p)) / Math.Sqrt(draws.Length * p * (1 - p));
            Assert.InRange(z, -Z.Most, Z.Most);
        }
    }
}
