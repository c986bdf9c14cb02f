using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;

namespace CustomerValue.Tests.LifetimeValue.ShiftedBetaGeometric;

/// <summary>The two cohorts of Fader &amp; Hardie (2007), 1,000 customers each, calibrated on seven renewals.</summary>
public class SbgReferenceTests
{
    public static TheoryData<string, double, double> Published => new() { { "highend", 0.668, 3.806 }, { "regular", 0.704, 1.182 } };

    [SkippableTheory]
    [MemberData(nameof(Published))]
    public void Optimum_with_standard_errors_and_what_follows_from_it(string cohort, double alpha, double beta)
    {
        ContractColumns contracts = Contracts(8);
        FitResult<ShiftedBetaGeometricModel> fit = new ShiftedBetaGeometricEstimator().FitByCohort(contracts)[cohort];
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/lifetime/sbg.json")));
        JsonElement reference = document.RootElement.GetProperty("cohorts").GetProperty(cohort);
        Assert.True(fit.Report.Converged, fit.Report.Reason?.English);
        Assert.Equal([alpha, beta], fit.Report.Parameters.Select(parameter => Math.Round(parameter.Value, 3)));
        Assert.Equal(reference.GetProperty("loglik").GetDouble(), fit.Report.LogLikelihood, 1e-8);
        Assert.Equal(1000, fit.Report.Customers);
        Assert.Equal(8, fit.Report.DistinctHistories);
        for (int i = 0; i < 2; i++)
        {
            Relative.Equal(reference.GetProperty("params").GetProperty(fit.Report.Parameters[i].Name).GetDouble(), fit.Report.Parameters[i].Value, 1e-8);
            Relative.Equal(reference.GetProperty("std_err")[i].GetDouble(), fit.Report.StandardErrors![i], 1e-7);
        }

        JsonElement parameters = reference.GetProperty("params");
        ShiftedBetaGeometricModel model = new(parameters.GetProperty("alpha").GetDouble(), parameters.GetProperty("beta").GetDouble(), TimeUnit.Year);
        Holds("survival_0_12", 0, model.Survival);
        Holds("retention_1_12", 0, model.Retention);
        // The n-th number is that of a customer in the n-th period, who has renewed n − 1 times.
        Holds("derl_after_n_renewals_1_8_discount10pct", 0, renewals => model.DiscountedExpectedResidualLifetime(renewals, 0.1));

        void Holds(string quantity, int first, Func<int, double> actual)
        {
            foreach (JsonElement expected in reference.GetProperty(quantity).EnumerateArray())
                Relative.Equal(double.Parse(expected.GetString()!, CultureInfo.InvariantCulture), actual(first++), 1e-12);
        }
    }

    /// <summary>Fader &amp; Hardie (2007), figure 5: from seven renewals the model projects five more of the high-end cohort to within a point of 100.</summary>
    [SkippableFact]
    public void The_projection_meets_the_renewals_that_were_held_out()
    {
        ShiftedBetaGeometricModel model = new ShiftedBetaGeometricEstimator().FitByCohort(Contracts(8))["highend"].Model;
        double[] actual = Percentages("highend");
        for (int year = 8; year <= 12; year++)
            Assert.Equal(actual[year], 100 * model.Survival(year), 1.9);
    }

    private static double[] Percentages(string cohort)
    {
        string[][] rows = SharedData.Lines("data/sbg/sbg_paper_survival_percent.csv").Select(line => line.Split(',')).ToArray();
        int column = Array.IndexOf(rows[0], cohort);
        return rows.Skip(1).Select(row => double.Parse(row[column], CultureInfo.InvariantCulture)).ToArray();
    }

    /// <summary>1,000 customers a cohort, watched until they are in the given period.</summary>
    private static ContractColumns Contracts(int periods)
    {
        List<(double Recency, string Cohort)> rows = [];
        foreach (string cohort in new[] { "highend", "regular" })
        {
            double[] there = Percentages(cohort);
            for (int period = 1; period <= periods; period++)
            {
                double leaving = period == periods ? there[period - 1] : there[period - 1] - there[period];
                rows.AddRange(Enumerable.Repeat(((double)period, cohort), (int)Math.Round(10 * leaving)));
            }
        }

        return ContractColumns.OfPeriods(TimeUnit.Year, rows.Select(row => row.Recency).ToArray(), Enumerable.Repeat((double)periods, rows.Count).ToArray(), rows.Select(row => row.Cohort).ToArray());
    }
}
