using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;

namespace CustomerValue.Tests.LifetimeValue.BgBb;

/// <summary>11,104 first-time donors of 1995 and their six opportunities to donate again: 22 patterns, each with how many followed it.</summary>
internal static class Donors
{
    public static FitResult<PurchaseModel> Fit()
    {
        double[][] cells = SharedData.Lines("data/donations/donations.csv").Skip(1)
            .Select(line => line.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        return new BgBbEstimator().Fit(
            new SummaryColumns(TimeUnit.Year, cells.Select(cell => (int)cell[0]).ToArray(), cells.Select(cell => cell[1]).ToArray(), cells.Select(cell => cell[2]).ToArray()),
            new FitOptions { Weights = cells.Select(cell => cell[3]).ToArray() });
    }
}
