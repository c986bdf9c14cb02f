using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>
/// Shape and rate of customers' gamma-distributed values, drawn given the values' sums alone, at a cost that doesn't grow with customers:
/// the shape by slices on its logarithm with the rate integrated out, then the rate. Source: Neal (2003), "Slice sampling", Annals of Statistics 31(3).
/// </summary>
internal sealed class GammaPopulation(GammaPrior shapePrior, GammaPrior ratePrior)
{
    /// <summary>Slices a sweep: each costs a few gamma functions, which is nothing beside the customers.</summary>
    private const int Slices = 3;

    public double Shape { get; private set; } = 1;

    public double Rate { get; set; } = 1;

    /// <summary>Draws both.</summary>
    /// <param name="customers">How many values.</param>
    /// <param name="sum">Their sum.</param>
    /// <param name="sumOfLogs">The sum of their logarithms.</param>
    /// <param name="random">The stream.</param>
    public void Draw(double customers, double sum, double sumOfLogs, ref RandomStream random)
    {
        double log = Math.Log(Shape);
        for (int i = 0; i < Slices; i++)
        {
            double level = LogDensity(log) - random.Exponential();
            double left = log - random.Uniform();
            double right = left + 1;
            while (LogDensity(left) > level)
                left--;
            while (LogDensity(right) > level)
                right++;
            double candidate = left + ((right - left) * random.Uniform());
            while (LogDensity(candidate) < level)
            {
                if (candidate < log)
                    left = candidate;
                else
                    right = candidate;
                candidate = left + ((right - left) * random.Uniform());
            }

            log = candidate;
        }

        Shape = Math.Exp(log);
        Rate = random.Gamma((Shape * customers) + ratePrior.Shape) / (sum + ratePrior.Rate);

        double LogDensity(double at)
        {
            double shape = Math.Exp(at);
            double power = (shape * customers) + ratePrior.Shape;
            return shapePrior.LogDensityOfLog(at) + (shape * sumOfLogs) - (customers * SpecialFunctions.LogGamma(shape)) + SpecialFunctions.LogGamma(power) - (power * Math.Log(sum + ratePrior.Rate));
        }
    }

    /// <summary>Takes both from elsewhere.</summary>
    public void Set(double shape, double rate) => (Shape, Rate) = (shape, rate);

    /// <summary>Log-density of the prior of a rate's logarithm, up to a constant.</summary>
    public double LogPriorOfRate(double rate) => ratePrior.LogDensityOfLog(Math.Log(rate));

    /// <summary>Log-density of the priors of the logarithms of both, up to a constant.</summary>
    public double LogPrior(double shape, double rate) => shapePrior.LogDensityOfLog(Math.Log(shape)) + ratePrior.LogDensityOfLog(Math.Log(rate));

    /// <summary>Log-density of a customer's value by its logarithm, up to a constant.</summary>
    public double LogDensity(double value, double log) => (Shape * log) - (Rate * value);
}
