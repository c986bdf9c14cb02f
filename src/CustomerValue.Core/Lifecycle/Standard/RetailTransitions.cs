using CustomerValue.Lifecycle.Definition;

namespace CustomerValue.Lifecycle.Standard;

/// <summary>The ways between the stages of <see cref="RetailLifecycle"/>.</summary>
internal static class RetailTransitions
{
    private static readonly string[] Open = ["prospect", "new", "one-timer", "developing", "active", "cooling", "at-risk", "dormant", "lost", "reactivated"];

    public static LifecycleTransition[] Of(RetailThresholds t)
    {
        Guard few = Guard.Below(Measure.Purchases, t.ActiveFrom), many = Guard.AtLeast(Measure.Purchases, t.ActiveFrom);
        Guard cooling = Guard.Any(Guard.AtLeast(Measure.Silence, t.CoolingSilence), Guard.Below(Measure.Alive, t.CoolingAlive));
        Guard atRisk = Guard.Any(Guard.AtLeast(Measure.Silence, t.AtRiskSilence), Guard.Below(Measure.Alive, t.AtRiskAlive));
        Guard dormant = Guard.Any(Guard.AtLeast(Measure.Silence, t.DormantSilence), Guard.Below(Measure.Alive, t.DormantAlive));
        Guard lost = Guard.All(Guard.AtLeast(Measure.Silence, t.LostSilence), Guard.Below(Measure.Alive, t.LostAlive));
        Measure[] back = [Measure.Purchases, Measure.Silence, Measure.SilentDays, Measure.Alive];
        return
        [
            On(LifecycleDefinition.Created, "L1", [], "prospect"),
            On(LifecycleDefinition.Purchase, "L2", ["prospect"], "new"),
            On(LifecycleDefinition.Purchase, "L2-unknown", [], "new"),
            On(LifecycleDefinition.Purchase, "L3", ["new", "developing"], "developing", few),
            On(LifecycleDefinition.Purchase, "L5", ["new", "developing", "active"], "active", many),
            On(LifecycleDefinition.Purchase, "L9-developing", ["cooling", "at-risk"], "developing", few),
            On(LifecycleDefinition.Purchase, "L9-active", ["cooling", "at-risk"], "active", many),
            On(LifecycleDefinition.Purchase, "L10", ["one-timer", "dormant", "lost"], "reactivated") with { IsFalseAlarm = true, Evidence = back },
            On(LifecycleDefinition.Purchase, "L11-developing", ["reactivated"], "developing", few),
            On(LifecycleDefinition.Purchase, "L11-active", ["reactivated"], "active", many),
            On(LifecycleDefinition.Time, "L4", ["new"], "one-timer", Guard.Below(Measure.SecondPurchase, t.OneTimerBelow)),
            Worse("L6", ["developing", "active"], "cooling", cooling, t),
            Worse("L7", ["cooling"], "at-risk", atRisk, t),
            Worse("L8-dormant", ["at-risk"], "dormant", dormant, t),
            Worse("L8-lost", ["dormant"], "lost", lost, t),
            On(LifecycleDefinition.Time, "L11-cooling", ["reactivated"], "cooling", Guard.AtLeast(Measure.GapsInStage, 1)),
            Refit("L9-refit-developing", "cooling", "developing", t.CoolingSilence, t.CoolingAlive, t, few),
            Refit("L9-refit-active", "cooling", "active", t.CoolingSilence, t.CoolingAlive, t, many),
            Refit("L9-refit-cooling", "at-risk", "cooling", t.AtRiskSilence, t.AtRiskAlive, t),
            Refit("L9-refit-at-risk", "dormant", "at-risk", t.DormantSilence, t.DormantAlive, t),
            On(LifecycleDefinition.ModelChanged, "L9-refit-dormant", ["lost"], "dormant", Guard.AtLeast(Measure.Alive, Math.Round(t.LostAlive + t.RefitMargin, 12))),
            On(RetailLifecycle.Closed, "L13", Open, "closed") with { NeedsReason = true },
        ];
    }

    internal static LifecycleTransition On(string what, string id, string[] from, string to, Guard? guard = null) =>
        new() { Id = id, From = from, To = to, On = what, Guard = guard ?? Guard.Always };

    /// <summary>A worse stage waits for its guard to hold some days, so that a customer near a bound doesn't flap, but not where the silence is long already.</summary>
    private static LifecycleTransition Worse(string id, string[] from, string to, Guard guard, RetailThresholds t) =>
        On(LifecycleDefinition.Time, id, from, to, guard) with { HoldDays = t.HoldDays, AtOnce = Guard.All(guard, Guard.AtLeast(Measure.Silence, t.AtOnceSilence)) };

    /// <summary>Another model alone lifts a customer by one stage, and only where A is clearly above the bound.</summary>
    private static LifecycleTransition Refit(string id, string from, string to, double silence, double alive, RetailThresholds t, Guard? further = null) =>
        On(LifecycleDefinition.ModelChanged, id, [from], to, Guard.All([Guard.Below(Measure.Silence, silence), Guard.AtLeast(Measure.Alive, Math.Min(1, Math.Round(alive + t.RefitMargin, 12))), .. further is null ? Array.Empty<Guard>() : [further]]));
}
