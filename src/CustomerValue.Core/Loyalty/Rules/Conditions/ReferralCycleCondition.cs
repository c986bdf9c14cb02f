namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The one who refers was himself referred by the one who is referred, directly or through others.</summary>
public sealed record ReferralCycleCondition : Condition
{
}
