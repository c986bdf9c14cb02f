using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Contribution.Credit;

/// <summary>Each customer's grade with its reason. Immutable.</summary>
public sealed class CreditRatings
{
    private readonly double[] scores;
    private readonly int[] grades;

    internal CreditRatings(CreditScorecard scorecard, CreditTable table)
    {
        (Scorecard, Table) = (scorecard, table);
        scores = new double[table.Count];
        grades = new int[table.Count];
        for (int row = 0; row < scores.Length; row++)
        {
            scores[row] = Score(row);
            grades[row] = -1;
            for (int grade = 0; grade < scorecard.Grades.Count && grades[row] < 0; grade++)
                grades[row] = scores[row] >= scorecard.Grades[grade].From ? grade : -1;
        }
    }

    /// <summary>The rules.</summary>
    public CreditScorecard Scorecard { get; }

    /// <summary>What was measured.</summary>
    public CreditTable Table { get; }

    /// <summary>Points got, in percent of those that the known measures could give; NaN where the customer is unrated.</summary>
    public ReadOnlySpan<double> Scores => scores;

    /// <summary>The grade of a row; <see cref="CreditScorecard.Unrated"/> where there are no invoices or none of the scorecard's measures is known.</summary>
    public CreditGrade Grade(int row) => grades[row] < 0 ? CreditScorecard.Unrated : Scorecard.Grades[grades[row]];

    /// <summary>Why the grade: each measure with its points.</summary>
    public LocalizedText Explain(int row)
    {
        CreditGrade grade = Grade(row);
        if (grades[row] < 0)
        {
            return Table.Invoices[row] == 0
                ? new LocalizedText($"Unrated: no invoices in the {Table.Days} days to the day of counting, and none open.", $"未评级：截至统计日的{Table.Days}天内没有发票，也没有未结发票。")
                : new LocalizedText("Unrated: none of the scorecard's measures is known.", "未评级：评分卡的指标均无数据。");
        }

        List<string> english = [], chinese = [];
        foreach (CreditCriterion criterion in Scorecard.Criteria)
        {
            double value = Table[criterion.Measure][row];
            bool known = !double.IsNaN(value);
            string said = criterion.Measure is CreditMeasure.OverdueShare or CreditMeasure.LimitUse ? Wording.Percent(value) : Wording.Number(value);
            int most = criterion.Bands[0].Points;
            english.Add(criterion.Name.English + (known ? $" {said} ({CreditScorecard.Points(criterion, value)} of {most})" : " unknown"));
            chinese.Add(criterion.Name.Chinese + (known ? $"{said}（{CreditScorecard.Points(criterion, value)}/{most}分）" : "未知"));
        }

        string score = Wording.Number(scores[row]);
        return new LocalizedText($"{grade.Key}, {grade.Label.English}: {score} of 100; {string.Join(", ", english)}.", $"{grade.Key}（{grade.Label.Chinese}）：{score}/100分；{string.Join("，", chinese)}。");
    }

    /// <summary>The measures and the grade (<see cref="ColumnNames.CreditGrade"/>) as columns of a base, so that rules may use them.</summary>
    public CustomerColumn[] Columns() => [.. Table.Columns(), new TextColumn(ColumnNames.CreditGrade, Enumerable.Range(0, grades.Length).Select(row => Grade(row).Key).ToArray())];

    private double Score(int row)
    {
        int got = 0, possible = 0;
        foreach (CreditCriterion criterion in Scorecard.Criteria)
        {
            double value = Table[criterion.Measure][row];
            if (double.IsNaN(value) || Table.Invoices[row] == 0)
                continue;
            got += CreditScorecard.Points(criterion, value);
            possible += criterion.Bands[0].Points;
        }

        return possible == 0 ? double.NaN : 100.0 * got / possible;
    }
}
