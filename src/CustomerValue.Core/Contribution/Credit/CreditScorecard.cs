using System.Globalization;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Contribution.Credit;

/// <summary>Points by measure and grades by points: the rules of a credit rating as data. Checked when made. Immutable.</summary>
public sealed class CreditScorecard
{
    /// <summary>Makes a scorecard.</summary>
    /// <param name="criteria">At least one; each measure at most once.</param>
    /// <param name="grades">The best first, the last from 0.</param>
    /// <exception cref="DataRejectedException">Bands or grades are out of order, leave a gap or overlap, or keys repeat; names every problem.</exception>
    public CreditScorecard(IReadOnlyList<CreditCriterion> criteria, IReadOnlyList<CreditGrade> grades)
    {
        Criteria = Array.AsReadOnly((criteria ?? throw new ArgumentNullException(nameof(criteria))).Select(criterion => criterion with { Bands = Array.AsReadOnly(criterion.Bands.ToArray()) }).ToArray());
        Grades = Array.AsReadOnly((grades ?? throw new ArgumentNullException(nameof(grades))).ToArray());
        ProblemList problems = new();
        if (Criteria.Count == 0)
            problems.Add(null, "criteria", null, "are missing; a rating needs one measure.");
        for (int row = 0; row < Criteria.Count; row++)
            Check(row, problems);
        CheckGrades(problems);
        problems.ThrowIfAny();
    }

    /// <summary>What is measured and scored.</summary>
    public IReadOnlyList<CreditCriterion> Criteria { get; }

    /// <summary>The grades, the best first.</summary>
    public IReadOnlyList<CreditGrade> Grades { get; }

    /// <summary>Who has no invoices.</summary>
    public static CreditGrade Unrated { get; } = new() { Key = "unrated", Label = new LocalizedText("unrated", "未评级"), From = 0 };

    /// <summary>
    /// AAA to D by four measures of 0–25 points each. A starting point of our own for terms of about 30 days, fitted to no data: replace thresholds by what
    /// your losses say.
    /// </summary>
    public static CreditScorecard Default { get; } = new(
        [
            Criterion(CreditMeasure.DaysSalesOutstanding, "days sales outstanding", "应收账款周转天数", 0, 30, 45, 60, 90),
            Criterion(CreditMeasure.OverdueShare, "overdue share", "逾期比例", 0, 0.05, 0.15, 0.3, 0.5),
            Criterion(CreditMeasure.MeanDaysLate, "mean days late", "平均逾期天数", 0, 3, 10, 30, 60),
            Criterion(CreditMeasure.LimitUse, "limit use", "信用额度使用率", 0, 0.5, 0.75, 0.9, 1),
        ],
        [
            Grade("AAA", "excellent", "优秀", 95), Grade("AA", "very good", "很好", 85), Grade("A", "good", "良好", 75),
            Grade("BBB", "fair", "一般", 60), Grade("BB", "watch", "关注", 45), Grade("B", "weak", "较差", 30),
            Grade("C", "poor", "差", 10), Grade("D", "stop credit", "停止赊销", 0),
        ]);

    /// <summary>Rates every customer.</summary>
    public CreditRatings Rate(CreditTable table) => new(this, table ?? throw new ArgumentNullException(nameof(table)));

    /// <summary>Points of a criterion for a value.</summary>
    internal static int Points(CreditCriterion criterion, double value) => criterion.Bands.Last(band => band.From <= value).Points;

    private static CreditCriterion Criterion(CreditMeasure measure, string english, string chinese, params double[] from)
    {
        int[] points = [25, 20, 12, 5, 0];
        return new CreditCriterion { Measure = measure, Name = new LocalizedText(english, chinese), Bands = [.. from.Select((value, band) => new CreditBand(value, points[band]))] };
    }

    private static CreditGrade Grade(string key, string english, string chinese, double from) => new() { Key = key, Label = new LocalizedText(english, chinese), From = from };

    private void Check(int row, ProblemList problems)
    {
        IReadOnlyList<CreditBand> bands = Criteria[row].Bands;
        if (Criteria[row].Measure is < CreditMeasure.DaysSalesOutstanding or > CreditMeasure.LimitUse)
            problems.Add(row, "criteria.measure", $"{Criteria[row].Measure}", "is no measure.");
        if (Criteria.Take(row).Any(earlier => earlier.Measure == Criteria[row].Measure))
            problems.Add(row, "criteria.measure", $"{Criteria[row].Measure}", "is there already; give each measure once.");
        if (bands.Count == 0 || bands[0].From != 0)
            problems.Add(row, "criteria.bands", bands.Count == 0 ? null : Say(bands[0].From), "do not begin at 0; values below the first band would have no points.");
        if (bands.Count > 0 && bands[0].Points <= 0)
            problems.Add(row, "criteria.bands", $"{bands[0].Points}", "points in the first band; the best band has some.");
        for (int band = 1; band < bands.Count; band++)
        {
            if (!(bands[band].From > bands[band - 1].From) || double.IsInfinity(bands[band].From))
                problems.Add(row, "criteria.bands", Say(bands[band].From), $"is not finite and above {Say(bands[band - 1].From)}, where the band before begins.");
            if (bands[band].Points > bands[band - 1].Points || bands[band].Points < 0)
                problems.Add(row, "criteria.bands", $"{bands[band].Points}", $"points are not in [0, {bands[band - 1].Points}]; more of a measure never gives more points.");
        }
    }

    private void CheckGrades(ProblemList problems)
    {
        HashSet<string> keys = new(StringComparer.Ordinal) { Unrated.Key };
        for (int row = 0; row < Grades.Count; row++)
        {
            if (string.IsNullOrWhiteSpace(Grades[row].Key) || !keys.Add(Grades[row].Key))
                problems.Add(row, "grades.key", Grades[row].Key, $"is blank, repeated, or {Unrated.Key}; give each grade a key of its own.");
            double above = row == 0 ? 100 : Grades[row - 1].From;
            if (!(row == 0 ? Grades[row].From <= above : Grades[row].From < above))
                problems.Add(row, "grades.from", Say(Grades[row].From), $"is not {(row == 0 ? "at most" : "below")} {Say(above)}; give the best grade first.");
        }

        if (Grades.Count == 0 || Grades[Grades.Count - 1].From != 0)
            problems.Add(null, "grades.from", Grades.Count == 0 ? null : Say(Grades[Grades.Count - 1].From), "is where the last grade begins; it begins at 0, or some scores would have no grade.");
    }

    private static string Say(double value) => value.ToString(CultureInfo.InvariantCulture);
}
