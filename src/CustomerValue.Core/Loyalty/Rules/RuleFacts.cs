using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Loyalty.Rules;

/// <summary>Everything that rules may look at for one event.</summary>
public readonly struct RuleFacts
{
    /// <summary>Puts them together.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="local">Its civil date and time in the programme's zone.</param>
    /// <param name="member">The member.</param>
    /// <param name="order">The order that is paid, or by which a referral qualified; null for none.</param>
    /// <param name="referral">The two of a referral, or null.</param>
    public RuleFacts(LoyaltyEvent happened, LocalDateTime local, IMemberFacts member, OrderFacts? order, ReferralFacts? referral = null)
    {
        Event = happened ?? throw new ArgumentNullException(nameof(happened));
        Local = local;
        Member = member ?? throw new ArgumentNullException(nameof(member));
        Order = order;
        Referral = referral;
        Day = CivilDays.NumberOf(local.Date);
    }

    private RuleFacts(in RuleFacts facts, CompiledProgram program)
    {
        // One by one: a copy of the whole waits for itself in the processor's store buffer.
        Event = facts.Event;
        Local = facts.Local;
        Member = facts.Member;
        Order = facts.Order;
        Referral = facts.Referral;
        Day = facts.Day;
        Program = program;
    }

    /// <summary>The event.</summary>
    public LoyaltyEvent Event { get; }

    /// <summary>Its civil date and time in the programme's zone.</summary>
    public LocalDateTime Local { get; }

    /// <summary>The member.</summary>
    public IMemberFacts Member { get; }

    /// <summary>The order, or null.</summary>
    public OrderFacts? Order { get; }

    /// <summary>The two of a referral, or null.</summary>
    public ReferralFacts? Referral { get; }

    /// <summary>The programme whose rules look at them, for its calendar and its tiers; null before an evaluation.</summary>
    public CompiledProgram? Program { get; }

    /// <summary>The number of the civil day.</summary>
    internal int Day { get; }

    internal RuleFacts For(CompiledProgram program) => new(this, program);
}
