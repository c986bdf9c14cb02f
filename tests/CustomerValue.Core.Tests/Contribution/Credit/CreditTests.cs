using CustomerValue.Contribution;
using CustomerValue.Contribution.Credit;
using CustomerValue.Customers;
using CustomerValue.Validation;
using NodaTime;
using static CustomerValue.Tests.Contribution.Full.TwoCustomers;

namespace CustomerValue.Tests.Contribution.Credit;

public class CreditTests
{
    private static readonly CustomerBase AnnAndBob = BaseOf([Sale(Ann, 1, 1, 1), Sale(Bob, 1, 1, 1)]);
    private static readonly Invoice PaidLate = new() { Customer = Ann, Date = Day(3, 1), DueDate = Day(3, 11), PaidDate = Day(3, 21), Amount = 100, Currency = Yuan };
    private static readonly Invoice Open = new() { Customer = Ann, Date = Day(3, 20), DueDate = Day(4, 20), Amount = 300, OpenAmount = 300, Currency = Yuan };
    private static readonly Dictionary<CustomerId, decimal> Limits = new() { [Ann] = 1000 };

    [Fact]
    public void Measures_grade_and_reason_by_hand()
    {
        CreditRatings ratings = CreditScorecard.Default.Rate(CreditMeasurement.Of(AnnAndBob, [Open, PaidLate], Limits, Day(3, 31), days: 90));
        Assert.Equal([67.5, 0, 10, 0.3], OfAnn(ratings.Table));
        Assert.Equal((67, "BBB"), (ratings.Scores[0], ratings.Grade(0).Key));
        Assert.Equal("BBB, fair: 67 of 100; days sales outstanding 67.5 (5 of 25), overdue share 0% (25 of 25), mean days late 10 (12 of 25), limit use 30% (25 of 25).", ratings.Explain(0).English);
        Assert.Equal("BBB（一般）：67/100分；应收账款周转天数67.5（5/25分），逾期比例0%（25/25分），平均逾期天数10（12/25分），信用额度使用率30%（25/25分）。", ratings.Explain(0).Chinese);
        Assert.Equal((double.NaN, "unrated"), (ratings.Scores[1], ratings.Grade(1).Key));
        Assert.Equal("Unrated: no invoices in the 90 days to the day of counting, and none open.", ratings.Explain(1).English);
        CustomerBase with = AnnAndBob.With(ratings.Columns());
        Assert.Equal(67.5, with.Column(ColumnNames.DaysSalesOutstanding)!.Number(0));
        Assert.Equal(["BBB", "unrated"], new[] { 0, 1 }.Select(row => with.Column(ColumnNames.CreditGrade)!.Text(row)));
    }

    /// <summary>On 15 March the payment of the 21st is not known: 100 open of 100, four days over.</summary>
    [Fact]
    public void What_comes_after_the_day_is_not_known()
    {
        Assert.Equal([90, 1, 4, double.NaN], OfAnn(CreditMeasurement.Of(AnnAndBob, [Open, PaidLate], null, Day(3, 15), 90)));
        Assert.Equal(0, CreditMeasurement.Of(AnnAndBob, [Open, PaidLate], null, Day(2, 28), 90).Invoices[0]);
        Assert.Equal([0, 0, 10, 0], OfAnn(CreditMeasurement.Of(AnnAndBob, [PaidLate], Limits, Day(3, 21), 90)));
    }

    /// <summary>Ten days back only the second invoice is recent, so of the first nothing counts any more once it is paid.</summary>
    [Fact]
    public void Old_invoices_count_only_while_open()
    {
        Assert.Equal([12, 0, double.NaN, 0.3], OfAnn(CreditMeasurement.Of(AnnAndBob, [Open, PaidLate], Limits, Day(3, 31), 12)));
        Assert.Equal([double.NaN, 1, 9, 0.1], OfAnn(CreditMeasurement.Of(AnnAndBob, [PaidLate with { PaidDate = null, OpenAmount = 100 }], Limits, Day(3, 20), 5)));
    }

    [Fact]
    public void A_measure_that_is_unknown_is_left_out_of_the_score()
    {
        CreditRatings ratings = CreditScorecard.Default.Rate(CreditMeasurement.Of(AnnAndBob, [Open, PaidLate], null, Day(3, 31), 90));
        Assert.Equal(56, ratings.Scores[0], 12);
        Assert.EndsWith("limit use unknown.", ratings.Explain(0).English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "AAA")]
    [InlineData(0.05, "B")]
    [InlineData(0.5, "D")]
    public void Bands_begin_at_their_value(double overdue, string grade)
    {
        CreditCriterion overdueShare = CreditScorecard.Default.Criteria[1] with { Bands = [new(0, 10), new(0.05, 4), new(0.5, 0)] };
        CreditScorecard scorecard = new([overdueShare], CreditScorecard.Default.Grades);
        decimal late = (decimal)overdue * 1000;
        Invoice[] invoices = [Open with { Amount = 1000 - late, OpenAmount = 1000 - late }, .. late > 0 ? new[] { Open with { DueDate = Day(3, 20), Amount = late, OpenAmount = late } } : []];
        Assert.Equal(grade, scorecard.Rate(CreditMeasurement.Of(AnnAndBob, invoices, null, Day(3, 31))).Grade(0).Key);
    }

    [Fact]
    public void Scorecards_with_gaps_overlaps_or_out_of_order_are_refused_with_every_problem()
    {
        CreditCriterion criterion = CreditScorecard.Default.Criteria[0];
        CreditGrade grade = CreditScorecard.Default.Grades[0];
        string[] problems = [.. Assert.Throws<DataRejectedException>(() => new CreditScorecard(
            [criterion with { Bands = [new(1, 10), new(1, 12)] }, criterion],
            [grade, grade with { From = 99 }, grade with { Key = "unrated", From = 5 }])).Problems.Select(problem => problem.ToString())];
        Assert.Equal(
            [
                "row 0, criteria.bands: '1' do not begin at 0; values below the first band would have no points.",
                "row 0, criteria.bands: '1' is not finite and above 1, where the band before begins.",
                "row 0, criteria.bands: '12' points are not in [0, 10]; more of a measure never gives more points.",
                "row 1, criteria.measure: 'DaysSalesOutstanding' is there already; give each measure once.",
                "row 1, grades.key: 'AAA' is blank, repeated, or unrated; give each grade a key of its own.",
                "row 1, grades.from: '99' is not below 95; give the best grade first.",
                "row 2, grades.key: 'unrated' is blank, repeated, or unrated; give each grade a key of its own.",
                "'5' is where the last grade begins; it begins at 0, or some scores would have no grade.",
            ],
            problems.Select(problem => problem.Replace("grades.from: '5'", "'5'", StringComparison.Ordinal)));
    }

    [Fact]
    public void Wrong_invoices_and_limits_are_named_at_once() => Assert.Equal(
        4,
        Assert.Throws<DataRejectedException>(() => CreditMeasurement.Of(
            AnnAndBob,
            [PaidLate with { PaidDate = Day(2, 28) }, Open with { Currency = default }, Open with { Customer = new CustomerId("Cem") }],
            new Dictionary<CustomerId, decimal> { [Bob] = 0 },
            Day(3, 31))).Count);

    private static LocalDate Day(int month, int day) => new(2024, month, day);

    private static double[] OfAnn(CreditTable table) => [.. Enum.GetValues<CreditMeasure>().Select(measure => table[measure][0])];
}
