using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Tests.Loyalty.Scenarios;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>What is refused at the edges of what points may be, word by word: amounts stand in points, not in the units that the ledger counts.</summary>
public sealed class RefusalTextTests
{
    private readonly Club club = new(program => program with
    {
        Wallets = [program.Wallets[0] with { Scale = 2 }],
        Tiers = null,
        Rules = [new() { Id = "base", On = EventTypes.OrderPaid, Then = [Club.BaseEarn with { Qualifying = false }] }, program.Rules[2]],
        Policies = new() { Funds = RedemptionFunds.AsOfOccurred },
    });

    [Theory]
    [InlineData("0", "above 0, with at most 2 decimals", "大于 0，最多 2 位小数")]
    [InlineData("-5", "above 0, with at most 2 decimals", "大于 0，最多 2 位小数")]
    [InlineData("0.001", "above 0, with at most 2 decimals", "大于 0，最多 2 位小数")]
    [InlineData("1.255", "above 0, with at most 2 decimals", "大于 0，最多 2 位小数")]
    public void Points_that_are_no_points_can_not_be_earned(string points, string allowed, string allowed2)
    {
        decimal said = decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture);
        Rejection refused = club.Earn("2026-01-01", said).Rejection!;
        Assert.Equal(LedgerError.InvalidValue, refused.Error);
        Assert.Equal(($"points: '{points}' must be {allowed}.", $"points：“{points}”须为{allowed2}。"), (refused.Message.English, refused.Message.Chinese));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("-0.001")]
    public void A_correction_is_not_0(string points)
    {
        decimal said = decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture);
        Rejection refused = Adjust("2026-01-01", said).Rejection!;
        Assert.Equal(($"points: '{points}' must be not 0, with at most 2 decimals.", $"points：“{points}”须为不为 0，最多 2 位小数。"), (refused.Message.English, refused.Message.Chinese));
    }

    [Fact]
    public void The_most_points_of_a_command_are_a_thousand_million_million_units()
    {
        Assert.True(club.Earn("2026-01-01", 10_000_000_000_000m).IsAccepted);
        Assert.Equal("10000000000000.01 points are more than can be counted.", club.Earn("2026-01-01", 10_000_000_000_000.01m).Rejection!.Message.English);
        Assert.True(Adjust("2026-01-02", -10_000_000_000_000m).IsAccepted);
        Assert.Equal("-10000000000000.01 points are more than can be counted.", Adjust("2026-01-03", -10_000_000_000_000.01m).Rejection!.Message.English);
        Assert.Equal(LedgerError.PointsOverflow, club.Earn("2026-01-01", decimal.MaxValue).Rejection!.Error);
    }

    [Fact]
    public void What_is_asked_for_and_what_is_there_are_told_in_points()
    {
        club.Earn("2026-01-10", 12.5m);
        Rejection more = club.Redeem("2026-01-11", 20.25m).Rejection!;
        Assert.Equal("20.25 points are asked for and 12.5 are available; ask for less, or wait until pending points can be spent.", more.Message.English);
        Assert.Equal("需要 20.25 积分，可用 12.5 积分；请减少数量，或等待待生效积分可用。", more.Message.Chinese);
        Rejection then = club.Redeem("2026-01-05", 3.5m, recorded: "2026-01-12").Rejection!;
        Assert.Equal("3.5 points are asked for, and when it occurred 0 were available.", then.Message.English);
        Assert.Equal("需要 3.5 积分，发生时可用 0 积分。", then.Message.Chinese);
    }

    [Fact]
    public void Points_that_were_there_when_it_occurred_are_told()
    {
        club.Earn("2026-01-01", 1.5m);
        club.Earn("2026-01-10", 100);
        Assert.Equal("3.5 points are asked for, and when it occurred 1.5 were available.", club.Redeem("2026-01-05", 3.5m, recorded: "2026-01-12").Rejection!.Message.English);
        Assert.True(club.Redeem("2026-01-05", 1.5m, recorded: "2026-01-12 12:01").IsAccepted);
    }

    [Theory]
    [InlineData("0", false, "share: '0' must be above 0 and at most 1, and without lines.")]
    [InlineData("-0.5", false, "share: '-0.5' must be above 0 and at most 1, and without lines.")]
    [InlineData("1.01", false, "share: '1.01' must be above 0 and at most 1, and without lines.")]
    [InlineData("0.5", true, "share: '0.5' must be above 0 and at most 1, and without lines.")]
    public void A_refund_of_no_share_is_refused(string share, bool withLines, string message)
    {
        club.Order("2026-01-01", "o", 40);
        LedgerAnswer answer = club.Ledger.Handle(new OrderRefunded
        {
            Key = "r",
            Member = new("m"),
            OccurredAt = Club.At("2026-01-02"),
            OrderId = "o",
            Share = decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture),
            Lines = withLines ? [new("1", Club.Yuan(1))] : [],
        });
        Assert.Equal((LedgerError.InvalidValue, message), (answer.Rejection!.Error, answer.Rejection.Message.English));
        Assert.Equal("4000 / 0 / 0 / 0", club.State("2026-01-03"));
    }

    private LedgerAnswer Adjust(string time, decimal points) =>
        club.Ledger.Handle(new PointsAdjusted { Key = club.Key(), Member = new("m"), OccurredAt = Club.At(time), Points = points, Reason = "test" });
}
