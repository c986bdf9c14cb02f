using CustomerValue.Customers;
using CustomerValue.Labels;
using static CustomerValue.Segmentation.Behavioral.BehavioralBound;
using static CustomerValue.Segmentation.Behavioral.BehavioralDefault;
using static CustomerValue.Segmentation.Behavioral.BehavioralSegments;
using static CustomerValue.Segmentation.Behavioral.BehavioralTest;
using static CustomerValue.Segmentation.Behavioral.BehavioralUnit;

namespace CustomerValue.Segmentation.Behavioral;

/// <summary>Needs, value and loyalty.</summary>
internal static class CustomerDefinitions
{
    private static readonly BehavioralField
        Frequency = new("purchases", Number, new("purchases", "购买次数"), ColumnNames.Frequency),
        Recency = new("recency", Days, new("days since the last purchase", "距上次购买天数"), ColumnNames.RecencyDays, "recency_days", "days_since_last_purchase"),
        Tenure = new("tenure", Days, new("days since the first purchase", "距首次购买天数"), ColumnNames.TenureDays, "tenure_days"),
        Spend = new("spend", Number, new("spend per purchase", "单次消费"), ColumnNames.MeanSpend, "mean_spend"),
        Contribution = new("contribution", Number, new("contribution", "贡献"), ColumnNames.Contribution, ColumnNames.Profit, ColumnNames.Revenue),
        Expectation = new("expectation", Number, new("expected value", "预期价值"), ColumnNames.LifetimeValue, ColumnNames.ExpectedPurchases),
        Alive = new("alive", Share, new("chance of being a customer still", "仍为客户的概率"), ColumnNames.Alive),
        Referrals = new("referrals", Number, new("referrals", "推荐人数"), "referrals", "influence.referrals", "referral_count"),
        Recommends = new("recommends", Number, new("likelihood to recommend, 0 to 10", "推荐意愿（0至10分）"), "nps", "nps_score", "recommendation"),
        OwnGap = new("ownGap", Days, new("days between purchases", "购买间隔天数")) { Derive = (values, _) => values[0] > 1 && values[2] > values[1] ? (values[2] - values[1]) / (values[0] - 1) : double.NaN },
        Gap = new("gap", Days, new("days between purchases, with one usual gap", "购买间隔天数（计入一次常见间隔）")) { Derive = GapOf },
        Silence = new("silence", Number, new("time since the last purchase, in the customer's gaps", "沉默时长（以自身购买间隔为单位）")) { Derive = (values, usual) => values[1] / GapOf(values, usual) };

    public static BehavioralDefinition Needs { get; } = new(
        [Frequency.Needed(), Recency.Needed(), Tenure.Needed(), Spend.Needed()],
        [
            Upper("newDays", "tenure", At(30)),
            Upper("dormantDays", "recency", At(180)),
            Upper("trialPurchases", "purchases", At(1)),
            Upper("highSpend", "spend", AtQuantile(0.8)),
            Upper("highPurchases", "purchases", AtQuantile(0.8)),
        ],
        [
            new(New, AtMost("tenure", "newDays")),
            new(Dormant, Above("recency", "dormantDays")),
            new(Trial, AtMost("purchases", "trialPurchases")),
            new(HighQuality, Above("spend", "highSpend")),
            new(HighFrequency, Above("purchases", "highPurchases")),
            new(Regular),
        ]);

    public static BehavioralDefinition Value { get; } = new(
        [Contribution.Needed(), Expectation],
        [
            Upper("highContribution", "contribution", AtQuantile(0.8)),
            Lower("lowContribution", "contribution", AtQuantile(0.5), below: "highContribution"),
            Upper("highExpectation", "expectation", AtQuantile(0.8)),
            Lower("lowExpectation", "expectation", AtQuantile(0.5), below: "highExpectation"),
        ],
        [
            new(HighValue, Above("contribution", "highContribution"), AtLeast("expectation", "lowExpectation")),
            new(HighValue, Above("contribution", "highContribution"), Unknown("expectation")),
            new(Potential, Above("expectation", "highExpectation")),
            new(LowValue, Below("contribution", "lowContribution"), Below("expectation", "lowExpectation")),
            new(LowValue, Below("contribution", "lowContribution"), Unknown("expectation")),
            new(MiddleValue),
        ]);

    public static BehavioralDefinition Loyalty { get; } = new(
        [Frequency.Needed(), Recency.Needed(), Tenure.Needed(), Alive, Referrals, Recommends, OwnGap, Gap, Silence],
        [
            Lower(BehavioralDefinition.UsualGap, "ownGap", AtQuantile(0.5)),
            Lower("lostAlive", "alive", At(0.25), below: "loyalAlive"),
            Lower("loyalAlive", "alive", At(0.5)),
            Lower("loyalSilence", "silence", At(2), below: "lostSilence"),
            Upper("lostSilence", "silence", At(4)),
            Upper("advocateReferrals", "referrals", At(0)),
            Lower("advocateScore", "recommends", At(9)),
            Upper("loyalPurchases", "purchases", At(2)),
            Lower("stickyGap", "gap", AtQuantile(0.25)),
        ],
        [
            new(LostCustomer, Below("alive", "lostAlive")),
            new(LostCustomer, Unknown("alive"), Above("silence", "lostSilence")),
            new(Advocate, Above("referrals", "advocateReferrals")),
            new(Advocate, AtLeast("recommends", "advocateScore")),
            new(Sticky, AtLeast("alive", "loyalAlive"), Above("purchases", "loyalPurchases"), Below("gap", "stickyGap")),
            new(Sticky, Unknown("alive"), AtMost("silence", "loyalSilence"), Above("purchases", "loyalPurchases"), Below("gap", "stickyGap")),
            new(Loyal, AtLeast("alive", "loyalAlive"), Above("purchases", "loyalPurchases")),
            new(Loyal, Unknown("alive"), AtMost("silence", "loyalSilence"), Above("purchases", "loyalPurchases")),
            new(PotentiallyLoyal, AtLeast("alive", "loyalAlive")),
            new(PotentiallyLoyal, Unknown("alive"), AtMost("silence", "loyalSilence")),
            new(Wavering),
        ]);

    /// <summary>Days between purchases as if one usual gap had been seen too: all there is to say of who bought once, and less chance in who bought twice.</summary>
    private static double GapOf(ReadOnlySpan<double> values, double usualGap) => (values[2] - values[1] + usualGap) / values[0];
}
