using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Loyalty.Programs;

/// <summary>One rule: on an event, when conditions hold, pay or take back.</summary>
public sealed record LoyaltyRule
{
    /// <summary>Its name: 1 to 64 letters, digits, '-', '_' or '.'. Together with the priority it decides every tie.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it in statements and terms; where it is null the id stands.</summary>
    public Labels.LocalizedText? Name { get; init; }

    /// <summary>The event it listens to, such as <c>order.paid</c>.</summary>
    public required string On { get; init; }

    /// <summary>Lower numbers come first.</summary>
    public int Priority { get; init; }

    /// <summary>The group it competes in, or null.</summary>
    public string? Group { get; init; }

    /// <summary>When it may fire at all, or null for always.</summary>
    public RuleWindow? Window { get; init; }

    /// <summary>What must hold, or null for nothing.</summary>
    public Condition? When { get; init; }

    /// <summary>How often it may pay, or null for any number of times. <c>"once":"member"</c> is once ever.</summary>
    public RuleLimit? Limit { get; init; }

    /// <summary>A limit of its own on what it pays a member, or null.</summary>
    public Cap? Cap { get; init; }

    /// <summary>The named caps it shares with others.</summary>
    public IReadOnlyList<string> SharedCaps { get; init; } = [];

    /// <summary>A limit of its own on what it pays all members, or null.</summary>
    public Cap? Budget { get; init; }

    /// <summary>What it does; at least one effect.</summary>
    public required IReadOnlyList<Effect> Then { get; init; }

    /// <summary>Inputs with what the rule has to make of them, tried when the programme is loaded.</summary>
    public IReadOnlyList<RuleExample> Examples { get; init; } = [];
}
