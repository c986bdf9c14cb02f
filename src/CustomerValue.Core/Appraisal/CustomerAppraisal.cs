using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Choice;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.Segmentation;

namespace CustomerValue.Appraisal;

/// <summary>Every customer appraised: columns aligned with the customer base, and a value card for each row, made when asked for. Immutable.</summary>
public sealed class CustomerAppraisal
{
    private readonly AppraisalColumns columns;
    private readonly AssignedSegmentation segmentation;

    internal CustomerAppraisal(AppraisalColumns columns, AssignedSegmentation segmentation)
    {
        this.columns = columns;
        this.segmentation = segmentation;
    }

    /// <summary>The customers, with what is expected of them as columns: <c>value.*</c>, and <c>lifecycle.stage</c> where stages are known, of <see cref="ColumnNames"/>.</summary>
    public required CustomerBase Customers { get; init; }

    /// <summary>What was asked.</summary>
    public required AppraisalOptions Options { get; init; }

    /// <summary>The model of purchases.</summary>
    public required PurchaseModel PurchaseModel { get; init; }

    /// <summary>How its fit went.</summary>
    public required FitReport PurchaseFit { get; init; }

    /// <summary>Why this model of purchases was taken; null where nobody chose by the data.</summary>
    public ModelChoice? Choice { get; init; }

    /// <summary>The model of spend; null where no customer has a repeat purchase with a value above 0.</summary>
    public required SpendModel? SpendModel { get; init; }

    /// <summary>How its fit went; null where there is none.</summary>
    public required FitReport? SpendFit { get; init; }

    /// <summary>What each customer contributed.</summary>
    public required ContributionTable Contribution { get; init; }

    /// <summary>What was known beside purchases, with the κ that was used; null where nothing was.</summary>
    public required ValueSources? Sources { get; init; }

    /// <summary>What is still to come from each buyer who is kept; null where nothing is known of spend.</summary>
    public required PotentialTable? Potential { get; init; }

    /// <summary>What others buy because of each customer; null where nothing is known of influence.</summary>
    public required InfluenceColumns? Influence { get; init; }

    /// <summary>Where each customer stands by established, potential and influence value, with the thresholds; null where nothing is known of spend.</summary>
    public required ThreeValueTable? ThreeValues { get; init; }

    /// <summary>What changed about stages since the earlier day of the sources, those worth most first; empty where nobody asked.</summary>
    public required IReadOnlyList<LifecycleAlert> Alerts { get; init; }

    /// <summary>The segmentation.</summary>
    public ISegmentation Segmentation => segmentation.Segmentation;

    /// <summary>Further segmentations with the segment of every customer, in the order of their strategies; empty where none were asked for.</summary>
    public required IReadOnlyList<AssignedSegmentation> FurtherSegmentations { get; init; }

    /// <summary>Profit per unit of revenue, by which spend becomes value; 1 where costs are unknown.</summary>
    public required double Margin { get; init; }

    /// <summary>What a reader of the whole should know, in plain words.</summary>
    public required IReadOnlyList<LocalizedText> Warnings { get; init; }

    /// <summary>Expected against actual purchases over time, in periods of a week, or longer where there would be over 120.</summary>
    public required IReadOnlyList<TrackingPoint> Tracking { get; init; }

    /// <summary>Customers by number of repeat purchases, expected and actual.</summary>
    public required IReadOnlyList<FrequencyClass> FrequencyFit { get; init; }

    /// <summary>Customers by mean repeat spend, expected and actual; empty without a spend model.</summary>
    public required IReadOnlyList<SpendClass> SpendClasses { get; init; }

    /// <summary>Buyers and prospects.</summary>
    public int Count => Customers.Count;

    /// <summary>Probability alive; buyers only.</summary>
    public ReadOnlySpan<double> ProbabilityAlive => columns.ProbabilityAlive;

    /// <summary>Expected purchases in the horizon; buyers only.</summary>
    public ReadOnlySpan<double> ExpectedPurchases => columns.ExpectedPurchases;

    /// <summary>Expected value of a purchase; buyers only, empty where purchases have no amounts.</summary>
    public ReadOnlySpan<double> ExpectedSpend => columns.ExpectedSpend;

    /// <summary>Discounted value of the purchases in the horizon; buyers only, empty where purchases have no amounts.</summary>
    public ReadOnlySpan<double> LifetimeValue => columns.LifetimeValue;

    /// <summary>Lower ends of the intervals of outcomes: how often customers buy, and what for; aligned with <see cref="LifetimeValue"/>.</summary>
    public ReadOnlySpan<double> LifetimeValueLow => columns.LifetimeValueLow;

    /// <summary>Upper ends of the intervals of outcomes: how often customers buy, and what for; aligned with <see cref="LifetimeValue"/>.</summary>
    public ReadOnlySpan<double> LifetimeValueHigh => columns.LifetimeValueHigh;

    /// <summary>Segments as indexes into the segmentation's list; buyers and prospects.</summary>
    public ReadOnlySpan<int> Segments => segmentation.Segments;

    /// <summary>What holds for the buyer of a row alone; null where nothing does.</summary>
    internal CustomerTerms? TermsOf(int row) => columns.Terms.TryGetValue(Customers.Customer(row), out CustomerTerms? terms) ? terms : null;

    /// <summary>The card of a row.</summary>
    public ValueCard this[int row] => CardMaker.Make(this, row);
}
