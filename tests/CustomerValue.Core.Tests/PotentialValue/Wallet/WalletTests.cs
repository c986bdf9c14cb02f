using System.Globalization;
using CustomerValue.PotentialValue.Wallet;
using CustomerValue.Validation;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.PotentialValue.Wallet;

public sealed class WalletTests
{
    /// <summary>reference/potential/wallet_toy.json: ten neighbours; the quantile is the smallest spend that a part of τ reaches.</summary>
    [Fact]
    public void Wallet_of_ten_neighbours()
    {
        double[] spend = [100, 120, 80, 300, 150, 90, 200, 110, 130, 95];
        WalletTable alike = new([new double[10]]);
        NearestNeighbours model = NearestNeighbours.Fit(alike, spend, new() { Neighbours = 10 });
        double wallet = model.Estimate([0], tau: 0.9).Wallet;
        Assert.Equal(200, wallet);
        Assert.Equal(0.55, 110 / wallet, 12);
        Assert.Equal(16.25, spend.Average(each => WalletValidation.Pinball(each, wallet, 0.9)), 12);
        Assert.Equal(23.75, spend.Average(each => WalletValidation.Pinball(each, spend.Average(), 0.9)), 12);
        WalletEstimate[] without = new WalletEstimate[10];
        model.EstimateFitted(without, 0.9);
        // Without the own 300 the nine others reach no more than 200; without the own 100 the ninth of nine is 300.
        Assert.Equal((200, 300), (without[3].Wallet, without[0].Wallet));
        Assert.Equal(9, without[0].LookAlikes, 9);
    }

    /// <summary>reference/potential/wallet_ifood.json: 2,212 customers, τ = 0.9, ten folds. The forest there loses 43.9, 20 neighbours 56.5.</summary>
    [SkippableFact]
    public void The_forest_finds_wallets_as_well_as_the_best_peer()
    {
        (WalletTable customers, double[] spend) = MarketingCampaign();
        Assert.Equal(2212, customers.Rows);
        IReadOnlyList<WalletScore> scores = WalletValidation.Run(customers, spend);
        Assert.Equal(["forest", "nearest-neighbours"], scores.Select(score => score.Name));
        Assert.InRange(scores[0].Pinball, 40, 45);
        Assert.InRange(scores[0].Coverage, 0.88, 0.92);
        Assert.InRange(scores[1].Pinball, 55, 58);
        Assert.InRange(scores[1].Coverage, 0.86, 0.91);
    }

    /// <summary>Another order of customers, and customers known only in part.</summary>
    [Fact]
    public void The_order_of_customers_changes_nothing()
    {
        (WalletTable customers, double[] spend) = Made(300);
        int[] order = [.. Enumerable.Range(0, 300).OrderBy(row => row * 7919 % 300)];
        WalletTable shuffled = new([.. Enumerable.Range(0, 3).Select(column => (ReadOnlyMemory<double>)Array.ConvertAll(order, row => customers[column][row]))], customers.Names);
        QuantileForestOptions options = new() { Trees = 20 };
        QuantileForest forest = QuantileForest.Fit(customers, spend, options), other = QuantileForest.Fit(shuffled, Array.ConvertAll(order, row => spend[row]), options);
        WalletEstimate[] fitted = new WalletEstimate[300], fittedOther = new WalletEstimate[300], asked = new WalletEstimate[300];
        forest.EstimateFitted(fitted);
        other.EstimateFitted(fittedOther);
        Assert.All(order.Select((row, place) => (row, place)), pair => Assert.Equal(fitted[pair.row].Wallet, fittedOther[pair.place].Wallet));
        forest.Estimate(customers, asked);
        for (int row = 0; row < 300; row++)
        {
            Assert.Equal(asked[row].Wallet, other.Estimate([customers[0][row], customers[1][row], customers[2][row]]).Wallet);
            Assert.InRange(asked[row].Wallet, asked[row].Low, asked[row].High);
        }
    }

    /// <summary>Spend is drawn evenly below a wallet of 10 for the one kind of customer and 100 for the other: nine tenths of it are the quantile.</summary>
    [Fact]
    public void Kinds_of_customers_are_told_apart_and_the_own_spend_never_counts()
    {
        double[] kind = [.. Enumerable.Range(0, 400).Select(row => (double)(row % 2))], spend = [.. Enumerable.Range(0, 400).Select(row => (row % 2 == 0 ? 10 : 100) * ((row / 2) + 0.5) / 200)];
        spend[398] = 1000;
        foreach (LookAlikeModel model in new LookAlikeModel[] { QuantileForest.Fit(new([kind]), spend), NearestNeighbours.Fit(new([kind]), spend) })
        {
            WalletEstimate[] fitted = new WalletEstimate[400];
            model.EstimateFitted(fitted, tau: 0.9);
            Assert.InRange(fitted[0].Wallet, 8.8, 9.2);
            Assert.InRange(fitted[1].Wallet, 88, 92);
            model.EstimateFitted(fitted, tau: 0.9999);
            Assert.True(fitted[398].Wallet < 11);
            Assert.Equal(1000, fitted[0].Wallet);
        }
    }

    [Fact]
    public void Headroom_is_what_the_wallet_leaves()
    {
        WalletEstimate wallet = new() { Wallet = 200, Low = 150, High = 300, LookAlikes = 10 };
        WalletColumn column = WalletColumn.Of([new("B"), new("A"), new("C")], [wallet, wallet, wallet], [110, 250, 0], years: 2, marginRate: 0.4);
        Assert.Equal(["A", "B", "C"], column.Customers.ToArray().Select(customer => customer.Value));
        Assert.Equal([0, 18, 40], column.PerYear.ToArray(), Near);
        Assert.Equal([0, 8, 30], column.PerYearLow.ToArray(), Near);
        Assert.Equal([10, 38, 60], column.PerYearHigh.ToArray(), Near);
        Assert.Equal((0.55, 1.0), (column.ShareOfWallet(1), column.ShareOfWallet(0)));
        Assert.Equal(18 * 1.5, column.At(1, 1.5).Value, 12);
        Assert.Equal("Of customers like this one 90% spend at most 100 a year; 55 are spent here (55% of the wallet), which leaves 45 at a margin of 40%.", column.Explain(1).English);
        Assert.Equal((2, -1), (column.RowOf(new("C")), column.RowOf(new("D"))));
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused_with_all_that_is_wrong()
    {
        WalletTable customers = new([new double[] { 1, double.NaN }]);
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => QuantileForest.Fit(customers, [-1, double.NaN, 3], new() { Trees = 0, LeafSize = 0 }));
        Assert.Equal(["Trees", "LeafSize", "spend", "spend", "spend"], refusal.Problems.Select(problem => problem.Field));
        Assert.Throws<DataRejectedException>(() => new WalletTable([new double[] { double.PositiveInfinity }]));
        Assert.Throws<DataRejectedException>(() => NearestNeighbours.Fit(new([Array.Empty<double>()]), []));
        QuantileForest one = QuantileForest.Fit(customers, [5, 5]);
        Assert.Equal(5, one.Estimate([double.NaN]).Wallet);
        Assert.Throws<ArgumentOutOfRangeException>(() => one.Estimate([1], tau: 1));
        Assert.Throws<ArgumentException>(() => one.Estimate([1, 2]));
        Assert.Throws<DataRejectedException>(() => one.Estimate(new WalletTable([new double[1]], ["other"]), new WalletEstimate[1]));
        Assert.Throws<DataRejectedException>(() => WalletColumn.Of([new("A"), new("A")], new WalletEstimate[2], [1, -1], 1, 0.5));
    }

    private static bool Near(double left, double right) => Math.Abs(left - right) < 1e-12;

    private static (WalletTable Customers, double[] Spend) Made(int rows)
    {
        double[][] columns = [.. Enumerable.Range(0, 3).Select(column => Enumerable.Range(0, rows).Select(row => row % 17 == column ? double.NaN : Math.Floor(100 * Math.Abs(Math.Sin((row * (column + 1.3)) + column)))).ToArray())];
        return (new([.. columns.Select(column => (ReadOnlyMemory<double>)column)]), [.. Enumerable.Range(0, rows).Select(row => Math.Floor(50 * (1 + Math.Cos(row))) + (double.IsNaN(columns[0][row]) ? 0 : columns[0][row]))]);
    }

    internal static (WalletTable Customers, double[] Spend) MarketingCampaign()
    {
        string[][] lines = [.. File.ReadLines(SharedData.Path("data/marketing_campaign/marketing_campaign.csv")).Select(line => line.Split(';'))];
        string[] header = [.. lines[0].Select(name => name.Trim('\uFEFF'))];
        string Text(string[] line, string name) => line[Array.IndexOf(header, name)];
        double Number(string[] line, string name) => double.TryParse(Text(line, name), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
        string[][] kept = [.. lines.Skip(1).Where(line => Number(line, "Income") < 200_000 && Number(line, "Year_Birth") > 1930)];
        LocalDate last = new(2014, 6, 29);
        Func<string[], double>[] features =
        [
            line => Number(line, "Income"),
            line => 2014 - Number(line, "Year_Birth"),
            line => Number(line, "Kidhome"),
            line => Number(line, "Teenhome"),
            line => Array.IndexOf(["Basic", "2n Cycle", "Graduation", "Master", "PhD"], Text(line, "Education")),
            line => Text(line, "Marital_Status") is "Married" or "Together" ? 1 : 0,
            line => Period.DaysBetween(LocalDatePattern.Iso.Parse(Text(line, "Dt_Customer")).Value, last),
        ];
        WalletTable customers = new([.. features.Select(feature => (ReadOnlyMemory<double>)Array.ConvertAll(kept, line => feature(line)))], ["income", "age", "kid", "teen", "education", "couple", "tenure"]);
        string[] amounts = ["MntWines", "MntFruits", "MntMeatProducts", "MntFishProducts", "MntSweetProducts", "MntGoldProds"];
        return (customers, Array.ConvertAll(kept, line => amounts.Sum(name => Number(line, name))));
    }
}
