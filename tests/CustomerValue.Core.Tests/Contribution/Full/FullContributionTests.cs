using CustomerValue.Contribution;
using CustomerValue.Contribution.Full;
using CustomerValue.Contribution.Trends;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;
using FsCheck.Xunit;
using NodaTime;
using static CustomerValue.Tests.Contribution.Full.TwoCustomers;

namespace CustomerValue.Tests.Contribution.Full;

public class FullContributionTests
{
    [Fact]
    public void The_waterfall_by_hand()
    {
        ContributionTable table = Calculate(Data);
        Assert.Equal(["gross-sales", "returns", "cost-of-goods", "activity:visit", "activity:freight", "late-payment", "bad-debts", "shared:rent"], table.Parts.Select(part => part.Key));
        Assert.Equal([1000, -100, -540, -40, -12.50m, 0, 0, -64.29m], table.Parts.Select(part => part.Amounts[0]));
        Assert.Equal([500, 0, -300, -120, 0, -2.40m, 0, -35.71m], table.Parts.Select(part => part.Amounts[1]));
        Assert.Equal([243.21m, 41.89m], table.Value.ToArray());
        Assert.Equal([900, 500], table.Revenue.ToArray());
        Assert.Equal([360, 200], table.Profit.ToArray());
        Assert.True(table.IsNet);
        Assert.Equal([8531, 1469], table.WholeShares());
        Assert.Equal("Gave a net contribution of 243.21 CNY of 285.10 CNY in all (85.3%), rank 1 of 2: high.", table.Explain(0).English);
        Assert.Equal("净贡献243.21 CNY，全部客户合计285.10 CNY（占85.3%），在2名客户中排第1：高贡献。", table.Explain(0).Chinese);
    }

    [Fact]
    public void Subtotals_and_the_plain_calculator_have_no_parts()
    {
        CustomerBase customers = BaseOf(Data.Sales);
        ContributionWaterfall waterfall = new FullContributionCalculator(Data, Options).Waterfall(customers, Quarter);
        Assert.Equal([900, 500], waterfall.NetSales.ToArray());
        Assert.Equal([360, 200], waterfall.GrossMargin.ToArray());
        Assert.Equal([307.50m, 77.60m], waterfall.BeforeSharedCosts.ToArray());
        Assert.Equal([243.21m, 41.89m], waterfall.Net.ToArray());
        ContributionTable plain = new ContributionCalculator().Calculate(customers);
        Assert.Empty(plain.Parts);
        Assert.False(plain.IsNet);
    }

    [Theory]
    [InlineData(AllocationDriver.GrossMargin, null, 64.29, 35.71)]
    [InlineData(AllocationDriver.Orders, null, 66.67, 33.33)]
    [InlineData(AllocationDriver.Activity, "visit", 25, 75)]
    [InlineData(AllocationDriver.Activity, "freight", 100, 0)]
    public void Shared_costs_follow_their_driver(AllocationDriver driver, string? activity, double ann, double bob)
    {
        ContributionData data = Data with { Sales = [.. Data.Sales, Sale(Ann, 3, 1, 0, 0), Sale(Ann, 3, 1, 0, 0)], SharedCosts = [Rent(60, driver, activity), Rent(40, driver, activity)] };
        Assert.Equal([-(decimal)ann, -(decimal)bob], Calculate(data).Parts[^1].Amounts.ToArray());
    }

    [Fact]
    public void A_driver_of_nothing_divides_evenly_and_says_so()
    {
        ContributionData data = Data with { Services = [], SharedCosts = [Rent(0.05m, AllocationDriver.Activity, "visit")] };
        ContributionWaterfall waterfall = new FullContributionCalculator(data, Options).Waterfall(BaseOf(Data.Sales, "Cem"), Quarter);
        Assert.Equal([-0.02m, -0.02m, -0.01m], waterfall.Parts[^1].Amounts.ToArray());
        Assert.Equal(new LocalizedText("Rent was divided evenly: its driver is 0 for everyone.", "租金按客户数平均分摊：其分摊依据全部为零。"), Assert.Single(waterfall.Notes));
        Assert.Empty(new FullContributionCalculator(Data, Options).Waterfall(BaseOf(Data.Sales), Quarter).Notes);
    }

    /// <summary>Open from 2024-01-31: 29 days of February and 31 of March; the part written off on 2024-02-10 cost 10 days; the part paid in time nothing.</summary>
    [Fact]
    public void Late_money_costs_interest_for_the_days_of_the_period()
    {
        Invoice invoice = new() { Customer = Ann, Date = new LocalDate(2024, 1, 1), DueDate = new LocalDate(2024, 1, 31), PaidDate = new LocalDate(2024, 1, 31), Amount = 1000, OpenAmount = 365, WrittenOff = 73, WrittenOffDate = new LocalDate(2024, 2, 10), Currency = Yuan };
        ContributionData data = Data with { Invoices = [invoice], SharedCosts = [] };
        FullContributionCalculator calculator = new(data, Options with { CapitalRate = 0.10m });
        decimal[] Of(int firstMonth, int endMonth) => [.. calculator.Waterfall(BaseOf(Data.Sales), ObservationWindow.Between(new LocalDate(2024, firstMonth, 1), new LocalDate(2024, endMonth, 1))).Parts.Skip(5).Select(part => part.Amounts[0])];
        Assert.Equal([-6.20m, -73], Of(1, 4));
        Assert.Equal([0, 0], Of(1, 2));
        Assert.Equal([-3.10m, -73], Of(2, 3));
        Assert.Equal([-3.10m, 0], Of(3, 4));
    }

    [Fact]
    public void Costs_of_goods_that_nobody_knows_are_no_part()
    {
        ContributionTable table = new FullContributionCalculator(new ContributionData { Sales = [Sale(Ann, 1, 1, 5)] }).Calculate(BaseOf([Sale(Ann, 1, 1, 5)]));
        Assert.Equal(["gross-sales", "returns"], table.Parts.Select(part => part.Key));
        Assert.False(table.IsProfit);
        Assert.Equal(5, table.Total);
    }

    [Property(MaxTest = 100)]
    public void Parts_sum_to_the_net_contribution_shared_costs_to_themselves_and_months_to_the_quarter(int seed)
    {
        Random random = new(seed);
        CustomerId[] ids = [.. Enumerable.Range(0, random.Next(1, 12)).Select(i => new CustomerId($"c{i}"))];
        LocalDate Day() => new LocalDate(2024, 1, 1).PlusDays(random.Next(91));
        Purchase[] sales = [.. ids.Select(id => Sale(id, 1, 1, random.Next(1000) / 7m, random.Next(5) / 3m)), .. Enumerable.Range(0, 30).Select(_ => Sale(ids[random.Next(ids.Length)], 1, 1, random.Next(-300, 1000) / 100m, 1) with { Date = Day() })];
        ContributionData data = new()
        {
            Sales = sales,
            Services = [.. Enumerable.Range(0, 20).Select(_ => new ServiceRecord { Customer = ids[random.Next(ids.Length)], Date = Day(), Activity = "visit", Quantity = random.Next(9) / 4m })],
            SharedCosts = [.. Enum.GetValues<AllocationDriver>().Select((driver, i) => Rent(random.Next(100_000) / 100m, driver, driver == AllocationDriver.Activity ? "visit" : null) with { Key = $"cost{i}", Date = Day() })],
        };
        FullContributionCalculator calculator = new(data, Options);
        CustomerBase customers = BaseOf(sales);
        ContributionTable table = calculator.Calculate(customers);
        for (int row = 0; row < table.Count; row++)
            Assert.Equal(table.Value[row], table.Parts.Sum(part => part.Amounts[row]));
        foreach (SharedCost cost in data.SharedCosts)
            Assert.Equal(-cost.Amount, table.Parts.Single(part => part.Key == "shared:" + cost.Key).Total);
        Assert.Equal(table.Total > 0 ? 10_000 : 0, table.WholeShares().Sum());

        PeriodTable months = calculator.ByPeriod(customers, Quarter, PeriodLength.Month);
        Assert.Equal(3, months.Periods.Count);
        Assert.Equal(table.Total, Enumerable.Range(0, 3).Sum(month => months.Amounts(month).ToArray().Sum()));

        ContributionData reversed = data with { Sales = [.. data.Sales.Reverse()], Services = [.. data.Services.Reverse()], SharedCosts = [.. data.SharedCosts.Reverse()] };
        Assert.Equal(table.Value.ToArray(), new FullContributionCalculator(reversed, Options).Calculate(customers).Value.ToArray());
    }

    [Fact]
    public void Whole_shares_of_losses_are_negative_and_those_of_no_total_0()
    {
        ContributionTable Of(params decimal[] amounts) => new ContributionCalculator().Calculate(Segmentation.SmallBase.Of([.. amounts.Select(amount => (1, 1, amount))]));
        Assert.Equal([3334, 3333, 3333], Of(1, 1, 1).WholeShares());
        Assert.Equal([15_000, -5000], Of(3, -1).WholeShares());
        Assert.Equal([134, -34, 0], Of(4, -1, -0.01m).WholeShares(100));
        Assert.Equal([0, 0], Of(3, -3).WholeShares());
        Assert.Equal([7, 3], Of(70_000_000_000_000_000_000_000_000m, 30_000_000_000_000_000_000_000_000m).WholeShares(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(1).WholeShares(0));
    }

    [Fact]
    public void Every_wrong_row_is_named_at_once()
    {
        LocalDate day = new(2024, 1, 10);
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new FullContributionCalculator(
            Data with
            {
                Services =
                [
                    new ServiceRecord { Customer = Ann, Date = day, Activity = "call", Quantity = 1 },
                    new ServiceRecord { Customer = Ann, Date = day, Activity = "visit", Quantity = -1 },
                    new ServiceRecord { Customer = Ann, Date = day, Activity = "freight", Quantity = 1 },
                    new ServiceRecord { Customer = default, Date = day, Activity = "visit" },
                ],
                Invoices = [new Invoice { Customer = Bob, Date = day, DueDate = day, PaidDate = day.PlusDays(-1), Amount = 10 }, new Invoice { Customer = Bob, Date = day, DueDate = day, Amount = 10, OpenAmount = 4 }],
                SharedCosts = [Rent(1.005m), Rent(1, AllocationDriver.Activity, "call")],
            },
            Options));
        Assert.Equal(
            [
                "row 0, services.activity: 'call' is not defined; known activities: visit, freight.",
                "row 1, services.quantity: '-1' is below 0.",
                "row 2, services.amount: is missing, and the activity freight has no rate; give one of them.",
                "row 3, services.customer: is no customer id (the default value); every record needs a customer.",
                "row 3, services.quantity: and amount are missing; give one of them.",
                "row 0, invoices.paidDate: 'Tuesday, 09 January 2024' lies before the invoice's day Wednesday, 10 January 2024.",
                "row 1, invoices.paidDate: is missing, but a part is neither open nor written off; give the day of payment, or call the part open.",
                "row 0, sharedCosts.amount: '1.005' is not in [0, 10^12] with at most 2 decimals; round it, or allow more decimals.",
                "row 1, sharedCosts.key: 'rent' has another name or driver in an earlier row; use another key, or the same of both.",
                "row 1, sharedCosts.activity: 'call' is not defined; name the activity that drives the cost.",
            ],
            refused.Problems.Select(problem => problem.ToString()));
        Assert.Equal(3, Assert.Throws<DataRejectedException>(() => new FullContributionCalculator(Data, Options with { CapitalRate = -1, Decimals = 9, Activities = [Options.Activities[0] with { Rate = -1 }] })).Count);
    }

    [Fact]
    public void Unknown_customers_mixed_currencies_and_other_sales_are_refused()
    {
        string[] Problems(ContributionData data) => [.. Assert.Throws<DataRejectedException>(() => new FullContributionCalculator(data, Options).Calculate(BaseOf(Data.Sales))).Problems.Select(problem => problem.ToString())];
        Assert.Equal(
            [
                "row 3, sales.customer: 'Cem' is not in the customer base; add the customer as a prospect, or leave the row out.",
                "row 0, invoices.currency: 'USD' differs from CNY, the currency of the purchases; convert the amounts first.",
            ],
            Problems(Data with { Sales = [.. Data.Sales, Sale(new CustomerId("Cem"), 1, 1, 1)], Invoices = [Data.Invoices[0] with { Currency = new Currency("USD") }] }));
        Assert.Equal(
            ["row 1, sales: 'Bob' has net sales of 501 here and a revenue of 500 in the summaries; give the lines that the summaries were made of."],
            Problems(Data with { Sales = [.. Data.Sales, Sale(Bob, 1, 1, 1)] }));
    }

    private static ContributionTable Calculate(ContributionData data) => new FullContributionCalculator(data, Options).Calculate(BaseOf(data.Sales));
}
