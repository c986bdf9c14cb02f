using CustomerValue.Labels;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Tests.Loyalty.Programs;

public sealed class ProgramTermsTests
{
    [Fact]
    public void The_small_programme_reads_as_terms_in_english()
    {
        string terms = ProgramTerms.Of(ProgramDocuments.Read(ProgramDocuments.Small), DisplayLanguage.English);
        Assert.StartsWith("# Terms of the programme small, version 1\n\nIn force from 2026-01-01 through 2026-12-31. All days and times are those of Asia/Shanghai.\n\n## Points\n", terms, StringComparison.Ordinal);
        string[] lines = terms.Split('\n');
        Assert.Contains("- PTS: points last 12 months from the day they are earned, through the end of that day.", lines);
        Assert.Contains("- PTS are spent in this order: what expires first, then what was earned first, then what was recorded first.", lines);
        Assert.Contains("- gold: from 1,000.", lines);
        Assert.Contains("- Of the rules of group one the first one counts.", lines);
        Assert.Contains("- Time: from 2026-06-01 through 2026-06-07.", lines);
        Assert.Contains("- At most 500 PTS for each member in a day, together with the other rules under daily; what passes it is not paid; points taken back make room again.", lines);
        Assert.Contains("- Points that are taken back but no longer there are owed; the next points pay them first.", lines);
    }

    [Fact]
    public void The_small_programme_reads_as_terms_in_chinese()
    {
        string[] lines = ProgramTerms.Of(ProgramDocuments.Read(ProgramDocuments.Small), DisplayLanguage.Chinese).Split('\n');
        Assert.Equal("# small 计划条款，版本 1", lines[0]);
        Assert.Contains("- PTS：积分自获得之日起 12 个月有效，当日结束前有效。", lines);
        Assert.Contains("- 时间：2026-06-01 至 2026-06-07（含）。", lines);
        Assert.Contains("- 应收回而不足的积分记为欠分，由后续积分优先抵扣。", lines);
    }

    /// <summary>Every rule, condition and effect says itself in the terms, in both languages, and the order of the file changes nothing.</summary>
    [Theory]
    [InlineData(DisplayLanguage.English)]
    [InlineData(DisplayLanguage.Chinese)]
    public void Everything_that_runs_stands_in_the_terms(DisplayLanguage language)
    {
        LoyaltyProgram program = ProgramDocuments.Read(ProgramDocuments.Rich);
        string terms = ProgramTerms.Of(program, language);
        foreach (LoyaltyRule rule in program.Rules)
        {
            Assert.Contains("### " + (rule.Name?.In(language) ?? rule.Id), terms, StringComparison.Ordinal);
            if (rule.When is { } when)
                Assert.Contains(when.Describe().In(language), terms, StringComparison.Ordinal);
            Assert.All(rule.Then, effect => Assert.Contains(effect.Describe().In(language), terms, StringComparison.Ordinal));
        }

        Assert.All(program.Rewards, reward => Assert.Contains(reward.Name?.In(language) ?? reward.Id, terms, StringComparison.Ordinal));
        Assert.Equal(terms, ProgramTerms.Of(program with { Rules = [.. program.Rules.Reverse()] }, language));
    }

    /// <summary>A policy that changes what happens changes what is written.</summary>
    [Fact]
    public void Every_policy_has_words_of_its_own()
    {
        LoyaltyProgram program = ProgramDocuments.Read(ProgramDocuments.Small);
        ProgramPolicies was = program.Policies;
        ProgramPolicies[] others =
        [
            was, was with { ShortfallOnClawback = ClawbackShortfall.AllowNegative }, was with { ShortfallOnClawback = ClawbackShortfall.AllowNegative, NegativeLimit = 50 },
            was with { ShortfallOnClawback = ClawbackShortfall.WriteOff }, was with { ShortfallOnClawback = ClawbackShortfall.Reject },
            was with { EarnReversal = ReversalPools.RemainingSpentExpired }, was with { EarnReversal = ReversalPools.ProRata }, was with { EarnReversal = ReversalPools.Strict },
            was with { RedemptionReversal = RestoredExpiry.Grace }, was with { BackdatedExpiry = ExpiryFrom.Recorded }, was with { RerateLater = true }, was with { PendingExpiry = PendingExpiry.Activation },
            was with { Funds = RedemptionFunds.AsOfOccurred }, was with { LeapDay = CustomerValue.Loyalty.Calendars.LeapDayPolicy.March1 }, was with { OnceReversal = OnceReversal.ReArm }, was with { HoldMinutes = 1 },
        ];
        foreach (DisplayLanguage language in new[] { DisplayLanguage.English, DisplayLanguage.Chinese })
            Assert.Equal(others.Length, others.Select(policies => ProgramTerms.Of(program with { Policies = policies }, language)).Distinct().Count());
    }

    [Fact]
    public void Names_can_t_break_the_form()
    {
        LoyaltyProgram program = ProgramDocuments.Read(ProgramDocuments.Small);
        LoyaltyRule rule = program.Rules[0] with { Name = new LocalizedText("A\n# B <script>", "甲") };
        Assert.Contains("### A \\# B \\<script>\n", ProgramTerms.Of(program with { Rules = [rule] }, DisplayLanguage.English), StringComparison.Ordinal);
    }
}
