using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.LifetimeValue;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.ThreeValues;
using CustomerValue.Validation;

namespace CustomerValue.DependencyInjection;

/// <summary>Which of the registered parts the <see cref="Appraiser"/> is composed of, and what it does by default.</summary>
public sealed class CustomerValueOptions
{
    /// <summary>The name of the <see cref="IPurchaseModelEstimator"/>. Default <c>mbg-nbd</c>.</summary>
    public string PurchaseModel { get; set; } = "mbg-nbd";

    /// <summary>The name of the <see cref="ISpendModelEstimator"/>. Default <c>gamma-gamma</c>.</summary>
    public string SpendModel { get; set; } = "gamma-gamma";

    /// <summary>The name of the <see cref="ISegmentationStrategy"/>. Default <c>rfm</c>.</summary>
    public string Segmentation { get; set; } = "rfm";

    /// <summary>The names of further strategies, each of which gives every customer one more segment, such as <c>behavioral</c>. Default: none.</summary>
    public IReadOnlyList<string> FurtherSegmentations { get; set; } = [];

    /// <summary>The name of the <see cref="IContributionCalculator"/>. Default <c>share</c>.</summary>
    public string Contribution { get; set; } = "share";

    /// <summary>How far ahead and at which rate, where <see cref="Appraiser.Appraise"/> is called without options. Default: a year at 10 %.</summary>
    public AppraisalOptions Appraisal { get; set; } = new();

    /// <summary>Where established, potential and influence value are high, also for the strategy <c>three-values</c>. Default: the upper fifth of each.</summary>
    public ThreeValueOptions ThreeValues { get; set; } = new();

    /// <summary>κ, the part of an upside that campaigns win, in [0, 1], where a call has an upside and names none; see <see cref="ValueSources.Kappa"/>. Default null: the upside is shown and not counted.</summary>
    public double? Kappa { get; set; }

    /// <summary>Every problem of the options beside the parts registered; empty where there is none.</summary>
    internal IReadOnlyList<DataProblem> Validate(IReadOnlyCollection<RegisteredPart> registered)
    {
        List<DataProblem> problems = [];
        void Name(string field, string? name, Type kind)
        {
            string[] known = registered.Where(part => part.Kind == kind).Select(part => part.Name).OrderBy(part => part, StringComparer.Ordinal).ToArray();
            if (!known.Contains(name))
                problems.Add(new DataProblem { Field = field, Value = name ?? "", Message = $"is not registered; registered: {string.Join(", ", known)}." });
        }

        Name(nameof(PurchaseModel), PurchaseModel, typeof(IPurchaseModelEstimator));
        Name(nameof(SpendModel), SpendModel, typeof(ISpendModelEstimator));
        Name(nameof(Segmentation), Segmentation, typeof(ISegmentationStrategy));
        foreach (string further in FurtherSegmentations ?? [])
            Name(nameof(FurtherSegmentations), further, typeof(ISegmentationStrategy));
        Name(nameof(Contribution), Contribution, typeof(IContributionCalculator));
        if (Appraisal is null)
            problems.Add(new DataProblem { Field = nameof(Appraisal), Message = "is null; leave it out for the defaults." });
        else
            problems.AddRange(Appraisal.Validate().Select(problem => problem with { Field = $"{nameof(Appraisal)}.{problem.Field}" }));
        if (ThreeValues is null)
            problems.Add(new DataProblem { Field = nameof(ThreeValues), Message = "are null; leave them out for the defaults." });
        else
            problems.AddRange(ThreeValues.Validate().Select(problem => problem with { Field = $"{nameof(ThreeValues)}.{problem.Field}" }));
        problems.AddRange(new ValueSources { Kappa = Kappa }.Validate().Where(problem => problem.Field == nameof(Kappa)));
        return problems;
    }
}
