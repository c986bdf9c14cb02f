using CustomerValue.Lifecycle.Definition;
using static CustomerValue.Lifecycle.Standard.RetailLifecycle;
using static CustomerValue.Lifecycle.Standard.RetailTransitions;

namespace CustomerValue.Lifecycle.Standard;

/// <summary>The lifecycle of customers with a contract: the stage follows from the contract and its term, never from a probability to be alive.</summary>
public static class ContractLifecycle
{
    /// <summary>The event by which a contract is signed; sets the term's end.</summary>
    public const string Signed = "signed";

    /// <summary>The event by which it is renewed; sets the term's new end.</summary>
    public const string Renewed = "renewed";

    /// <summary>The event by which it is cancelled; needs a reason.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The definition.</summary>
    /// <param name="onboardingDays">Days after signing for which a customer is onboarding; ≥ 0.</param>
    /// <param name="renewalDays">Days before the term's end from which a renewal is due; ≥ 0.</param>
    /// <param name="graceDays">Days after the term's end for which a contract can still be renewed; ≥ 0.</param>
    public static LifecycleDefinition Create(int onboardingDays = 30, int renewalDays = 60, int graceDays = 30)
    {
        foreach ((string name, int days) in new[] { (nameof(onboardingDays), onboardingDays), (nameof(renewalDays), renewalDays), (nameof(graceDays), graceDays) })
        {
            if (days < 0)
                throw new ArgumentOutOfRangeException(name, days, "Give 0 days or more.");
        }

        string[] running = ["onboarding", "in-term", "renewal-due", "grace", "won-back"];
        return new LifecycleBuilder("contract", "1", new("Contract", "合同"))
            .With(
                Event(LifecycleDefinition.Created, "Became known", "建档"),
                Event(Signed, "Contract signed", "签约"),
                Event(Renewed, "Contract renewed", "续约"),
                Event(Cancelled, "Contract cancelled", "解约"),
                Event(Closed, "Closed", "关闭"))
            .With(
                Stage("prospect", "Prospect", "潜在客户", 4, "Known, no contract yet.", "已建档，尚未签约。"),
                Stage("onboarding", "Onboarding", "上手期", 7, "Signed not long ago.", "签约不久。"),
                Stage("in-term", "In term", "合同期内", 7, "The term runs.", "合同期内。"),
                Stage("renewal-due", "Renewal due", "待续约", 5, "The term ends soon.", "合同即将到期。"),
                Stage("grace", "Grace", "宽限期", 3, "The term has ended and can still be renewed.", "合同已到期，仍可续约。"),
                Stage("lapsed", "Lapsed", "已流失", 1, "The contract has ended.", "合同已结束。"),
                Stage("won-back", "Won back", "已挽回", 7, "Signed anew after a lapse.", "流失后重新签约。"),
                Stage("closed", "Closed", "已关闭", 0, "Deceased, bankrupt, blocked, merged or erased.", "去世、破产、封禁、合并或删除。") with { IsEnd = true })
            .With(
                On(LifecycleDefinition.Created, "C1", [], "prospect"),
                On(Signed, "C2", ["prospect"], "onboarding"),
                On(Signed, "C2-unknown", [], "onboarding"),
                On(Renewed, "C3", ["onboarding", "in-term", "renewal-due", "grace", "won-back"], "in-term"),
                On(Signed, "C4", ["lapsed"], "won-back"),
                On(Cancelled, "C5", running, "lapsed") with { NeedsReason = true },
                On(LifecycleDefinition.Time, "C6", ["onboarding", "won-back"], "in-term", Guard.AtLeast(Measure.DaysInStage, onboardingDays)) with { Rank = 1 },
                On(LifecycleDefinition.Time, "C7", ["onboarding", "in-term", "won-back"], "renewal-due", Guard.Compare(Measure.DaysToTermEnd, Comparison.AtMost, renewalDays)),
                On(LifecycleDefinition.Time, "C8", ["renewal-due"], "grace", Guard.Below(Measure.DaysToTermEnd, 0)),
                On(LifecycleDefinition.Time, "C9", ["grace"], "lapsed", Guard.Below(Measure.DaysToTermEnd, -graceDays)),
                On(Closed, "C10", ["prospect", "lapsed", .. running], "closed") with { NeedsReason = true })
            .With(new StageGrouping
            {
                Key = "phases",
                Label = new("Phases", "阶段"),
                Groups =
                [
                    Group("acquisition", "Acquisition", "获取", "prospect", "onboarding"),
                    Group("maintenance", "Maintenance", "维护", "in-term", "won-back"),
                    Group("retention", "Retention", "挽留", "renewal-due", "grace"),
                ],
            })
            .Build();
    }
}
