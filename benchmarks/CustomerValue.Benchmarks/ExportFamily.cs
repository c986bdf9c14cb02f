using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;
using CustomerValue.LifetimeValue.GgomNbd;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.ParetoNbdHb;
using CustomerValue.LifetimeValue.Uncertainty;

namespace CustomerValue.Benchmarks;

/// <summary>Data and answers of the models beyond the common ones.</summary>
internal static class ExportFamily
{
    public static void Write(string folder, Dictionary<string, object> answers)
    {
        answers["small"] = Bases.Small;
        answers["pareto"] = Export.Parameters(Bases.ParetoNbd.Parameters);
        answers["spend"] = Export.Parameters(Bases.Spend.Parameters);
        answers["gompertz model"] = Export.Parameters(Bases.GgomNbd.Parameters);
        answers["year"] = new { Weeks = Scoring.Year, Rate = Scoring.DiscountRate };
        answers["sweeps"] = Sweeps.SweepCount;
        Million(folder);
        answers["gompertz"] = Gompertz(folder);
        answers["covariates"] = CovariateFits.Counts.ToDictionary(count => count, count => Covariates(folder, count));
        answers["growth"] = FitGrowth.Counts.ToDictionary(count => count, count => new MbgNbdEstimator().Fit(Bases.Simulate(count)).Report.DistinctHistories);

        SummaryColumns small = Bases.Of(Bases.Small);
        double[][] drawn = Bootstrap.Run(new MbgNbdEstimator(), small, Uncertain.Hundred).Models.Select(model => Export.Parameters(model.Parameters)).ToArray();
        answers["bootstrap"] = Enumerable.Range(0, drawn[0].Length).Select(i => Deviation(drawn.Select(each => Math.Log(each[i])).ToArray())).ToArray();
        FitOptions chain = new() { Sampling = new SamplingOptions { Chains = 1, BurnIn = 1_000, Draws = 4_000, Thinning = 1 } };
        answers["hb"] = Export.Fit(new ParetoNbdHbEstimator().Fit(small, chain).Report);
    }

    /// <summary>Scores whose histories are written as "grid".</summary>
    private static void Million(string folder)
    {
        SummaryColumns columns = Bases.Of(Bases.Million);
        double[] values = new double[columns.Count];
        Bases.ParetoNbd.ProbabilityAlive(columns, values);
        Export.Column<double>(folder, "grid", "pareto-alive", values);
        Bases.ParetoNbd.ExpectedPurchases(columns, Scoring.Horizon, values);
        Export.Column<double>(folder, "grid", "pareto-expected", values);
        Scoring.ValueOfYear(Bases.BgNbd, columns, values, new double[columns.Count]);
        Export.Column<double>(folder, "grid", "value", values);
    }

    private static object Gompertz(string folder)
    {
        SummaryColumns columns = Bases.Of(Bases.Gompertz);
        Export.Columns(folder, Bases.Gompertz, columns);
        SummaryColumns offGrid = Bases.OffGrid(columns);
        Export.Columns(folder, "gompertz-offgrid", offGrid);
        double[] values = new double[columns.Count];
        Bases.GgomNbd.ProbabilityAlive(offGrid, values);
        Export.Column<double>(folder, "gompertz-offgrid", "alive", values);
        Bases.GgomNbd.ExpectedPurchases(offGrid, Scoring.Horizon, values);
        Export.Column<double>(folder, "gompertz-offgrid", "expected", values);
        return Export.Fit(new GgomNbdEstimator().Fit(columns).Report);
    }

    private static object Covariates(string folder, int customers)
    {
        (SummaryColumns columns, CovariateTable covariates) = CovariateFits.Draw(customers);
        string name = $"covariates-{customers}";
        Export.Columns(folder, name, columns);
        Export.Column<double>(folder, name, "z", Enumerable.Range(0, customers).SelectMany(row => covariates[row].ToArray()).ToArray());
        return Export.Fit(new CovariateEstimator("pareto-nbd").Fit(columns, covariates).Report);
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
