using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;

namespace CustomerValue.Appraisal;

/// <summary>Makes the stage of one card.</summary>
internal static class StageCards
{
    /// <summary>Null where nobody asked for stages, and for who is in none.</summary>
    public static StageCard? Of(CustomerAppraisal appraisal, int row)
    {
        if (appraisal.Sources?.Stages is not { } stages)
            return null;
        int at = stages.Purchases.RowOf(appraisal.Customers.Customer(row));
        if (at < 0 || stages.Stages[at] < 0)
            return null;
        LifecycleStage stage = stages.Definition.Stages[stages.Stages[at]];
        // The first grouping is the one that the definition puts first: its phases.
        StageGroup? phase = stages.Definition.Groupings.Count == 0 ? null : stages.Definition.Groupings[0].GroupOf(stage.Key);
        return new StageCard
        {
            Key = stage.Key,
            Label = stage.Label,
            Since = stages.Since(at)!.Value,
            Phase = phase?.Label,
            Reason = stages.Reason(at)!.Value,
        };
    }
}
