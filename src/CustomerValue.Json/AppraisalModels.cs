using CustomerValue.Appraisal;
using CustomerValue.LifetimeValue;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Json;

/// <summary>What an appraisal was made with: enough to appraise new customers the same way.</summary>
public sealed record AppraisalModels
{
    /// <summary>The model of purchases.</summary>
    public required StoredModel<PurchaseModel> PurchaseModel { get; init; }

    /// <summary>The model of spend; null where nothing is known of spend.</summary>
    public StoredModel<SpendModel>? SpendModel { get; init; }

    /// <summary>The segmentation; null where it is not one of the library's, which alone have a form as JSON.</summary>
    public ISegmentation? Segmentation { get; init; }

    /// <summary>Further segmentations, of the library's kinds only; empty where there are none.</summary>
    public IReadOnlyList<ISegmentation> FurtherSegmentations { get; init; } = [];

    /// <summary>Why the model of purchases was taken; null where nobody chose by the data.</summary>
    public StoredChoice? Choice { get; init; }

    /// <summary>The thresholds of the three values, with segments, decisions and tiers; null where there was no potential value.</summary>
    public ThreeValueSegmentation? ThreeValues { get; init; }

    /// <summary>κ, the part of the upside that was counted, in [0, 1]; null where none was.</summary>
    public double? Kappa { get; init; }

    /// <summary>Why the model of recommendations was taken; null where none was, or nobody compared.</summary>
    public StoredRecommender? Recommender { get; init; }

    /// <summary>The models of an appraisal.</summary>
    public static AppraisalModels Of(CustomerAppraisal appraisal)
    {
        if (appraisal is null)
            throw new ArgumentNullException(nameof(appraisal));
        return new AppraisalModels
        {
            PurchaseModel = new StoredModel<PurchaseModel> { Model = appraisal.PurchaseModel, Report = appraisal.PurchaseFit },
            SpendModel = appraisal.SpendModel is null ? null : new StoredModel<SpendModel> { Model = appraisal.SpendModel, Report = appraisal.SpendFit },
            Segmentation = SegmentationForms.Has(appraisal.Segmentation) ? appraisal.Segmentation : null,
            FurtherSegmentations = [.. appraisal.FurtherSegmentations.Select(further => further.Segmentation).Where(SegmentationForms.Has)],
            Choice = appraisal.Choice is { } choice ? StoredChoice.Of(choice) : null,
            ThreeValues = appraisal.ThreeValues?.Segmentation,
            Kappa = appraisal.Potential?.Kappa,
            Recommender = appraisal.Sources?.Recommendations?.Validation is { } validation ? StoredRecommender.Of(validation) : null,
        };
    }
}
