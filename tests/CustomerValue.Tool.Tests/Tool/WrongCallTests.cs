namespace CustomerValue.Tool.Tests;

public class WrongCallTests
{
    [Theory]
    [InlineData("report --frobnicate", "--frobnicate")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("report --as-of 1998-02-30", "1998-02-30")]
    [InlineData("report --as-of 30.6.1998", "30.6.1998")]
    [InlineData("report --as-of 9999-12-31", "9999-12-31")]
    [InlineData("report --horizon 12", "'12'")]
    [InlineData("report --horizon 0mo", "0mo")]
    [InlineData("report --horizon -1y", "-1y")]
    [InlineData("report --horizon 12months", "12months")]
    [InlineData("report --horizon 101y", "101y")]
    [InlineData("report --discount-rate ten", "'ten'")]
    [InlineData("report --discount-rate -0.1", "-0.1")]
    [InlineData("report --discount-rate NaN", "NaN")]
    [InlineData("report --currency yuan", "yuan")]
    [InlineData("report --lang de", "'de'")]
    [InlineData("report --map customer", "'customer'")]
    [InlineData("report --map colour=blue", "colour")]
    [InlineData("report --referrals links.csv", "--referrals")]
    [InlineData("report --surveys answers.csv", "--surveys")]
    [InlineData("summarize --purchases p.csv --customer id --unit week --out s.csv", "--date")]
    [InlineData("summarize --customer id --date day --unit week --out s.csv", "--purchases")]
    [InlineData("summarize --purchases p.csv --customer id --date day --unit year --out s.csv", "'year'")]
    [InlineData("summarize --purchases p.csv --customer id --date day --unit week --holdout-end 1998-06-30 --out s.csv", "--calibration-end")]
    [InlineData("summarize --purchases p.csv --customer id --date day --unit week --calibration-end 1997-09-30 --holdout-end 1997-09-30 --out s.csv", "--holdout-end")]
    [InlineData("summarize --purchases p.csv --customer id --date day --unit week --from 1997-10-01 --calibration-end 1997-09-30 --out s.csv", "--from")]
    [InlineData("fit bg-nbd --summary s.csv", "--out")]
    [InlineData("fit bg-nbd --out m.json", "--summary")]
    [InlineData("fit --summary s.csv --out m.json", "argument missing")]
    [InlineData("fit pareto-nbd --summary s.csv --out m.json", "bg-nbd, mbg-nbd, pareto-nbd-hb, pareto-nbd-abe, gamma-gamma")]
    [InlineData("fit nonsense --summary s.csv --out m.json", "bg-nbd, mbg-nbd, pareto-nbd-hb, pareto-nbd-abe, gamma-gamma")]
    [InlineData("fit bg-nbd --summary s.csv --out m.json --penalizer -1", "'-1'")]
    [InlineData("fit bg-nbd --summary s.csv --out m.json --penalizer 1e999", "1e999")]
    [InlineData("fit bg-nbd --summary s.csv --out m.json --penalizer 1e300", "1e300")]
    [InlineData("fit bg-nbd --summary s.csv --out m.json --seed x", "x")]
    [InlineData("fit bg-nbd --summary s.csv --out m.json --life-covariates A,B", "--life-covariates")]
    [InlineData("score --model m.json --summary s.csv --out o.csv", "--horizon")]
    [InlineData("score --model m.json --summary s.csv --out o.csv --horizon 12mo", "12mo")]
    [InlineData("score --model m.json --summary s.csv --out o.csv --horizon 52 --interval 1", "'1'")]
    [InlineData("evaluate --summary s.csv", "argument missing")]
    [InlineData("evaluate gamma-gamma --summary s.csv", "bg-nbd, mbg-nbd, pareto-nbd-hb, pareto-nbd-abe")]
    [InlineData("evaluate bg-nbd nbd --summary s.csv", "'nbd'")]
    [InlineData("evaluate bg-nbd", "--summary")]
    public async Task A_wrong_call_exits_with_2_names_the_matter_and_points_to_the_help(string line, string named)
    {
        ToolRun run = await ToolRun.Of(line);

        Assert.Equal(2, run.Code);
        Assert.Empty(run.Output);
        Assert.Contains(run.ErrorLines, problem => problem.Contains(named, StringComparison.Ordinal));
        Assert.EndsWith("--help.", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_of_a_call_has_its_line()
    {
        ToolRun run = await ToolRun.Of("report --as-of never --horizon soon --discount-rate much");

        Assert.Equal(2, run.Code);
        Assert.Equal(4, run.ErrorLines.Length);
    }

    [Theory]
    [InlineData("report", "--out", "")]
    [InlineData("report", "--purchases", "")]
    [InlineData("report", "--as-of", "")]
    [InlineData("report", "--horizon", "")]
    [InlineData("summarize", "--customer", "")]
    public async Task An_unset_variable_of_a_script_is_a_wrong_call(params string[] args)
    {
        ToolRun run = await ToolRun.Of(args);

        Assert.Equal(2, run.Code);
        Assert.Contains(args[1], run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_of_single_options_come_before_problems_between_them()
    {
        ToolRun run = await ToolRun.Of("summarize --purchases p.csv --customer id --date day --unit week --out s.csv --from never --calibration-end 1997-09-30 --holdout-end 1997-09-30");

        Assert.Equal(2, run.Code);
        Assert.Contains("'never'", run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_command_at_all_is_a_wrong_call() => Assert.Equal(2, (await ToolRun.Of("")).Code);
}
