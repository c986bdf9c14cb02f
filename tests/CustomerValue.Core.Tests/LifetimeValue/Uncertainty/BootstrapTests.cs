using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Uncertainty;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.Uncertainty;

public class BootstrapTests
{
    private static readonly SummaryColumns Customers = Simulated.Columns(new MbgNbdModel(0.6, 6, 0.9, 1.8, TimeUnit.Week), new Random(5), 600, 52);

    [Fact]
    public void Replicates_are_the_same_for_any_number_of_threads_and_others_for_another_seed()
    {
        double[] Draws(int seed, int workers) => [.. Bootstrap.Run(new MbgNbdEstimator(), Customers, new BootstrapOptions { Replicates = 24, Seed = seed, Workers = workers }).Models.SelectMany(model => model.Parameters).Select(parameter => parameter.Value)];

        double[] once = Draws(3, 1);

        Assert.Equal(once, Draws(3, 3));
        Assert.NotEqual(once, Draws(4, 3));
        Assert.Equal(once.Length, once.Distinct().Count());
    }

    /// <summary>Multinomial weights: n in all, each of mean 1 and variance 1 − 1/n, within 4 standard errors.</summary>
    [Fact]
    public void Weights_are_drawn_with_replacement()
    {
        const int Rows = 50, Replicates = 2000;
        List<double[]> drawn = [];
        Bootstrap.Run(
            Rows,
            (options, _) =>
            {
                drawn.Add([.. options.Weights!]);
                return Fitted(true);
            },
            new BootstrapOptions { Replicates = Replicates, Workers = 1 });

        double[] weights = [.. drawn.Skip(1).SelectMany(weight => weight)];
        Assert.All(drawn, weight => Assert.Equal(Rows, weight.Sum()));
        Assert.Equal(1 - (1.0 / Rows), weights.Select(weight => (weight - 1) * (weight - 1)).Average(), 4 * Math.Sqrt(2.9 / weights.Length));
        double[] ofFirst = [.. drawn.Skip(1).Select(weight => weight[0])];
        Assert.Equal(1, ofFirst.Average(), 4 / Math.Sqrt(Replicates));
    }

    [Fact]
    public void Replicates_without_a_finite_optimum_are_counted_with_their_reasons()
    {
        int calls = 0;
        BootstrapResult<string> result = Bootstrap.Run(
            10,
            (_, _) => (calls++ % 3) switch { 0 => Fitted(true), 1 => Fitted(false), _ => throw new DataRejectedException(new DataProblem { Message = "nothing left" }) },
            new BootstrapOptions { Replicates = 30, Workers = 1 });

        Assert.Equal(30, result.Replicates);
        Assert.Equal(20, result.WithoutOptimum);
        Assert.Equal(10, result.Models.Count);
        Assert.Equal(["endless", "nothing left"], result.Reasons.Select(reason => reason.English).Order());
    }

    [Fact]
    public void A_fit_without_a_finite_optimum_is_drawn_anew_from_the_models_own_starts()
    {
        SummaryColumns nobody = new(TimeUnit.Week, new int[30], new double[30], [.. Enumerable.Repeat(30.0, 30)]);

        BootstrapResult<PurchaseModel> result = Bootstrap.Run(new MbgNbdEstimator(), nobody, new BootstrapOptions { Replicates = 5 });

        Assert.False(result.Fit.Report.Converged);
        Assert.Equal(5, result.WithoutOptimum);
        Assert.Empty(result.Parameters);
        Assert.NotEmpty(result.Reasons);
    }

    [SkippableFact]
    public void Cdnow_standard_errors_are_near_those_of_the_hessian()
    {
        BootstrapResult<PurchaseModel> result = Bootstrap.Run(new BgNbdEstimator(), Cdnow.Calibration(), new BootstrapOptions { Replicates = 200, Seed = 7 });

        Assert.Equal(0, result.WithoutOptimum);
        for (int i = 0; i < 4; i++)
        {
            Assert.InRange(result.Parameters[i].Value.StandardError / result.Fit.Report.StandardErrors![i], 0.7, 1.6);
            Assert.InRange(result.Fit.Report.Parameters[i].Value, result.Parameters[i].Value.Low, result.Parameters[i].Value.High);
        }
    }

    [SkippableFact]
    public void Spend_is_bootstrapped_too()
    {
        BootstrapResult<SpendModel> result = Bootstrap.Run(new GammaGammaEstimator(), Cdnow.Calibration(), new BootstrapOptions { Replicates = 40 });

        Assert.Equal(["p", "q", "v"], result.Parameters.Select(parameter => parameter.Name));
        Assert.InRange(result.Parameters[1].Value.StandardError / result.Fit.Report.StandardErrors![1], 0.6, 2.5);
    }

    [Fact]
    public void Every_problem_of_the_options_is_named_and_cancelling_stops()
    {
        BootstrapOptions wrong = new() { Replicates = 1, Level = 1, Fit = new FitOptions { Weights = [1] } };

        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => Bootstrap.Run(new MbgNbdEstimator(), Customers, wrong));

        Assert.Equal(["Replicates", "Level", "Fit"], refused.Problems.Select(problem => problem.Field));
        Assert.Throws<OperationCanceledException>(() => Bootstrap.Run(new MbgNbdEstimator(), Customers, cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Progress_ends_at_1()
    {
        List<double> told = [];
        Bootstrap.Run(new MbgNbdEstimator(), Customers, new BootstrapOptions { Replicates = 8, Workers = 1 }, new Told(told));
        Assert.Equal([0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1], told);
    }

    private static FitResult<string> Fitted(bool converged) => new()
    {
        Model = "m",
        Report = new()
        {
            Model = "m",
            Parameters = [new ModelParameter("a", 1)],
            Customers = 1,
            DistinctHistories = 1,
            LogLikelihood = -1,
            GradientNorm = 0,
            Iterations = 1,
            Evaluations = 1,
            Converged = converged,
            Reason = converged ? null : new LocalizedText("endless", "无穷"),
        },
    };

    private sealed class Told(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }
}
