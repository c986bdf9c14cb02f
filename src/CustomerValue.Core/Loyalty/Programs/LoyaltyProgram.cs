using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Loyalty.Programs;

/// <summary>A loyalty programme as data: what is paid for what, how long it lasts, and what happens when things are taken back. Nothing in it is code; <see cref="Rules.CompiledProgram"/> checks it and makes it run.</summary>
public sealed record LoyaltyProgram
{
    /// <summary>The programme: 1 to 64 letters, digits, '-', '_' or '.'.</summary>
    public required string Id { get; init; }

    /// <summary>This version of it, such as <c>2026.1</c>. What was earned under a version stays with it.</summary>
    public required string Version { get; init; }

    /// <summary>IANA zone in which all civil dates of the programme are, such as <c>Asia/Shanghai</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The civil days on which this version is in force.</summary>
    public DayRange Effective { get; init; } = DayRange.Always;

    /// <summary>What points there are; at least one.</summary>
    public required IReadOnlyList<Wallet> Wallets { get; init; }

    /// <summary>How fractions become points.</summary>
    public RoundingPolicy Rounding { get; init; } = new();

    /// <summary>How several multipliers of one order come together.</summary>
    public Composition Composition { get; init; }

    /// <summary>What happens where real programmes differ.</summary>
    public ProgramPolicies Policies { get; init; } = new();

    /// <summary>The tiers, or null where there are none.</summary>
    public TierScheme? Tiers { get; init; }

    /// <summary>Groups of rules that stack or exclude one another.</summary>
    public IReadOnlyList<RuleGroup> Groups { get; init; } = [];

    /// <summary>Limits that rules share by name.</summary>
    public IReadOnlyList<Cap> Caps { get; init; } = [];

    /// <summary>The paths of the categories that there are, such as <c>coffee/beans</c>; where the list is empty any category is taken as known.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Names of events beyond those that the library knows, such as <c>app.checkin</c>.</summary>
    public IReadOnlyList<string> CustomEvents { get; init; } = [];

    /// <summary>The rules, in any order: nothing depends on it.</summary>
    public IReadOnlyList<LoyaltyRule> Rules { get; init; } = [];

    /// <summary>What points can be turned into.</summary>
    public IReadOnlyList<Reward> Rewards { get; init; } = [];

    /// <summary>What businesses get back for what they bought in a period.</summary>
    public IReadOnlyList<Rebates.RebateScheme> Rebates { get; init; } = [];

    /// <summary>The margin of a sale as a part of its amount, between 0 and 1; null where it is not known. Used by the check for arbitrage.</summary>
    public decimal? Margin { get; init; }
}
