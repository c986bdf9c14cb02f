using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>
/// Customers by their most probable class. An answer that the fit didn't know counts as missing, and so does a whole column; who has no known
/// answer, or lacks a covariate, is incomplete: nothing of the customer speaks for a class. Immutable and thread-safe.
/// </summary>
public sealed class LatentClassSegmentation : IFittedSegmentation
{
    internal const string StrategyName = "latent-class";

    /// <summary>Makes a segmentation of a model.</summary>
    /// <param name="model">The classes.</param>
    /// <param name="fit">How they were found.</param>
    public LatentClassSegmentation(LatentClassModel model, SegmentationFit fit)
    {
        Model = model ?? throw new ArgumentNullException(nameof(model));
        Fit = fit ?? throw new ArgumentNullException(nameof(fit));
        Segments = Array.AsReadOnly<Segment>([.. Enumerable.Range(0, model.Classes).Select(@class => LatentClassReason.SegmentOf(model, @class)), CommonSegments.Incomplete]);
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The classes, the largest first, and last the incomplete.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <inheritdoc/>
    public SegmentationFit Fit { get; }

    /// <summary>The classes.</summary>
    public LatentClassModel Model { get; }

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        LatentClassReader reader = new(Model, customers);
        double[] posterior = new double[Model.Classes];
        for (int row = 0; row < segments.Length; row++)
            segments[row] = reader.Read(row, posterior) ? LatentClassModel.Best(posterior) : Model.Classes;
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        LatentClassReader reader = new(Model, customers ?? throw new ArgumentNullException(nameof(customers)));
        double[] posterior = new double[Model.Classes];
        if (!reader.Read(row, posterior))
        {
            return new SegmentAssignment
            {
                Segment = Model.Classes,
                Reason = reader.LacksCovariate(row)
                    ? new LocalizedText("A covariate on which the classes depend is missing.", "缺少类别归属所依赖的协变量。")
                    : new LocalizedText($"None of the {Wording.Count(Model.Items.Count, "item")} has an answer that the classes know.", $"{Model.Items.Count}个题目均无可识别的回答。"),
            };
        }

        int best = LatentClassModel.Best(posterior);
        return new SegmentAssignment { Segment = best, Reason = LatentClassReason.Of(Model, reader.Codes, posterior), Probability = posterior[best] };
    }
}
