using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.GgomNbd;

namespace CustomerValue.Tests.LifetimeValue.GgomNbd;

/// <summary>golden.csv: fifty points from the ordinary to the extreme, by mpmath with 60 digits; golden.py says how they were made.</summary>
public class GgomNbdGoldenTests
{
    private const double Digits = 1e-10;

    [Fact]
    public void Sixty_digit_values_to_1e_minus_10()
    {
        using Stream stream = typeof(GgomNbdGoldenTests).Assembly.GetManifestResourceStream("ggom-nbd.csv")!;
        using StreamReader reader = new(stream);
        Assert.Equal("r,alpha,b,s,beta,x,recency,age,logLikelihood,alive,expected,discounted,three,survival", reader.ReadLine());
        int points = 0;
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            double[] cells = line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
            GgomNbdModel model = new(cells[0], cells[1], cells[2], cells[3], cells[4], TimeUnit.Week);
            PurchaseSummary history = new((int)cells[5], cells[6], cells[7]);
            PurchaseSummary justAcquired = new(0, 0, 0);
            Close(cells[8], model.LogLikelihood(history));
            Close(cells[8], new GgomNbdHistory().Evaluate(cells.AsSpan(0, 5), history.Frequency, history.Recency, history.Age, new double[5], new double[25]), 1e-2);
            Close(cells[9], model.ProbabilityAlive(history));
            Close(cells[10], model.ExpectedPurchases(52));
            // A rate of 0.002 a week, as an effective one a year.
            Close(cells[11], model.DiscountedExpectedPurchases(justAcquired, 52, Math.Exp(0.002 * 365.25 / 7) - 1));
            Close(cells[12], model.ProbabilityOfPurchases(3, 52));
            Close(cells[13], model.ProbabilityAlive(justAcquired, 52));
            points++;
        }

        Assert.Equal(50, points);
    }

    /// <summary>For b → 0 with β/b fixed: Pareto/NBD by its closed form with Gauss's hypergeometric function, to 40 digits.</summary>
    [Theory]
    [InlineData(0, 0, 38.86, -0.52100647056833457, 0.29531090459784263)]
    [InlineData(2, 30, 38.86, -9.5443979157614694, 0.86065334202831523)]
    [InlineData(12, 30, 39, -29.737769758303318, 0.63260052218679717)]
    [InlineData(60, 38.9, 39, -49.636851375604443, 0.99872743343130814)]
    [InlineData(1, 2, 39, -4.4933231529337603, 0.17435966169455278)]
    [InlineData(300, 20, 39, 378.34184818757527, 3.2433814912870034e-61)]
    public void Where_b_vanishes_it_is_pareto_nbd(int x, double recency, double age, double logLikelihood, double alive)
    {
        GgomNbdModel model = new(0.553, 10.58, 1e-13, 0.606, 11.67e-13, TimeUnit.Week);
        Close(logLikelihood, model.LogLikelihood(new(x, recency, age)));
        Close(alive, model.ProbabilityAlive(new(x, recency, age)));
    }

    /// <summary>Relative; of sums near 0 by the size of what is summed. What is 0 to 290 digits may be 0.</summary>
    private static void Close(double expected, double actual, double atLeast = 1e-290)
    {
        if (Math.Max(Math.Abs(expected), Math.Abs(actual)) > 1e-290)
            Assert.True(Math.Abs(actual - expected) <= Digits * Math.Max(atLeast, Math.Abs(expected)), $"{actual:R} is not {expected:R}");
    }
}
