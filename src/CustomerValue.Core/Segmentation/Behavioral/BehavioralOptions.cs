using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Behavioral;

/// <summary>By which dimension of behaviour customers are told apart, and at which bounds. The rules, fields and bounds of each are in docs/segmentation/behavioral.md.</summary>
public sealed record BehavioralOptions
{
    /// <summary>The dimension. Default: <see cref="BehavioralDimension.Needs"/>.</summary>
    public BehavioralDimension Dimension { get; init; } = BehavioralDimension.Needs;

    /// <summary>Bounds by name that differ from the dimension's defaults, such as <c>newDays</c>. Default: none.</summary>
    public IReadOnlyDictionary<string, BehavioralBound> Bounds { get; init; } = new Dictionary<string, BehavioralBound>();

    /// <summary>Columns by the field that they hold, such as <c>alive</c>, where names differ from the usual ones. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Channels that are online, compared without case. Default: web, website, online, internet, app, mobile, e-commerce, ecommerce, wechat, 线上, 网店, 小程序.</summary>
    public IReadOnlyList<string> OnlineChannels { get; init; } = ["web", "website", "online", "internet", "app", "mobile", "e-commerce", "ecommerce", "wechat", "线上", "网店", "小程序"];

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        if (Dimension is < BehavioralDimension.Needs or > BehavioralDimension.ProductMix)
            return [new DataProblem { Field = "dimension", Value = $"{Dimension}", Message = "is no dimension of behaviour." }];
        BehavioralDefinition definition = BehavioralDefinition.Of(Dimension);
        List<DataProblem> problems = [.. BehavioralCheck.OfColumns(definition, Columns), .. BehavioralCheck.OfChannels(OnlineChannels)];
        if (Bounds is null)
            return [.. problems, new DataProblem { Field = "bounds", Message = "is missing; give an empty dictionary for the defaults." }];
        foreach (KeyValuePair<string, BehavioralBound> given in Bounds)
        {
            if (BehavioralCheck.OfBound(definition, given.Key, given.Value) is { } wrong)
                problems.Add(wrong);
            else if (given.Value.Value is not null && given.Value.Quantile is not null)
                problems.Add(new DataProblem { Field = $"bounds.{given.Key}", Message = "has both a value and a quantile; give one." });
        }

        return problems.Count > 0 ? problems : [.. definition.Bounds.Where(bound => IsTurnedRound(definition, bound)).Select(bound => new DataProblem
        {
            Field = $"bounds.{bound.Name}",
            Value = Convert.ToString(BoundOf(bound).Value ?? BoundOf(bound).Quantile, CultureInfo.InvariantCulture),
            Message = $"is above {bound.Below}, which it must not exceed.",
        })];
    }

    internal BehavioralBound BoundOf(BehavioralDefault bound) => Bounds.TryGetValue(bound.Name, out BehavioralBound? given) ? given : bound.Bound;

    private bool IsTurnedRound(BehavioralDefinition definition, BehavioralDefault bound)
    {
        if (bound.Below is null)
            return false;
        (BehavioralBound low, BehavioralBound high) = (BoundOf(bound), BoundOf(definition.Bounds[definition.BoundOf(bound.Below)]));
        return low.Value > high.Value || low.Quantile > high.Quantile;
    }
}
