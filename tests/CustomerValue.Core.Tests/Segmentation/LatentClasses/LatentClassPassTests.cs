using CustomerValue.Segmentation.LatentClasses;

namespace CustomerValue.Tests.Segmentation.LatentClasses;

/// <summary>Passes over so many distinct answers that they are taken in parts.</summary>
public sealed class LatentClassPassTests
{
    private static readonly int[] Categories = [5, 5, 5, 5, 5, 5, 5, 5];

    private static readonly CategoryTable Table = Answers.Of(Answers.Drawn(40_000, Categories, 3, seed: 4, missing: 0.3), Categories);

    [Fact]
    public void Threads_change_nothing_over_several_parts()
    {
        LatentClassOptions options = new() { Classes = 3, Agreement = 1, MaxStarts = 1, MaxIterations = 40 };
        LatentClassFit one = LatentClassEstimator.Fit(Table, options with { Workers = 1 });
        Assert.True(one.Report.Patterns > 3 * 4096, $"{one.Report.Patterns}");
        foreach (int workers in new[] { 2, 3, 7 })
        {
            LatentClassFit other = LatentClassEstimator.Fit(Table, options with { Workers = workers });
            Assert.Equal(one.Report.LogLikelihood, other.Report.LogLikelihood);
            Assert.Equal(one.Report.ShareErrors, other.Report.ShareErrors);
            Assert.Equal(one.Model.Shares, other.Model.Shares);
            Assert.Equal(one.Model.Probabilities.SelectMany(a => a.SelectMany(b => b)), other.Model.Probabilities.SelectMany(a => a.SelectMany(b => b)));
        }
    }

    [Fact]
    public void Members_sum_to_respondents_and_posteriors_to_one()
    {
        AnswerPatterns patterns = AnswerPatterns.Of(Table, null);
        Expectation expectation = new(patterns, 3, 2, default);
        ClassParameters at = new(patterns, 3);
        for (int i = at.CellsFrom; i < at.Values.Length; i++)
            at.Values[i] = Math.Sin(i * 1.7);
        for (int @class = 0; @class < 3; @class++)
        {
            foreach (int start in patterns.Starts)
                at.Values[at.At(@class, start)] = 0;
        }

        at.Normalize();
        _ = expectation.Run(at);
        Assert.Equal(patterns.Total, expectation.Members.Sum(), 1e-9 * patterns.Total);
        // Of each item, those who answered and those who did not are everyone.
        for (int item = 0; item < patterns.Items; item++)
            Assert.Equal(patterns.Total, expectation.Counts.Skip(patterns.Starts[item] * at.Lanes).Take((Categories[item] + 1) * at.Lanes).Sum(), 1e-9 * patterns.Total);

        LatentClassModel model = LatentClassEstimator.Fit(Table, new LatentClassOptions { Classes = 3, Agreement = 1, MaxStarts = 1, MaxIterations = 5 }).Model;
        double[] posterior = new double[3];
        for (int row = 0; row < 500; row++)
        {
            model.Posterior([.. Enumerable.Range(0, Categories.Length).Select(item => Table[item][row])], [], posterior);
            Assert.Equal(1, posterior.Sum(), 1e-12);
            Assert.All(posterior, probability => Assert.InRange(probability, 0, 1));
        }
    }

    [Fact]
    public void Equal_rows_are_joined_however_many_digits_their_content_has()
    {
        int[] many = [.. Enumerable.Repeat(1000, 9)];
        int[][] rows = [.. Enumerable.Range(0, 600).Select(i => many.Select((_, item) => (i % 200 * (item + 7) * 131 % 1001) - 1).ToArray())];
        AnswerPatterns patterns = AnswerPatterns.Of(Answers.Of(rows, many), null);
        string[] expected = [.. rows.Where(row => row.Any(code => code >= 0)).Select(row => string.Join(",", row.Select(code => $"{code + 1:D4}"))).Distinct().OrderBy(text => text, StringComparer.Ordinal)];
        Assert.Equal(expected, Enumerable.Range(0, patterns.Count).Select(pattern => string.Join(",", Enumerable.Range(0, many.Length).Select(item => $"{patterns.Cells[(pattern * many.Length) + item] - patterns.Starts[item]:D4}"))));
        Assert.Equal(600 - rows.Count(row => row.All(code => code < 0)), patterns.Total);
    }

    [Fact]
    public void Climbs_that_are_left_are_said()
    {
        LatentClassReport report = LatentClassEstimator.Fit(Answers.Of(Answers.Drawn(4000, [3, 3, 3, 4, 4, 2], 3, seed: 1, missing: 0.05), [3, 3, 3, 4, 4, 2]), new LatentClassOptions { Classes = 5, MaxIterations = 400, Agreement = 2, MaxStarts = 8 }).Report;
        Assert.InRange(report.Finished, 3, report.Starts);
        Assert.Equal(report.Finished, report.Optima.Sum(optimum => optimum.Reached));
        if (report.Optima[0].Reached < 2)
            Assert.Contains(report.Warnings, warning => warning.English.Contains($"of which {report.Finished} went to the end", StringComparison.Ordinal));
    }
}
