using CustomerValue.Contribution.Demand;
using CustomerValue.Contribution.Trends;
using CustomerValue.Customers;
using CustomerValue.Tests.Contribution.Full;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.Contribution.Demand;

public sealed class DemandContributionTests
{
    private static readonly ObservationWindow Half = ObservationWindow.Between(new LocalDate(2024, 1, 1), new LocalDate(2024, 7, 1));

    /// <summary>Ann: 10 a month. Bob: 2 in January, 12 in May: sizes 2 and 12, mean 7, variance 50, CV² = 50/49, interval 6/2.</summary>
    [Fact]
    public void Two_customers_by_hand()
    {
        Purchase[] lines = [.. Enumerable.Range(1, 6).Select(month => Line("Ann", month, 10)), Line("Bob", 1, 5), Line("Bob", 1, -3), Line("Bob", 5, 12), Line("Bob", 5, null), Line("Bob", 7, 99)];
        DemandTable table = Table(lines, Half);
        Assert.Equal([60, 14], table.Units.ToArray());
        Assert.Equal(74, table.Total);
        Assert.Equal(60.0 / 74, table.Share[0], 15);
        Assert.Equal([8108, 1892], table.WholeShares());
        Assert.Equal([1, 2], table.Rank.ToArray());
        Assert.Equal([2, 0, 0, 0, 12, 0], Enumerable.Range(0, 6).Select(month => table.ByPeriod.Amounts(month)[1]));
        Assert.Equal((6, 6, 1.0, 0.0, DemandClass.Smooth), Tuple(table.Patterns[0]));
        Assert.Equal((2, 6, 3.0, DemandClass.Lumpy), (table.Patterns[1].PeriodsWithDemand, table.Patterns[1].PeriodsSinceFirst, table.Patterns[1].Interval, table.Patterns[1].Class));
        Assert.Equal(50.0 / 49, table.Patterns[1].SizeVariation, 14);
        Assert.Equal([0, 1], table.LinesWithoutQuantity.ToArray());
        Assert.Equal("Smooth: 60 units (81.1% of all), rank 1 of 2; demand in 6 of 6 months since the first (ADI 1, CV² 0).", table.Explain(0).English);
        Assert.Equal("Lumpy: 14 units (18.9% of all), rank 2 of 2; demand in 2 of 6 months since the first (ADI 3, CV² 1.02). 1 line without a quantity is not counted.", table.Explain(1).English);
        Assert.Equal("块状型需求：14件（占全部18.9%），在2名客户中排第2；自首次购买起6个月中有2个月有需求（平均间隔3，CV² 1.02）。另有1行没有数量，未计入。", table.Explain(1).Chinese);
        Assert.Equal("Steady: the median change a month is 0 over 6 months (Mann–Kendall p = 1.000).", table.ByPeriod.Explain(0).English);
    }

    /// <summary>CV² of (1, 3) is 0.5; of (10, 10, 10, 18) 1/9, both exact in fractions. 1.32 and 0.49 themselves are still even and often.</summary>
    [Fact]
    public void Classes_by_their_boundaries()
    {
        Assert.Equal(DemandClass.Erratic, Class(1, 3));
        Assert.Equal(DemandClass.Smooth, Class(10, 10, 10, 18));
        Assert.Equal(DemandClass.Intermittent, Class(10, 0, 10, 0));
        Assert.Equal(DemandClass.Lumpy, Class(1, 0, 3));
        Assert.Equal(DemandClass.Smooth, Class([.. Enumerable.Repeat(1m, 25), .. new decimal[8]]));
        Assert.Equal(DemandClass.Intermittent, Class([.. Enumerable.Repeat(1m, 25), .. new decimal[9]]));
        Assert.Equal(0.49, DemandPattern.Of([0.505025m, 1.494975m]).SizeVariation, 5);
        Assert.Equal(DemandClass.Smooth, Class(0.5051m, 1.4949m));
        Assert.Equal(DemandClass.Erratic, Class(0.505m, 1.495m));
        static DemandClass Class(params decimal[] units) => DemandPattern.Of(units).Class;
    }

    [Fact]
    public void Silence_counts_after_the_first_demand_and_not_before()
    {
        Assert.Equal((3, 3, 1.0, 0.0, DemandClass.Smooth), Tuple(DemandPattern.Of([0, 0, 0, 4, 4, 4])));
        Assert.Equal((3, 6, 2.0, 0.0, DemandClass.Intermittent), Tuple(DemandPattern.Of([4, 4, 4, 0, 0, -1])));
        Assert.Equal((0, 0, double.NaN, double.NaN, DemandClass.TooFew), Tuple(DemandPattern.Of([0, -1])));
        Assert.Equal((1, 2, 2.0, double.NaN, DemandClass.TooFew), Tuple(DemandPattern.Of([1, 0])));
        Assert.Equal(DemandClass.TooFew, DemandPattern.Of([]).Class);
    }

    [Fact]
    public void Prospects_few_and_returns_are_said()
    {
        DemandTable table = Table([Line("Ann", 2, 1), Line("Bob", 2, -1)], Half, "Zoe");
        Assert.Equal(0, table.Total);
        Assert.Equal([0, 0, 0], table.Share.ToArray());
        Assert.Equal([0L, 0, 0], table.WholeShares());
        Assert.Equal([1, 3, 2], table.Rank.ToArray());
        Assert.Equal("Too little to tell: 1 unit, rank 1 of 3; demand in 1 of 5 months since the first (ADI 5).", table.Explain(0).English);
        Assert.Equal("No demand: -1 units, rank 3 of 3.", table.Explain(1).English);
        Assert.Equal("无需求：0件，在3名客户中排第2。", table.Explain(2).Chinese);
    }

    /// <summary>Exact where doubles are not: tenths sum to whole units, and whole shares sum to the whole.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Shares_sum_and_two_customers_made_one_add(int seed)
    {
        Random random = new(seed);
        Purchase[] lines = [.. Enumerable.Range(0, 400).Select(_ => Line($"c{random.Next(20):00}", random.Next(1, 7), random.Next(1, 1000) / 10m))];
        DemandTable apart = Table(lines, Half);
        Assert.Equal(lines.Sum(line => line.Quantity!.Value), apart.Total);
        Assert.Equal(1, apart.Share.ToArray().Sum(), 12);
        Assert.Equal(10_000, apart.WholeShares().Sum());
        Assert.Equal(7, apart.WholeShares(7).Sum());

        DemandTable merged = Table([.. lines.Select(line => line.Customer.Value == "c01" ? line with { Customer = new CustomerId("c00") } : line)], Half);
        Assert.Equal(apart.Count - 1, merged.Count);
        Assert.Equal(apart.Units[0] + apart.Units[1], merged.Units[0]);
        for (int month = 0; month < 6; month++)
            Assert.Equal(apart.ByPeriod.Amounts(month)[0] + apart.ByPeriod.Amounts(month)[1], merged.ByPeriod.Amounts(month)[0]);
        DemandTable turned = Table([.. lines.Reverse()], Half);
        Assert.Equal(apart.Units.ToArray(), turned.Units.ToArray());
        Assert.Equal(apart.Patterns.ToArray(), turned.Patterns.ToArray());
    }

    [Fact]
    public void Days_fall_in_the_same_periods_as_the_calendar_cuts()
    {
        foreach (PeriodLength length in new[] { PeriodLength.Month, PeriodLength.Quarter, PeriodLength.Year })
        {
            ObservationWindow window = ObservationWindow.Between(new LocalDate(2021, 11, 15), new LocalDate(2025, 2, 3));
            IReadOnlyList<ObservationWindow> periods = CivilPeriods.In(window, length);
            for (LocalDate day = window.Start.PlusDays(-40); day < window.End.PlusDays(40); day = day.PlusDays(1))
                Assert.Equal(periods.ToList().FindIndex(period => period.Contains(day)), CivilPeriods.IndexOf(periods, day));
        }
    }

    [Fact]
    public void What_is_wrong_is_refused_in_every_row()
    {
        CustomerBase customers = BaseOf([Line("Ann", 1, 1)]);
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => DemandContribution.Of(customers, [Line("Ann", 1, 10_000_000_000_000m), Line("Eve", 2, 1), Line("Eve", 9, 1)], Half, PeriodLength.Month));
        Assert.Equal([(0L, "purchases.quantity"), (1L, "purchases.customer")], refusal.Problems.Select(problem => (problem.Row!.Value, problem.Field!)));
        Assert.Throws<ArgumentException>(() => DemandContribution.Of(customers, [], Half, PeriodLength.Year));
        Assert.Throws<ArgumentOutOfRangeException>(() => DemandContribution.Of(customers, [], Half, PeriodLength.Month, level: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DemandContribution.Of(customers, [], Half, PeriodLength.Month).WholeShares(0));
        Assert.Throws<ArgumentNullException>(() => DemandContribution.Of(null!, [], Half, PeriodLength.Month));
        Assert.Throws<ArgumentNullException>(() => DemandContribution.Of(customers, null!, Half, PeriodLength.Month));
    }

    private static (int, int, double, double, DemandClass) Tuple(DemandPattern pattern) => (pattern.PeriodsWithDemand, pattern.PeriodsSinceFirst, pattern.Interval, pattern.SizeVariation, pattern.Class);

    private static Purchase Line(string customer, int month, decimal? quantity) =>
        new() { Customer = new CustomerId(customer), Date = new LocalDate(2024, month, 15), Amount = 1, Quantity = quantity, Currency = TwoCustomers.Yuan };

    private static CustomerBase BaseOf(IEnumerable<Purchase> lines, params string[] prospects) =>
        TwoCustomers.BaseOf(lines.Select(line => line with { Date = new LocalDate(2024, 1, 15) }), prospects);

    private static DemandTable Table(Purchase[] lines, ObservationWindow window, params string[] prospects) => DemandContribution.Of(BaseOf(lines, prospects), lines, window, PeriodLength.Month);
}
